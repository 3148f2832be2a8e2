package app.edgeglass.core.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.JetStream;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** Records the bytes that a real server sends to a subscriber while others publish, ask, answer, store and consume. */
public final class PlainRecorder {

    private PlainRecorder() {}

    /** @param subscriptions lines of the protocol */
    public static byte[] record(ServerVersion version, List<String> subscriptions) throws Exception {
        try (var server = TestServer.start(version);
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                var client = TestClient.connect(server.url())) {
            socket.setSoTimeout(10_000);
            var lines = new StringBuilder("CONNECT {\"verbose\":false,\"headers\":true}\r\n");
            subscriptions.forEach(line -> lines.append(line).append("\r\n"));
            socket.getOutputStream().write((lines + "PING\r\n").getBytes(UTF_8));
            byte[] greeting = readTo(socket.getInputStream(), "PONG\r\n");
            if (greeting.length == 0) {
                throw new IllegalStateException("no greeting");
            }
            happen(client);
            socket.getOutputStream().write("PING\r\n".getBytes(UTF_8));
            byte[] recorded = readTo(socket.getInputStream(), "PONG\r\n");
            return new String(recorded, ISO_8859_1).replaceAll("PONG\r\n$", "").getBytes(ISO_8859_1);
        }
    }

    private static void happen(TestClient client) throws Exception {
        var connection = client.connection();
        connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("S")
                        .subjects("a.*", "stored.>")
                        .storageType(StorageType.Memory)
                        .build());
        JetStream stream = connection.jetStream();
        var consumer = stream.subscribe(
                "stored.>", PushSubscribeOptions.builder().durable("C").build());
        connection
                .createDispatcher(ask -> connection.publish(ask.getReplyTo(), ask.getData()))
                .subscribe("ask");
        for (int i = 0; i < 50; i++) {
            connection.publish("a." + i % 5, ("message " + i).getBytes(UTF_8));
            connection.publish(
                    "공장." + i,
                    new Headers().add("Number", Integer.toString(i)),
                    "온도".repeat(i).getBytes(UTF_8));
            stream.publish("stored." + i % 3, new byte[i * 300]);
            connection.request("ask", ("question " + i).getBytes(UTF_8), Duration.ofSeconds(5));
            consumer.nextMessage(Duration.ofSeconds(5)).ackSync(Duration.ofSeconds(5));
        }
        connection.publish("large", new byte[900_000]);
        connection.flush(Duration.ofSeconds(5));
    }

    private static byte[] readTo(InputStream in, String end) throws Exception {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(ISO_8859_1).endsWith(end)) {
            var buffer = new byte[1 << 20];
            int count = in.read(buffer);
            if (count < 0) {
                throw new IllegalStateException("the server has closed");
            }
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }
}
