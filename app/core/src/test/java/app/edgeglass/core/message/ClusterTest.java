package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestCluster;
import io.nats.client.ErrorListener;
import io.nats.client.Options;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Three nodes that are killed in turn under traffic, for {@code edgeglass.cluster.seconds}. Each node has a witness of its own,
 * a plain client that stays there: what a node has delivered to its witness while the session was connected to that node, the
 * session has received too, and once.
 */
class ClusterTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("edgeglass.cluster.seconds", 25));
    private static final int NODES = 3;
    private static final int PUBLISHERS = 2;
    private static final long EVERY_NANOS = 1_000_000;
    /** Between a witness and the session at the beginning and the end of a connection. */
    private static final Duration BLUR = Duration.ofMillis(300);

    /** That connections break is what is wanted. */
    private static final ErrorListener QUIET = new ErrorListener() {};

    /** What a node has delivered, and when. */
    private record Seen(int node, Map<String, Instant> messages) {}

    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private volatile boolean over;

    @Test
    void whatANodeDeliversArrivesOnceWhileOthersAreKilled() throws Exception {
        try (var cluster = TestCluster.start(ServerVersion.NEWEST, NODES);
                var session = new Session(Profile.of(cluster.urls()), Clock.systemUTC())) {
            session.open();
            FeedPath.tap(session).subscribe(SubjectPattern.parse("p.>"), Optional.empty(), frame -> {
                var payload =
                        new String(frame.bytes(), frame.payloadAt(), frame.payloadLength(), StandardCharsets.US_ASCII);
                received.merge(payload, 1, Integer::sum);
            });
            session.liveConnection().flush(SOON);
            var witnesses = new ArrayList<TestClient>();
            for (int i = 0; i < NODES; i++) {
                witnesses.add(witness(cluster, i));
            }
            var states = new ArrayList<SessionState.Live>();
            states.add(live(session));
            var publishers = publishers(cluster);

            long end = System.nanoTime() + LENGTH.toNanos();
            int kills = 0;
            while (System.nanoTime() < end) {
                int node = kills % NODES;
                witnesses.get(node).close();
                cluster.node(node).kill();
                kills++;
                await().atMost(SOON).until(() -> isAtLivingNode(cluster, session));
                session.liveConnection().flush(SOON);
                states.add(live(session));
                int before = received.size();
                await().atMost(SOON).until(() -> received.size() > before + 1_500);
                assertThat(cluster.subscriptions("p.>")).isEqualTo(1);
                cluster.node(node).restart();
                cluster.awaitWhole();
                witnesses.set(node, witness(cluster, node));
            }
            over = true;
            for (Thread publisher : publishers) {
                publisher.join();
            }
            session.liveConnection().flush(SOON);
            witnesses.forEach(TestClient::close);

            assertThat(received.values()).as("nothing twice").allMatch(times -> times == 1);
            assertThat(session.gaps())
                    .hasSize(states.stream().distinct().toList().size() - 1);
            assertThat(kills).isGreaterThanOrEqualTo(NODES);
            assertThat(missing(cluster, states.stream().distinct().toList(), session.gaps()))
                    .isEmpty();
        }
    }

    private static SessionState.Live live(Session session) {
        return (SessionState.Live) session.state();
    }

    private static boolean isAtLivingNode(TestCluster cluster, Session session) {
        return session.state() instanceof SessionState.Live live
                && cluster.node(nodeOf(live)).isRunning();
    }

    private static int nodeOf(SessionState.Live live) {
        return live.server().name().charAt(1) - '0';
    }

    private TestClient witness(TestCluster cluster, int node) throws Exception {
        var messages = new ConcurrentHashMap<String, Instant>();
        seen.add(new Seen(node, messages));
        var client = TestClient.connect(new Options.Builder()
                .server(cluster.node(node).url())
                .noReconnect()
                .errorListener(QUIET)
                .build());
        client.connection()
                .createDispatcher(message ->
                        messages.put(new String(message.getData(), StandardCharsets.US_ASCII), Instant.now()))
                .subscribe("p.*");
        client.connection().flush(SOON);
        return client;
    }

    private List<Thread> publishers(TestCluster cluster) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < PUBLISHERS; i++) {
            int number = i;
            threads.add(Thread.ofPlatform().daemon().start(() -> publish(cluster, number)));
        }
        return threads;
    }

    private void publish(TestCluster cluster, int number) {
        var options = new Options.Builder()
                .servers(cluster.urls().split(",", -1))
                .maxReconnects(-1)
                .errorListener(QUIET)
                .reconnectBufferSize(0);
        try (var client = TestClient.connect(options.build())) {
            for (long sequence = 0; !over; sequence++) {
                byte[] payload = (number + " " + sequence).getBytes(StandardCharsets.US_ASCII);
                try {
                    client.connection().publish("p." + number, payload);
                } catch (IllegalStateException e) {
                    // Its own connection is away.
                }
                LockSupport.parkNanos(EVERY_NANOS);
            }
        }
    }

    /** What a node's witness has seen while the session was at that node, and the session has not. */
    private List<String> missing(TestCluster cluster, List<SessionState.Live> states, List<Gap> gaps) {
        var missing = new ArrayList<String>();
        long checked = 0;
        for (int i = 0; i < states.size(); i++) {
            SessionState.Live state = states.get(i);
            Instant from = state.since().plus(BLUR);
            Instant until = i < gaps.size() ? gaps.get(i).from().minus(BLUR) : Instant.MAX;
            for (Seen witness : seen) {
                if (witness.node() != nodeOf(state)) {
                    continue;
                }
                for (Map.Entry<String, Instant> message : witness.messages().entrySet()) {
                    if (message.getValue().isAfter(from) && message.getValue().isBefore(until)) {
                        checked++;
                        if (!received.containsKey(message.getKey())) {
                            missing.add(state.server().name() + ": " + message.getKey());
                        }
                    }
                }
            }
        }
        assertThat(checked)
                .as("messages that were looked at, of " + cluster.size() + " nodes")
                .isGreaterThan(received.size() / 2);
        return missing;
    }
}
