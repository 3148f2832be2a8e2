package app.edgeglass.core.consumer.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.consumer.Jets;
import app.edgeglass.core.consumer.trial.PullEnd.Why;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.FaultyLink;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Taking messages from consumers by hand, on real servers. */
class TrialTest {

    private static final String EXPLICIT = "\"ack_policy\": \"explicit\"";
    private static final PullRequest TEN_NOW = PullRequest.of(10, Duration.ZERO);

    private static Trial trial(Jets jets, String stream, String name) {
        var info = jets.consumers().info(stream, name);
        return new Trial(jets.api(), stream, jets.consumers().row(info), info.path("config"), Clock.systemUTC());
    }

    private static List<Long> numbers(Trial trial) {
        return trial.messages().stream().map(Taken::number).toList();
    }

    private static Fate fate(Trial trial, int index) {
        return trial.messages().get(index).fate();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void takesAndSettlesEachWay(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var jets = Jets.on(server.url())) {
            jets.stream("JOBS", "jobs.>", "\"retention\": \"workqueue\"");
            jets.durable("JOBS", "worker", EXPLICIT + ", \"ack_wait\": 60000000000");
            for (int i = 1; i <= 6; i++) {
                jets.publish("jobs.a", "body " + i);
            }
            var terminated = new CompletableFuture<String>();
            var watcher = jets.other()
                    .connection()
                    .createDispatcher(message -> terminated.complete(
                            new String(message.getData(), java.nio.charset.StandardCharsets.UTF_8)));
            watcher.subscribe("$JS.EVENT.ADVISORY.CONSUMER.MSG_TERMINATED.>");
            try (Trial trial = trial(jets, "JOBS", "worker")) {
                PullEnd end = trial.take(PullRequest.of(5, Duration.ofSeconds(5)), false);

                assertThat(end.why()).isEqualTo(Why.COMPLETE);
                Taken first = trial.messages().getFirst();
                assertThat(first.payload()).asString().isEqualTo("body 1");
                assertThat(first.delivery().count()).isEqualTo(1);
                assertThat(first.delivery().streamSequence()).isEqualTo(1);
                assertThat(first.delivery().pending()).isEqualTo(5);
                assertThat(first.due().orElseThrow()).isEqualTo(first.at().plusSeconds(60));
                assertThat(trial.open()).isEqualTo(5);

                assertThat(trial.settle(List.of(1L), new Word.Ack(), false)).isEqualTo(new Settled(1, 0, 0));
                assertThat(trial.settle(List.of(2L), new Word.Ack(), true)).isEqualTo(new Settled(1, 1, 0));
                trial.settle(List.of(3L), new Word.Term("no such customer"), true);
                trial.settle(List.of(4L), new Word.NakAfter(Duration.ofHours(1)), true);
                trial.settle(List.of(5L), new Word.InProgress(), true);
                assertThat(trial.messages())
                        .extracting(Taken::fate)
                        .containsExactly(
                                Fate.ACKNOWLEDGED, Fate.CONFIRMED, Fate.TERMINATED, Fate.GIVEN_BACK, Fate.OPEN);
                assertThat(trial.messages().get(4).due().orElseThrow())
                        .isAfter(trial.messages().get(3).due().orElseThrow());
                // Acknowledged and given up are both gone from a work queue; the rest is where it was.
                await().untilAsserted(() -> assertThat(jets.ask("STREAM.INFO.JOBS", "")
                                .path("state")
                                .path("messages")
                                .asInt())
                        .isEqualTo(3));
                assertThat(terminated.get(5, TimeUnit.SECONDS)).contains("no such customer");
                // What is settled already gets no second word.
                assertThat(trial.settle(List.of(1L, 2L), new Word.Nak(), false)).isEqualTo(new Settled(0, 0, 0));

                trial.settle(List.of(5L), new Word.Nak(), false);
                assertThat(trial.take(TEN_NOW, false).why()).isIn(Why.NOTHING_THERE, Why.TIME_UP);
                assertThat(trial.messages().getLast().delivery().streamSequence())
                        .isIn(5L, 6L);
                await().until(() -> {
                    trial.take(TEN_NOW, false);
                    return trial.taken() == 7;
                });
                Taken again = trial.messages().stream()
                        .filter(one -> one.delivery().count() == 2)
                        .findFirst()
                        .orElseThrow();
                assertThat(again.delivery().streamSequence()).isEqualTo(5);
                assertThat(fate(trial, 4)).isEqualTo(Fate.CAME_AGAIN);
                assertThat(trial.open()).isEqualTo(2);
            }
            // Leaving gives nothing back by itself.
            assertThat(jets.row("JOBS", "worker").ackPending()).isEqualTo(3);
        }
    }

