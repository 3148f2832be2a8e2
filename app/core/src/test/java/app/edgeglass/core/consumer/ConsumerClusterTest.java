package app.edgeglass.core.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.consumer.trial.PullRequest;
import app.edgeglass.core.consumer.trial.Taken;
import app.edgeglass.core.consumer.trial.Trial;
import app.edgeglass.core.consumer.trial.Word;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A consumer that three servers keep: its leader steps down while somebody waits for messages, and a server goes. */
class ConsumerClusterTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void goesOnWithAnotherLeaderAndTellsOfOneThatIsGone() throws Exception {
        try (var cluster = TestCluster.start(ServerVersion.NEWEST, 3);
                var jets = Jets.on(cluster.node(0).url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            await().atMost(SOON).ignoreExceptions().until(() -> {
                jets.stream("ORDERS", "orders.>", "\"num_replicas\": 3");
                return true;
            });
            await().atMost(SOON).ignoreExceptions().until(() -> {
                jets.durable("ORDERS", "worker", "\"ack_policy\": \"explicit\", \"num_replicas\": 3");
                return true;
            });
            await().atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> Warnings.of(only(jets), Trend.UNKNOWN).isEmpty());
            ConsumerRow before = only(jets);
            assertThat(before.peers()).hasSize(2);
            var info = jets.consumers().info("ORDERS", "worker");
            try (var trial = new Trial(jets.api(), "ORDERS", before, info.path("config"), Clock.systemUTC())) {
                var taking = threads.submit(() -> trial.take(PullRequest.of(10, Duration.ofSeconds(5)), true));
                await().atMost(SOON).until(() -> only(jets).waiting() == 1);

                jets.changes("ORDERS").stepDown("worker");

                await().atMost(SOON)
                        .ignoreExceptions()
                        .until(() -> only(jets).leader().isPresent()
                                && !only(jets).leader().equals(before.leader()));
                jets.publish("orders.a", "1");
                await().atMost(SOON).until(() -> trial.taken() == 1);
                List<Long> numbers =
                        trial.messages().stream().map(Taken::number).toList();
                assertThat(trial.settle(numbers, new Word.Ack(), true).confirmed())
                        .isEqualTo(1);
                trial.stop();
                taking.get();
            }
            int follower = before.leader().orElseThrow().equals("n1") ? 2 : 1;
            cluster.node(follower).kill();
            await().atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> Warnings.of(only(jets), Trend.UNKNOWN).contains(Warning.REPLICA_BEHIND));
        }
    }

    private static ConsumerRow only(Jets jets) {
        return jets.consumers().list("ORDERS").rows().getFirst();
    }
}
