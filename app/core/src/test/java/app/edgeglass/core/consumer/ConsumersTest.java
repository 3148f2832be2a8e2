package app.edgeglass.core.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.consumer.Peek.Standing;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.ConfigDiff;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.ConsumerContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Listing, making, changing and removing consumers, on real servers. */
class ConsumersTest {

    private static final String EXPLICIT = "\"ack_policy\": \"explicit\"";

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void listsWhatTheServerKnowsOfEach(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var jets = Jets.on(server.url())) {
            jets.stream("ORDERS", "orders.>", "");
            jets.durable("ORDERS", "worker", EXPLICIT + ", \"filter_subject\": \"orders.new\", \"max_ack_pending\": 2");
            jets.durable(
                    "ORDERS", "pusher", EXPLICIT + ", \"deliver_subject\": \"to.app\", \"deliver_group\": \"apps\"");
            jets.publish("orders.new", "1");
            jets.publish("orders.paid", "2");
            jets.publish("orders.new", "3");
            jets.publish("orders.new", "4");
            var fetched = jets.other().connection().jetStream().getConsumerContext("ORDERS", "worker");
            ack(fetched);
            fetched.next(Duration.ofSeconds(2));
            fetched.next(Duration.ofSeconds(2));

            ConsumerList list = jets.consumers().list("ORDERS");

            assertThat(list.total()).isEqualTo(2);
            assertThat(list.missing()).isEmpty();
            ConsumerRow worker = row(list, "worker");
            assertThat(worker.durable()).isTrue();
            assertThat(worker.isPush()).isFalse();
            assertThat(worker.filters()).containsExactly("orders.new");
            assertThat(worker.pending()).isZero();
            assertThat(worker.ackPending()).isEqualTo(2);
            assertThat(worker.mostAckPending()).contains(2L);
            assertThat(worker.delivered().stream()).isEqualTo(4);
            assertThat(worker.delivered().consumer()).isEqualTo(3);
            assertThat(worker.ackFloor().stream()).isEqualTo(1);
            assertThat(worker.lastActive().orElseThrow()).isBetween(list.at().minusSeconds(30), list.at());
            assertThat(Warnings.of(worker, Trend.UNKNOWN)).containsExactly(Warning.ACKS_FULL);
            ConsumerRow pusher = row(list, "pusher");
            assertThat(pusher.deliverGroup()).isEqualTo("apps");
            assertThat(pusher.bound()).isFalse();
            assertThat(pusher.pending()).isEqualTo(4);
            assertThat(Warnings.of(pusher, Trend.UNKNOWN)).containsExactly(Warning.NOBODY_LISTENS);

            // How old the oldest open message is: it was stored behind the acknowledged one, past another subject.
            Map<String, Instant> oldest = new LagTimes(jets.api(), "ORDERS").oldest(list.rows());
            assertThat(oldest.get("worker")).isAfter(oldest.get("pusher"));
            assertThat(oldest.get("pusher")).isBetween(list.at().minusSeconds(30), list.at());
        }
    }

    /** Takes the next message as an application does, and acknowledges it. */
    private static void ack(ConsumerContext application) throws Exception {
        Objects.requireNonNull(application.next(Duration.ofSeconds(2))).ackSync(Duration.ofSeconds(2));
    }

    private static ConsumerRow row(ConsumerList list, String name) {
        return list.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whatever another client has set, and we know or not, stays as it is when one field is edited. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void anEditLeavesEveryOtherFieldAsItWas(ServerVersion version) {
        try (var server = TestServer.start(version);
                var jets = Jets.on(server.url())) {
            jets.stream("ORDERS", "orders.>", "");
            boolean newest = version == ServerVersion.NEWEST;
            ObjectNode made = jets.durable(
                    "ORDERS",
                    "worker",
                    EXPLICIT + """
                    , "description": "d", "deliver_policy": "by_start_time", "opt_start_time": "2026-01-02T03:04:05.678Z",
                    "max_deliver": 7, "backoff": [1000000000, 5000000000],
                    "filter_subjects": ["orders.a", "orders.b.>"], "replay_policy": "original", "sample_freq": "50%",
                    "max_waiting": 99, "max_ack_pending": 1234, "headers_only": true, "max_batch": 50,
                    "max_expires": 60000000000, "max_bytes": 65536, "inactive_threshold": 3600000000000,
                    "num_replicas": 1, "mem_storage": true, "metadata": {"team": "a", "x.y": "z"}"""
                            + (newest
                                    ? ", \"priority_groups\": [\"jobs\"], \"priority_policy\": \"pinned_client\","
                                            + " \"priority_timeout\": 30000000000"
                                    : ""));
            var before = (ObjectNode) made.path("config");
            ObjectNode after = before.deepCopy().put("max_ack_pending", 2000);

            jets.changes("ORDERS").update(before, after);

            var now = (ObjectNode) jets.ask("CONSUMER.INFO.ORDERS.worker", "").path("config");
            // 2.10 notes the name of a durable as its name as well when it is edited.
            assertThat(ConfigDiff.between(before, now))
                    .filteredOn(change -> !change.path().equals("name"))
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.path()).isEqualTo("max_ack_pending");
                        assertThat(change.after()).hasToString("2000");
                    });
            // Each of these fields is known by name, so that nothing of this server shows as unknown.
            assertThat(now.propertyNames())
                    .allSatisfy(name -> assertThat(ConsumerFields.named(name)).isPresent());
            // What cannot be changed is said before anything is sent.
            var fixed = catchThrowableOfType(
                    Failure.class,
                    () -> jets.changes("ORDERS").update(now, now.deepCopy().put("deliver_policy", "all")));
            assertThat(fixed.key()).isEqualTo("consumer.fixed");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void makesCopiesAndDeletes(ServerVersion version) {
        try (var server = TestServer.start(version);
                var jets = Jets.on(server.url())) {
            jets.stream("JOBS", "jobs.*", "\"retention\": \"workqueue\", \"max_consumers\": 2");
            ConsumerChanges changes = jets.changes("JOBS");
            ObjectNode config = Jets.json("""
                    {"name": "a", "durable_name": "a", "ack_policy": "explicit", "filter_subject": "jobs.a"}""");

            ObjectNode made = changes.create(config);

            assertThat(made.path("config").path("filter_subject").asString()).isEqualTo("jobs.a");
            var stored = (ObjectNode) made.path("config");
            assertThat(failure(() -> changes.create(stored.deepCopy().put("max_deliver", 3))))
                    .isEqualTo("consumer.exists");
            assertThat(failure(() -> changes.create(ConsumerChanges.copy(stored, "b"))))
                    .isEqualTo("consumer.work-queue");
            assertThat(failure(() -> changes.create(ConsumerChanges.copy(stored, "b.c"))))
                    .isEqualTo("consumer.name");
            changes.create(ConsumerChanges.copy(stored, "b").put("filter_subject", "jobs.b"));
            assertThat(failure(() ->
                            changes.create(ConsumerChanges.copy(stored, "c").put("filter_subject", "jobs.c"))))
                    .isEqualTo("consumer.most");
            var copied = (ObjectNode) jets.consumers().info("JOBS", "b").path("config");
            assertThat(ConfigDiff.between(stored, copied))
                    .extracting("path")
                    .containsExactlyInAnyOrder("name", "durable_name", "filter_subject");

            changes.delete(jets.row("JOBS", "a"), "");

            assertThat(jets.consumers().list("JOBS").rows()).extracting("name").containsExactly("b");
            assertThat(failure(() -> jets.consumers().info("JOBS", "a"))).isEqualTo("jetstream.no-consumer");
            // One without a name gets one from the server.
            ObjectNode unnamed = changes.create(Jets.json("""
                    {"ack_policy": "explicit", "filter_subject": "jobs.u", "inactive_threshold": 60000000000}"""));
            assertThat(unnamed.path("name").asString()).isNotEmpty();
        }
    }

    private static String failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call).key();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void beginsAnewElsewhereAndGoesOnWhenThatIsRefused(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var jets = Jets.on(server.url())) {
            jets.stream("ORDERS", "orders.>", "");
            jets.durable("ORDERS", "worker", EXPLICIT);
            for (int i = 1; i <= 5; i++) {
                jets.publish("orders.a", "" + i);
            }
            var application = jets.other().connection().jetStream().getConsumerContext("ORDERS", "worker");
            ack(application);
            ack(application);
            ConsumerChanges changes = jets.changes("ORDERS");
            var config = (ObjectNode) jets.consumers().info("ORDERS", "worker").path("config");

            changes.startAnew(jets.row("ORDERS", "worker"), config, new StartAt.Sequence(5), "");

            assertThat(jets.row("ORDERS", "worker").pending()).isEqualTo(1);
            changes.startAnew(jets.row("ORDERS", "worker"), config, new StartAt.First(), "");
            assertThat(jets.row("ORDERS", "worker").pending()).isEqualTo(5);
            ack(jets.other().connection().jetStream().getConsumerContext("ORDERS", "worker"));

            // The last of each subject takes a filter: refused, so the old one goes on where it had come.
            assertThat(failure(() ->
                            changes.startAnew(jets.row("ORDERS", "worker"), config, new StartAt.LastOfEach(), "")))
                    .isEqualTo("consumer.put-back");
            ConsumerRow back = jets.row("ORDERS", "worker");
            assertThat(back.pending()).isEqualTo(4);
            assertThat(back.doneUpTo()).isEqualTo(1);
            // Filters that overlap are refused with whatever start.
            ObjectNode bad = config.deepCopy();
            bad.putArray("filter_subjects").add("orders.>").add("orders.a");
            assertThat(failure(() -> changes.startAnew(back, bad, new StartAt.Next(), "")))
                    .isEqualTo("consumer.lost");
            assertThat(jets.consumers().list("ORDERS").rows()).isEmpty();
        }
    }

    @Test
    void pausesResetsAndUnpinsWhereTheServerCan() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var old = TestServer.start(ServerVersion.V2_10);
                var jets = Jets.on(server.url());
                var before = Jets.on(old.url())) {
            jets.stream("ORDERS", "orders.>", "");
            jets.durable(
                    "ORDERS",
                    "worker",
                    EXPLICIT + ", \"priority_groups\": [\"jobs\"],"
                            + " \"priority_policy\": \"pinned_client\", \"priority_timeout\": 30000000000");
            jets.publish("orders.a", "1");
            ConsumerChanges changes = jets.changes("ORDERS");
            Instant until = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

            changes.pause("worker", until);

            ConsumerRow paused = jets.row("ORDERS", "worker");
            assertThat(paused.paused()).contains(until);
            assertThat(Warnings.of(paused, Trend.UNKNOWN)).containsExactly(Warning.PAUSED);
            changes.resume("worker");
            assertThat(jets.row("ORDERS", "worker").paused()).isEmpty();
            assertThat(jets.row("ORDERS", "worker").groups())
                    .singleElement()
                    .satisfies(group -> assertThat(group.name()).isEqualTo("jobs"));
            changes.unpin("worker", "jobs");
            jets.publish("orders.a", "2");
            changes.reset("worker", 2);
            assertThat(jets.row("ORDERS", "worker").pending()).isEqualTo(1);

            before.stream("ORDERS", "orders.>", "");
            before.durable("ORDERS", "worker", EXPLICIT);
            assertThat(failure(() -> before.changes("ORDERS").pause("worker", until)))
                    .isEqualTo("consumer.too-old");
            assertThat(failure(() -> before.changes("ORDERS").reset("worker", 1)))
                    .isEqualTo("consumer.too-old");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void peeksWithoutTaking(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var jets = Jets.on(server.url())) {
            jets.stream("JOBS", "jobs.>", "\"retention\": \"workqueue\"");
            jets.durable("JOBS", "worker", EXPLICIT + ", \"filter_subjects\": [\"jobs.a\", \"jobs.b\"]");
            for (int i = 0; i < 12; i++) {
                jets.publish("jobs." + "abc".charAt(i % 3), "body " + i);
            }
            jets.other()
                    .connection()
                    .jetStream()
                    .getConsumerContext("JOBS", "worker")
                    .next(Duration.ofSeconds(2));
            ConsumerRow row = jets.row("JOBS", "worker");
            var peek = new Peek(jets.api(), "JOBS");

            Peek.Page page = peek.read(row, Peek.unacknowledged(row), 5);

            assertThat(page.messages())
                    .extracting(one -> one.message().sequence())
                    .containsExactly(1L, 2L, 4L, 5L, 7L);
            assertThat(page.messages())
                    .extracting(Peek.Peeked::standing)
                    .containsExactly(
                            Standing.DELIVERED, Standing.TO_COME, Standing.TO_COME, Standing.TO_COME, Standing.TO_COME);
            assertThat(page.messages().getFirst().message().payload())
                    .asString()
                    .isEqualTo("body 0");
            Peek.Page rest = peek.read(row, page.next().orElseThrow(), 50);
            assertThat(rest.messages())
                    .extracting(one -> one.message().sequence())
                    .containsExactly(8L, 10L, 11L);
            assertThat(rest.next()).isEmpty();
            ConsumerRow after = jets.row("JOBS", "worker");
            assertThat(after.delivered()).isEqualTo(row.delivered());
            assertThat(after.ackPending()).isEqualTo(1);
            assertThat(after.pending()).isEqualTo(7);
        }
    }

    /** One question for 256 of them, and under a second for all. */
    @Test
    void listsAThousandAtOnce() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var jets = Jets.on(server.url())) {
            jets.stream("MANY", "many.>", "");
            for (int i = 0; i < 1_000; i++) {
                jets.durable("MANY", "c" + i, EXPLICIT + ", \"mem_storage\": true");
            }
            jets.publish("many.a", "1");
            jets.consumers().info("MANY", "c0");
            long asked = jets.session().traffic().outMessages();

            ConsumerList list = jets.consumers().list("MANY");

            assertThat(list.rows()).hasSize(1_000);
            assertThat(list.total()).isEqualTo(1_000);
            assertThat(list.rows()).extracting(ConsumerRow::name).doesNotHaveDuplicates();
            assertThat(list.rows()).allMatch(row -> row.pending() == 1);
            assertThat(list.took()).isLessThan(Duration.ofSeconds(1));
            await().untilAsserted(() ->
                    assertThat(jets.session().traffic().outMessages() - asked).isEqualTo(4));
            var names = IntStream.range(0, 1_000).mapToObj(i -> "c" + i).toList();
            assertThat(list.rows()).extracting(ConsumerRow::name).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void saysWhyItCannot() {
        String users = "authorization { users = [ {user: all, password: p}, "
                + "{user: few, password: p, permissions: {publish: {deny: [\"$JS.API.CONSUMER.LIST.>\", "
                + "\"$JS.API.CONSUMER.CREATE.>\"]}}} ] }";
        try (var server = TestServer.start(ServerVersion.NEWEST, users)) {
            String all = server.url().replace("//", "//all:p@");
            try (var jets = Jets.of(Profile.of(server.url().replace("//", "//few:p@")), all)) {
                jets.stream("ORDERS", "orders.>", "");
                assertThat(failure(() -> jets.consumers().list("ORDERS"))).isEqualTo("jetstream.denied");
                assertThat(failure(() -> jets.changes("ORDERS").create(Jets.json("{\"name\": \"a\"}"))))
                        .isEqualTo("jetstream.denied");
                assertThat(failure(() -> jets.consumers().info("NONE", "a"))).isEqualTo("jetstream.no-stream");
            }
            var readOnly = Profile.of(all).withReadOnly(true);
            try (var jets = Jets.of(readOnly, all)) {
                assertThat(jets.consumers().list("ORDERS").rows()).isEmpty();
                assertThat(failure(() -> jets.changes("ORDERS").create(Jets.json("{\"name\": \"a\"}"))))
                        .isEqualTo("guard.read-only");
            }
            // A server that falls silent in the middle: nobody knows.
            try (var jets = Jets.on(all)) {
                server.suspend();
                try {
                    assertThat(failure(() -> jets.changes("ORDERS").create(Jets.json("{\"name\": \"a\"}"))))
                            .isEqualTo("consumer.in-doubt");
                } finally {
                    server.resume();
                }
            }
        }
        try (var server = TestServer.start(ServerVersion.NEWEST, "jetstream: disabled");
                var jets = Jets.on(server.url())) {
            assertThat(failure(() -> jets.consumers().list("ORDERS"))).isEqualTo("jetstream.off");
        }
    }

    @Test
    void putsThoseFirstThatNeedALook() {
        Instant now = Instant.now();
        var fine = Rows.of("fine").pending(900_000).waiting(3).row();
        var full = Rows.of("full").ackPending(10).most(10).row();
        var idle = Rows.of("idle").pending(5).active(now.minusSeconds(600)).row();
        var again = Rows.of("again").redelivered(2).waiting(1).row();
        var behind = Rows.of("behind").pending(50).waiting(1).row();
        List<ConsumerRow> rows = List.of(fine, again, idle, behind, full);

        List<String> order = rows.stream()
                .map(row ->
                        new Warnings.Judged(row, Warnings.of(row, row.equals(behind) ? Trend.GROWING : Trend.STEADY)))
                .sorted(Warnings.abnormalFirst())
                .map(one -> one.row().name())
                .toList();

        assertThat(order).containsExactly("full", "idle", "behind", "again", "fine");
    }

    @Test
    void tellsATrendFromABatch() {
        var history = new LagHistory();
        Instant start = Instant.parse("2026-11-25T10:00:00Z");
        for (int second = 0; second < 200; second++) {
            history.add(new ConsumerList(
                    List.of(
                            Rows.of("grows").pending(1_000 + 50L * second).row(),
                            Rows.of("shrinks").pending(100_000 - 50L * second).row(),
                            Rows.of("batch").pending(second % 20 == 5 ? 500 : 0).row()),
                    3,
                    List.of(),
                    start.plusSeconds(second),
                    Duration.ZERO));
        }

        assertThat(history.trend("grows")).isEqualTo(Trend.GROWING);
        assertThat(history.change("grows").orElseThrow()).isEqualTo(50.0);
        assertThat(history.trend("shrinks")).isEqualTo(Trend.SHRINKING);
        assertThat(history.trend("batch")).isEqualTo(Trend.STEADY);
        assertThat(history.trend("never seen")).isEqualTo(Trend.UNKNOWN);
        assertThat(history.lags("grows")).hasSize(LagHistory.SAMPLES).endsWith(1_000 + 50L * 199);
        history.add(new ConsumerList(List.of(), 0, List.of(), start.plusSeconds(300), Duration.ZERO));
        assertThat(history.lags("grows")).isEmpty();
    }

    @Test
    void advisesWhatTheFieldHasLearnt() {
        assertThat(Advice.on(Jets.json("""
                                {"ack_policy": "explicit", "deliver_subject": "d", "ack_wait": 1000000000,
                                "max_ack_pending": 50000, "durable_name": "a"}"""), Jets.json("{\"retention\": \"interest\"}")))
                .containsExactly(
                        Advice.PULL_RATHER_THAN_PUSH,
                        Advice.NO_END_OF_DELIVERIES,
                        Advice.SHORT_ACK_WAIT,
                        Advice.MANY_ACK_PENDING,
                        Advice.KEPT_FOR_EVER);
        assertThat(Advice.on(Jets.json("""
                                {"ack_policy": "explicit", "max_deliver": 5, "ack_wait": 30000000000,
                                "max_ack_pending": 1000, "durable_name": "a"}"""), Jets.json("{}"))).containsExactly(Advice.WATCH_DEAD_LETTERS);
    }
}
