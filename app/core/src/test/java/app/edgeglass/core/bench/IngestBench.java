package app.edgeglass.core.bench;

import app.edgeglass.core.connection.Profile;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Counters;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.Dispatcher;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much of the raw client's speed is left when every message goes into tree and log.
 *
 * <p>One run measures (a) a dispatcher of jnats that only counts and (b) the full feed, in turn, with a real server and a
 * publisher in a process of its own, over 1,000 and 100,000 subjects, 128 bytes of payload. Each figure is messages
 * received, divided by the time from the first to the last. The last line is the lower of the two median ratios b/a.
 */
public final class IngestBench {

    private static final int MESSAGES = 2_000_000;
    private static final int PAYLOAD = 128;
    private static final int ROUNDS = 5;
    private static final Duration SUBSCRIBED = Duration.ofSeconds(5);
    private static final long STALLED_NANOS = 1_500_000_000L;

    private IngestBench() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        double worst = Double.MAX_VALUE;
        for (int subjects : new int[] {1_000, 100_000}) {
            worst = Math.min(worst, measure(subjects, rounds));
        }
        say("ingest ratio=%.2f".formatted(worst));
    }

    private static double measure(int subjects, int rounds) throws Exception {
        // A subscriber that is behind must not be cut off: the client is what is measured.
        try (var server = TestServer.start(ServerVersion.NEWEST, "max_pending: 1GB", "write_deadline: \"60s\"");
                var publisher = new Publisher(server, subjects)) {
            var ratios = new ArrayList<Double>();
            for (int round = 0; round <= rounds; round++) {
                double raw = rawClient(server, publisher);
                double feed = feed(server, publisher);
                if (round == 0) {
                    continue; // Warm-up.
                }
                ratios.add(feed / raw);
                say("subjects=%d round=%d raw=%.0f/s feed=%.0f/s ratio=%.2f"
                        .formatted(subjects, round, raw, feed, feed / raw));
            }
            Collections.sort(ratios);
            double median = ratios.get(ratios.size() / 2);
            say("subjects=%d median ratio=%.2f [%.2f-%.2f]"
                    .formatted(subjects, median, ratios.getFirst(), ratios.getLast()));
            return median;
        }
    }

    private static double rawClient(TestServer server, Publisher publisher) throws Exception {
        try (var session = session(server)) {
            var count = new AtomicLong();
            Dispatcher dispatcher = session.liveConnection().createDispatcher();
            dispatcher.subscribe(">", message -> count.lazySet(count.get() + 1));
            session.liveConnection().flush(SUBSCRIBED);
            double rate = run(publisher, count::get, dispatcher::getDroppedCount);
            session.liveConnection().closeDispatcher(dispatcher);
            return rate;
        }
    }

    private static double feed(TestServer server, Publisher publisher) throws Exception {
        try (var session = session(server);
                var feed = new Feed(session, Budget.DEFAULT)) {
            feed.add(SubjectPattern.ALL, Optional.empty());
            session.liveConnection().flush(SUBSCRIBED);
            double rate = run(
                    publisher,
                    () -> feed.counters().received(),
                    () -> feed.counters().dropped());
            Counters counters = feed.counters();
            if (counters.received() + counters.dropped() != MESSAGES) {
                throw new IllegalStateException("counters do not add up: " + counters);
            }
            return rate;
        }
    }

    private static double run(Publisher publisher, LongSupplier received, LongSupplier dropped) throws Exception {
        publisher.go();
        while (received.getAsLong() == 0) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        long last = start;
        long before = 0;
        while (true) {
            long now = received.getAsLong();
            if (now != before) {
                before = now;
                last = System.nanoTime();
            }
            if (now + dropped.getAsLong() >= MESSAGES) {
                break;
            }
            if (System.nanoTime() - last > STALLED_NANOS) {
                say("incomplete: received=%d dropped=%d of %d".formatted(now, dropped.getAsLong(), MESSAGES));
                break;
            }
            Thread.sleep(1);
        }
        if (dropped.getAsLong() > 0) {
            say("dropped=%d".formatted(dropped.getAsLong()));
        }
        return received.getAsLong() / ((last - start) / 1e9);
    }

    private static Session session(TestServer server) {
        var session = new Session(Profile.of(server.url()), Clock.systemUTC());
        session.open();
        return session;
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** The publisher's process. */
    private static final class Publisher implements AutoCloseable {

        private final Process process;
        private final OutputStream commands;

        Publisher(TestServer server, int subjects) throws IOException {
            var url = URI.create(server.url());
            process = new ProcessBuilder(List.of(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            BenchPublisher.class.getName(),
                            url.getHost(),
                            Integer.toString(url.getPort()),
                            Integer.toString(subjects),
                            Integer.toString(MESSAGES),
                            Integer.toString(PAYLOAD)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            commands = process.getOutputStream();
        }

        void go() throws IOException {
            commands.write("\n".getBytes(StandardCharsets.UTF_8));
            commands.flush();
        }

        @Override
        public void close() throws IOException {
            commands.close();
            process.destroy();
        }
    }
}