    @Test
    void consumesOnAndOnUntilItIsStopped() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var jets = Jets.on(server.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            jets.stream("ORDERS", "orders.>", "");
            jets.durable("ORDERS", "all", "\"ack_policy\": \"all\", \"max_batch\": 3, \"max_expires\": 1000000000");
            try (Trial trial = trial(jets, "ORDERS", "all")) {
                Future<PullEnd> taking =
                        threads.submit(() -> trial.take(PullRequest.of(100, Duration.ofSeconds(30)), true));
                for (int i = 0; i < 10; i++) {
                    jets.publish("orders.a", "" + i);
                }
                await().until(() -> trial.taken() == 10);

                trial.settle(List.of(7L), new Word.Ack(), true);

                assertThat(trial.open()).isEqualTo(3);
                assertThat(fate(trial, 0)).isEqualTo(Fate.CONFIRMED);
                assertThat(jets.row("ORDERS", "all").ackFloor().stream()).isEqualTo(7);
                trial.stop();
                assertThat(taking.get(5, TimeUnit.SECONDS).why()).isEqualTo(Why.STOPPED);
                trial.clearSettled();
                assertThat(trial.messages()).hasSize(3);
            }
        }
    }

    @Test
    void listensToAPushConsumerAsOneOfItsGroup() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var jets = Jets.on(server.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            jets.stream("ORDERS", "orders.>", "");
            jets.durable(
                    "ORDERS", "pusher", EXPLICIT + ", \"deliver_subject\": \"to.app\", \"deliver_group\": \"apps\"");
            jets.durable(
                    "ORDERS",
                    "flows",
                    "\"ack_policy\": \"none\", \"deliver_subject\": \"to.flow\","
                            + " \"flow_control\": true, \"idle_heartbeat\": 500000000");
            String body = "x".repeat(100_000);
            for (int i = 0; i < 20; i++) {
                jets.publish("orders.a", body);
            }
            try (Trial trial = trial(jets, "ORDERS", "pusher");
                    Trial flows = trial(jets, "ORDERS", "flows")) {
                Future<PullEnd> taking = threads.submit(() -> trial.take(TEN_NOW, true));
                Future<PullEnd> flowing = threads.submit(() -> flows.take(TEN_NOW, true));

                await().until(() -> trial.taken() == 20);
                assertThat(jets.row("ORDERS", "pusher").bound()).isTrue();
                trial.settle(numbers(trial), new Word.Ack(), true);
                assertThat(jets.row("ORDERS", "pusher").ackPending()).isZero();
                // It sends on only since its questions whether all was read are answered.
                await().until(() -> flows.taken() == 20);
                assertThat(fate(flows, 0)).isEqualTo(Fate.NEEDS_NOTHING);

                trial.stop();
                flows.stop();
                assertThat(taking.get(5, TimeUnit.SECONDS).why()).isEqualTo(Why.STOPPED);
                assertThat(flowing.get(5, TimeUnit.SECONDS).why()).isEqualTo(Why.STOPPED);
                await().until(() -> !jets.row("ORDERS", "pusher").bound());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void saysThatTheConsumerIsGone(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var jets = Jets.on(server.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            jets.stream("ORDERS", "orders.>", "");
            jets.durable("ORDERS", "worker", EXPLICIT);
            jets.publish("orders.a", "1");
            try (Trial trial = trial(jets, "ORDERS", "worker")) {
                trial.take(PullRequest.of(1, Duration.ofSeconds(5)), false);
                Future<PullEnd> waiting =
                        threads.submit(() -> trial.take(PullRequest.of(1, Duration.ofSeconds(30)), true));
                await().until(() -> jets.row("ORDERS", "worker").waiting() == 1);

                jets.ask("CONSUMER.DELETE.ORDERS.worker", "");

                var ended = catchThrowableOfType(ExecutionException.class, () -> waiting.get(10, TimeUnit.SECONDS));
                assertThat(Failure.in(ended).key()).isEqualTo("consumer.gone");
                assertThat(catchThrowableOfType(Failure.class, () -> trial.take(TEN_NOW, false))
                                .key())
                        .isEqualTo("consumer.gone");
                assertThat(catchThrowableOfType(Failure.class, () -> trial.settle(List.of(1L), new Word.Ack(), true))
                                .key())
                        .isEqualTo("consumer.gone");
            }
        }
    }

    /** Word that was on its way when the link broke may have arrived or not, and both is said. */
    @Test
    void saysWhichWordIsInDoubt() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var link = FaultyLink.to(server);
                var jets = Jets.of(Profile.of(link.url()), server.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            jets.stream("ORDERS", "orders.>", "");
            jets.durable("ORDERS", "worker", EXPLICIT + ", \"ack_wait\": 2000000000");
            jets.publish("orders.a", "1");
            jets.publish("orders.a", "2");
            try (Trial trial = trial(jets, "ORDERS", "worker")) {
                trial.take(PullRequest.of(2, Duration.ofSeconds(5)), false);
                link.fallSilent();

                assertThat(trial.settle(List.of(1L), new Word.Ack(), false)).isEqualTo(new Settled(1, 0, 1));

                assertThat(fate(trial, 0)).isEqualTo(Fate.IN_DOUBT);
                assertThat(fate(trial, 1)).isEqualTo(Fate.OPEN);
                link.cut();
                link.heal();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> jets.session().state() instanceof SessionState.Live);
                // What had not arrived comes again, and takes the place of what was in doubt.
                Future<PullEnd> taking =
                        threads.submit(() -> trial.take(PullRequest.of(10, Duration.ofSeconds(3)), true));
                await().atMost(Duration.ofSeconds(20)).until(() -> fate(trial, 0) == Fate.CAME_AGAIN);
                await().until(() -> fate(trial, 1) == Fate.CAME_AGAIN);
                assertThat(trial.messages())
                        .filteredOn(one -> one.fate() == Fate.OPEN)
                        .allMatch(one -> one.delivery().count() == 2);
                trial.stop();
                taking.get(5, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void refusesWhatTheProfileOrTheServerDoesNotAllow() throws Exception {
        String users = "authorization { users = [ {user: all, password: p}, {user: few, password: p, permissions: "
                + "{publish: {deny: [\"$JS.ACK.>\"]}}}, {user: none, password: p, permissions: "
                + "{publish: {deny: [\"$JS.API.CONSUMER.MSG.NEXT.>\"]}}} ] }";
        try (var server = TestServer.start(ServerVersion.NEWEST, users)) {
            String all = server.url().replace("//", "//all:p@");
            try (var jets = Jets.of(Profile.of(server.url().replace("//", "//few:p@")), all);
                    var none = Jets.of(Profile.of(server.url().replace("//", "//none:p@")), all);
                    var readOnly = Jets.of(Profile.of(all).withReadOnly(true), all)) {
                jets.stream("ORDERS", "orders.>", "");
                jets.durable("ORDERS", "worker", EXPLICIT);
                jets.publish("orders.a", "1");
                try (Trial trial = trial(jets, "ORDERS", "worker");
                        Trial mute = trial(none, "ORDERS", "worker");
                        Trial forbidden = trial(readOnly, "ORDERS", "worker")) {
                    assertThat(catchThrowableOfType(Failure.class, () -> forbidden.take(TEN_NOW, false))
                                    .key())
                            .isEqualTo("guard.read-only");
                    assertThat(catchThrowableOfType(
                                            Failure.class,
                                            () -> mute.take(PullRequest.of(1, Duration.ofSeconds(20)), false))
                                    .key())
                            .isEqualTo("jetstream.denied");
                    trial.take(PullRequest.of(1, Duration.ofSeconds(5)), false);
                    assertThat(catchThrowableOfType(
                                            Failure.class, () -> trial.settle(List.of(1L), new Word.Ack(), false))
                                    .key())
                            .isEqualTo("consumer.word-denied");
                    assertThat(fate(trial, 0)).isEqualTo(Fate.OPEN);
                }
                ConsumerRow row = jets.row("ORDERS", "worker");
                assertThat(row.ackPending()).isEqualTo(1);
            }
        }
    }

    @Test
    void readsBothKindsOfAckSubjects() {
        var old = Delivery.of("$JS.ACK.ORDERS.worker.3.17.5.1764036000000000000.42")
                .orElseThrow();
        assertThat(old.count()).isEqualTo(3);
        assertThat(old.streamSequence()).isEqualTo(17);
        assertThat(old.consumerSequence()).isEqualTo(5);
        assertThat(old.pending()).isEqualTo(42);
        assertThat(Delivery.of("$JS.ACK.hub.AbCd.ORDERS.worker.3.17.5.1764036000000000000.42.rest"))
                .contains(old);
        assertThat(Delivery.of("_INBOX.a.b")).isEmpty();
        assertThat(Delivery.of("$JS.ACK.ORDERS.worker.x.17.5.1764036000000000000.42"))
                .isEmpty();
    }
}
