package app.edgeglass.core.bench;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/**
 * A server with one large stream, whose store is made once and kept beside the servers in the cache folder: ten million messages
 * of 128 bytes take a minute to publish.
 */
public final class LargeStream implements AutoCloseable {

    public static final String NAME = "ORDERS";
    public static final int SUBJECTS = 1_000;
    public static final int PAYLOAD = 128;

    private static final String[] SHOPS = {"seoul", "busan", "oslo", "porto", "quito"};
    private static final String[] EVENTS = {"created", "paid", "packed", "shipped"};
    /** So many are asked to be confirmed by one answer; more than some ten thousand at once a server may drop. */
    private static final int CONFIRMED = 1_000;

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final TestServer server;
    private final long messages;

    /** @param messages how many, if it has to be made */
    public LargeStream(long messages) {
        this.messages = messages;
        Path store = folder(messages);
        boolean made = Files.isRegularFile(store.resolve("made"));
        if (!made) {
            LargeStreamFiles.delete(store);
        }
        server = TestServer.start(
                ServerVersion.NEWEST,
                "jetstream { store_dir: \"" + store.toString().replace('\\', '/') + "\" }");
        if (!made) {
            try {
                fill();
                Files.writeString(store.resolve("made"), Long.toString(messages));
            } catch (IOException e) {
                close();
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether it is there already. */
    public static boolean isMade(long messages) {
        return Files.isRegularFile(folder(messages).resolve("made"));
    }

    private static Path folder(long messages) {
        return ServerVersion.cache().resolve("bench").resolve("stream-" + messages);
    }

    public String url() {
        return server.url();
    }

    public long messages() {
        return messages;
    }

    private void fill() throws IOException {
        System.out.printf("making %,d messages of %d bytes, once…%n", messages, PAYLOAD);
        try (var client = TestClient.connect(server.url())) {
            Connection connection = client.connection();
            connection
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name(NAME)
                            .subjects("orders.>")
                            .storageType(StorageType.File)
                            .allowDirect(true)
                            .build());
            var underway = new ArrayDeque<CompletableFuture<Message>>();
            for (long i = 1; i <= messages; i++) {
                String subject = subject(i);
                if (i % CONFIRMED != 0) {
                    connection.publish(subject, payload(i));
                    continue;
                }
                underway.add(connection.request(subject, payload(i)));
                if (underway.size() > AT_ONCE) {
                    underway.remove().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                }
                rest(i);
            }
            while (!underway.isEmpty()) {
                underway.remove().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            long there = connection
                    .jetStreamManagement()
                    .getStreamInfo(NAME)
                    .getStreamState()
                    .getMsgCount();
            if (there != messages) {
                throw new IOException("of " + messages + " messages the server has " + there);
            }
        } catch (JetStreamApiException | ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Not all hours of a shop are alike: so that a strip over time has something to show. */
    private void rest(long at) throws InterruptedException {
        long twentieth = messages / 20;
        if (at % twentieth == 0) {
            long part = at / twentieth;
            TimeUnit.MILLISECONDS.sleep(part * part * 7 % 19 * 120);
        }
    }

    static String subject(long i) {
        int n = (int) (i * 7919 % SUBJECTS);
        return "orders." + SHOPS[n % SHOPS.length] + ".till-" + n / 20 + "." + EVENTS[n / SHOPS.length % EVENTS.length];
    }

    static byte[] payload(long i) {
        String text = "{\"order\":\"A-" + i + "\",\"total\":" + i * 31 % 90_000 / 100.0
                + ",\"currency\":\"EUR\",\"customer\":{\"id\":" + i * 17 % 100_000 + ",\"tier\":\""
                + (i % 7 == 0 ? "gold" : "blue") + "\"},\"note\":\"";
        byte[] payload = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), PAYLOAD);
        Arrays.fill(payload, text.length(), PAYLOAD - 2, (byte) '.');
        payload[PAYLOAD - 2] = '"';
        payload[PAYLOAD - 1] = '}';
        return payload;
    }

    /** Ends the server in its own time, so that it need not look through its store at the next start. */
    @Override
    public void close() {
        if (server.isRunning()) {
            server.signal("TERM");
            Awaitility.await("the end of the server")
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> !server.isRunning());
        }
        server.close();
    }
}
