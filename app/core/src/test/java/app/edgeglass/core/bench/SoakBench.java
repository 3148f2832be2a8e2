package app.edgeglass.core.bench;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.message.BranchIndex;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.subject.Expansion;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeFlattener;
import app.edgeglass.core.subject.TreeSample;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the program's memory stays what it is: 20,000 messages a second over 10,000 subjects and a hundred new subjects a
 * second through a real server into session, feed, tree and log, with tree and table read as the window reads them. The
 * heap is taken after a collection, once a minute; its growth is that of the last two thirds. The tree's budget is small, so
 * that it is used up on the way, and what is new counts on the rest of its branch.
 *
 * <p>Run as {@code SoakBench [MINUTES]}; 30 without an argument.
 */
public final class SoakBench {

    private static final int MINUTES = 30;
    private static final int SUBJECTS = 10_000;
    private static final int PAYLOAD = 128;
    private static final int RATE = 20_000;
    private static final long MIB = 1L << 20;
    private static final Budget BUDGET = new Budget(256 * MIB, 64 * MIB, 16 * MIB);

    private SoakBench() {}

    public static void main(String[] args) throws Exception {
        int minutes = args.length == 0 ? MINUTES : Integer.parseInt(args[0]);
        var heaps = new ArrayList<Long>();
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            try (var feed = new Feed(session, BUDGET)) {
                feed.add(SubjectPattern.ALL, Optional.empty());
                session.openConnection().flush(Clients.PATIENCE);
                try (var publisher =
                        new Child(ChurnPublisher.class, server.port(), SUBJECTS, PAYLOAD, RATE, minutes * 60)) {
                    read(feed, minutes, heaps);
                    long sent = Long.parseLong(publisher.line());
                    session.openConnection().flush(Clients.PATIENCE);
                    report(feed, sent, session.gaps().size(), heaps);
                }
            }
        }
    }

    /** As the window does, five times a second. */
    private static void read(Feed feed, int minutes, List<Long> heaps) throws InterruptedException {
        var sample = new TreeSample(feed.capture().tree());
        var flattener = new TreeFlattener(sample, new Expansion());
        var index = new BranchIndex(feed.capture(), SubjectTree.ROOT, MessageFilter.NONE);
        for (int minute = 1; minute <= minutes; minute++) {
            long end = System.nanoTime() + 60_000_000_000L;
            while (System.nanoTime() < end) {
                sample.take(System.nanoTime());
                flattener.rows(false);
                index.advance(List.of());
                Thread.sleep(200);
            }
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            heaps.add(heap);
            var counters = feed.counters();
            System.out.printf(
                    "minute %d: heap %d MiB, %,d received, %,d evicted, %d dropped, tree %.1f MiB,"
                            + " %,d subjects%s%n",
                    minute,
                    heap / MIB,
                    counters.received(),
                    counters.evicted(),
                    counters.dropped(),
                    feed.capture().tree().memory() / (double) MIB,
                    sample.subjects(SubjectTree.ROOT),
                    feed.capture().tree().hasRests() ? ", about; the tree is full" : "");
        }
    }

    private static void report(Feed feed, long sent, int gaps, List<Long> heaps) throws Exception {
        var counters = feed.counters();
        var sample = new TreeSample(feed.capture().tree());
        sample.take(System.nanoTime());
        long unaccounted = Math.abs(sent - counters.received() - counters.dropped())
                + Math.abs(counters.received() - sample.messages(SubjectTree.ROOT));
        long early = heaps.get(heaps.size() / 3);
        double growth = (heaps.getLast() - early) / (double) early;
        var figures = new LinkedHashMap<String, Object>();
        figures.put("heaps", heaps);
        figures.put("heap_growth", growth);
        figures.put("sent", sent);
        figures.put("subjects", sample.subjects(SubjectTree.ROOT));
        figures.put("tree_full", feed.capture().tree().hasRests());
        figures.put("unaccounted", unaccounted);
        figures.put("gaps", gaps);
        Path file = Path.of("target", "bench", "soak.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        System.out.printf("soak heap_growth=%.3f unaccounted=%d%n", growth, unaccounted);
    }
}
