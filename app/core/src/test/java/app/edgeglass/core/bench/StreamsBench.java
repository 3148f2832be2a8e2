package app.edgeglass.core.bench;

import app.edgeglass.core.browse.Extent;
import app.edgeglass.core.browse.Lines;
import app.edgeglass.core.browse.SequentialRead;
import app.edgeglass.core.browse.StreamReader;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.consumer.Consumers;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.stream.Streams;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.core.transfer.Selection;
import app.edgeglass.core.transfer.StreamExport;
import io.nats.client.ConsumeOptions;
import io.nats.client.MessageConsumer;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to look into a large stream: to open it at a random sequence and at a random time, to read a page of 200 rows, to
 * read all of it in order beside what the client's ordered consumer takes for the same, and to list a thousand streams and
 * consumers. The last line is {@code streams ratio=R seek_p99_ms=N page_p99_ms=N}.
 *
 * <p>Run as {@code StreamsBench [--quick]}; ten million messages of {@value LargeStream#PAYLOAD} bytes, or one. They are made once,
 * see {@link LargeStream}.
 */
public final class StreamsBench {

    private static final long MESSAGES = 10_000_000;
    private static final long QUICK = 1_000_000;
    private static final int WARM_UP = 200;
    private static final int LOOKS = 1_000;
    private static final int ROUNDS = 5;
    private static final int WARM_ROUNDS = 2;
    private static final int LISTED = 1_000;
    private static final int LISTS_BEFORE = 3;
    private static final int LISTS = 20;
    /** What a picture of the table shows, and more. */
    private static final int ROWS = 200;

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Random random = new Random(7);

    private StreamsBench() {}

    public static void main(String[] args) throws Exception {
        boolean quick = Arrays.asList(args).contains("--quick");
        new StreamsBench().run(quick ? QUICK : MESSAGES);
    }

    private void run(long messages) throws Exception {
        double ratio;
        double seek;
        double page;
        try (var large = new LargeStream(messages);
                var session = opened(large.url())) {
            System.out.printf("%,d messages of %d bytes%n", messages, LargeStream.PAYLOAD);
            var stream = new StreamRef(session, LargeStream.NAME);
            resetPeaks();
            try (var reader = new StreamReader(stream)) {
                Extent extent = reader.refresh();
                seek = measure("open at a sequence", () -> reader.page(anywhere(extent)));
                measure(
                        "open at a time",
                        () -> reader.page(
                                reader.at(anyTime(extent)).orElseThrow().sequence()));
                page = measure("page of " + ROWS + " rows", () -> rows(reader, anywhere(extent)));
                measure("density", reader::density, 5, 20);
                ratio = sequential(large, stream);
                heap(reader);
            }
        }
        lists();
        write();
        System.out.printf("streams ratio=%.2f seek_p99_ms=%.1f page_p99_ms=%.1f%n", ratio, seek, page);
    }

    private static Session opened(String url) {
        var session = new Session(Profile.of(url), Clock.systemUTC());
        session.open();
        return session;
    }

    private long anywhere(Extent extent) {
        return extent.first() + random.nextLong(extent.span());
    }

    private Instant anyTime(Extent extent) {
        long nanos = Duration.between(extent.firstAt(), extent.lastAt()).toNanos();
        return extent.firstAt().plusNanos(random.nextLong(nanos));
    }

    private static Lines.View rows(StreamReader reader, long top) {
        var lines = new Lines(reader);
        lines.from(top, ROWS).missing().forEach(reader::page);
        Lines.View view = lines.from(top, ROWS);
        if (!view.missing().isEmpty()) {
            throw new IllegalStateException("rows are missing at " + top);
        }
        return view;
    }

    private interface Work {
        @Nullable
        Object run() throws Exception;
    }

    private double measure(String what, Work work) throws Exception {
        return measure(what, work, WARM_UP, LOOKS);
    }

    /** @return the 99th of a hundred, in milliseconds */
    private double measure(String what, Work work, int before, int looks) throws Exception {
        for (int i = 0; i < before; i++) {
            work.run();
        }
        var millis = new double[looks];
        for (int i = 0; i < looks; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        double median = millis[looks / 2];
        double p99 = millis[Math.min(looks - 1, looks * 99 / 100)];
        System.out.printf("%-24s median %6.1f ms, p99 %6.1f ms, most %6.1f ms%n", what, median, p99, millis[looks - 1]);
        figures.put(what, Map.of("median_ms", median, "p99_ms", p99, "most_ms", millis[looks - 1]));
        return p99;
    }

    /**
     * Turn by turn over the same messages, so that a slow minute of the machine is everybody’s.
     *
     * @return how fast an export to a file is beside an ordered consumer that throws everything away
     */
    private double sequential(LargeStream large, StreamRef stream) throws Exception {
        long to = Math.min(large.messages(), QUICK);
        var ratios = new double[ROUNDS];
        for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
            double ordered = rate(to, () -> ordered(large.url(), to));
            double read = rate(to, () -> read(stream, to));
            double export = rate(to, () -> export(stream, to));
            if (round >= 0) {
                ratios[round] = export / ordered;
                System.out.printf(
                        "in order: export %,.0f/s, read only %,.0f/s, ordered consumer %,.0f/s%n",
                        export, read, ordered);
                figures.put("in order " + round, Map.of("export", export, "read", read, "ordered_consumer", ordered));
            }
        }
        Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }

    private static @Nullable Object read(StreamRef stream, long to) {
        var bytes = new AtomicLong();
        new SequentialRead(stream).<RuntimeException>read(1, to, SequentialRead.ALL, message -> {
            bytes.addAndGet(message.size());
            return true;
        });
        if (bytes.get() != to * LargeStream.PAYLOAD) {
            throw new IllegalStateException(bytes + " bytes instead of " + to * LargeStream.PAYLOAD);
        }
        return null;
    }

    private static @Nullable Object export(StreamRef stream, long to) throws Exception {
        Path file = Files.createTempFile("edgeglass-bench", ".ndjson");
        try {
            long written = new StreamExport(stream, new Selection(1, to, SequentialRead.ALL))
                    .toFile(file)
                    .messages();
            if (written != to) {
                throw new IllegalStateException(written + " messages instead of " + to);
            }
            return null;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double rate(long messages, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return messages / ((System.nanoTime() - start) / 1e9);
    }

    /** The fastest of what the client offers: batches of 5,000. */
    private static @Nullable Object ordered(String url, long messages) throws Exception {
        try (var client = TestClient.connect(url)) {
            var done = new CountDownLatch(1);
            var count = new AtomicLong();
            MessageConsumer consumer = client.connection()
                    .getStreamContext(LargeStream.NAME)
                    .createOrderedConsumer(new OrderedConsumerConfiguration())
                    .consume(ConsumeOptions.builder().batchSize(5_000).build(), message -> {
                        if (count.incrementAndGet() == messages) {
                            done.countDown();
                        }
                    });
            done.await();
            consumer.stop();
            return null;
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private void heap(StreamReader reader) {
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                "heap: %d MiB held, %d MiB of that pages, %d MiB at most before collections%n",
                used >> 20, reader.cached() >> 20, peak >> 20);
        figures.put("heap", Map.of("held", used, "pages", reader.cached(), "peak", peak));
    }

    private void lists() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var client = TestClient.connect(server.url());
                var session = opened(server.url())) {
            var management = client.connection().jetStreamManagement();
            for (int i = 0; i < LISTED; i++) {
                management.addStream(StreamConfiguration.builder()
                        .name("STREAM-" + i)
                        .subjects("s" + i + ".>")
                        .storageType(StorageType.Memory)
                        .build());
                management.addOrUpdateConsumer(
                        "STREAM-0",
                        ConsumerConfiguration.builder().durable("worker-" + i).build());
            }
            var streams = new Streams(new JetStreamApi(session));
            var consumers = new Consumers(new JetStreamApi(session), Clock.systemUTC());
            measure("list of " + LISTED + " streams", () -> listed(streams.all().streams()), LISTS_BEFORE, LISTS);
            measure(
                    "list of " + LISTED + " consumers",
                    () -> listed(consumers.list("STREAM-0").rows()),
                    LISTS_BEFORE,
                    LISTS);
        }
    }

    private static @Nullable Object listed(List<?> list) {
        if (list.size() != LISTED) {
            throw new IllegalStateException(list.size() + " listed");
        }
        return null;
    }

    private void write() throws IOException {
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve("streams.json");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(figures));
    }
}
