package app.edgeglass.core.stream;

import static app.edgeglass.core.stream.StreamWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.FieldChange;
import app.edgeglass.core.stream.UpdateEffect.Certainty;
import app.edgeglass.core.testing.ServerVersion;
import java.time.Clock;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class StreamEditorTest {

    private static final String FULL = """
            {"name":"ORDERS","description":"all orders","subjects":["orders.>"],"retention":"limits","max_msgs":1000,
             "max_bytes":1048576,"max_age":3600000000000,"max_msgs_per_subject":100,"max_msg_size":65536,"discard":"old",
             "storage":"file","num_replicas":1,"duplicate_window":60000000000,"compression":"s2","max_consumers":10,
             "subject_transform":{"src":"orders.*","dest":"orders.in.{{wildcard(1)}}"},
             "republish":{"src":"orders.>","dest":"seen.>","headers_only":true},"allow_direct":true,
             "allow_rollup_hdrs":true,"deny_delete":true,"consumer_limits":{"max_ack_pending":500},
             "sources":[{"name":"O","filter_subject":"o.a","opt_start_seq":3}],"metadata":{"team":"payments"}}""";

    private static String key(ThrowingCallable call) {
        Failure failure = catchThrowableOfType(Failure.class, call);
        assertThat(failure).isNotNull();
        return failure.key();
    }

    /** Read, edit one field, write: all else is as it was, as raw JSON, on both servers. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void leavesAllElseAsItWas(ServerVersion version) {
        try (var world = StreamWorld.start(version)) {
            world.create("{\"name\":\"O\",\"subjects\":[\"o.>\"]}");
            world.create(FULL);
            if (world.streams.level() > 0) {
                ObjectNode newer = world.config("ORDERS");
                newer.put("allow_msg_ttl", true).put("allow_atomic", true).put("allow_batched", true);
                assertThat(world.ask("STREAM.UPDATE.ORDERS", newer.toString()).has("error"))
                        .isFalse();
            }
            ObjectNode before = world.config("ORDERS");
            StreamInfo read = world.streams.info("ORDERS");

            UpdatePlan plan = world.editor.plan(read, read.config().deepCopy().put("description", "some"));
            assertThat(plan.changes()).extracting(FieldChange::path).containsExactly("description");
            assertThat(plan.effects()).isEmpty();
            assertThat(plan.destruction()).isEmpty();
            assertThat(world.editor.update(plan, "").otherwise()).isEmpty();

            assertThat(world.config("ORDERS")).isEqualTo(before.deepCopy().put("description", "some"));
        }
    }

    /** An old server takes any field, and forgets it without a word; a new one refuses it. Both are said. */
    @Test
    void saysWhatTheServerHasNotTaken() {
        try (var old = StreamWorld.start(ServerVersion.V2_10);
                var fresh = StreamWorld.start(ServerVersion.NEWEST)) {
            var unknown = json("{\"name\":\"S\",\"subjects\":[\"s\"],\"hovercraft\":{\"full\":\"eels\"}}");

            assertThat(old.editor.create(unknown).otherwise())
                    .extracting(FieldChange::path)
                    .containsExactly("hovercraft");
            assertThat(key(() -> fresh.editor.create(unknown))).isEqualTo("jetstream.unknown-field");
            assertThat(fresh.streams.all().streams()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void sendsNothingThatSomebodyElseWouldLose(ServerVersion version) {
        try (var world = StreamWorld.start(version)) {
            world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"]}");
            StreamInfo read = world.streams.info("S");
            UpdatePlan plan = world.editor.plan(read, read.config().deepCopy().put("max_msgs", 10));
            ObjectNode theirs =
                    world.config("S").put("max_age", 60_000_000_000L).put("duplicate_window", 1_000_000_000);
            world.ask("STREAM.UPDATE.S", theirs.toString());

            Failure failure = catchThrowableOfType(Failure.class, () -> world.editor.update(plan, ""));

            assertThat(failure.key()).isEqualTo("stream.changed-meanwhile");
            assertThat(failure.sentence()).contains("max_age");
            assertThat(world.config("S").path("max_msgs").asInt()).isEqualTo(-1);
            assertThat(key(() -> world.editor.plan(read, plan.after()))).isEqualTo("stream.changed-meanwhile");

            world.ask("STREAM.DELETE.S", "");
            assertThat(key(() -> world.editor.update(plan, ""))).isEqualTo("jetstream.no-stream");
        }
    }

    /** What is said to go is what goes. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void foretellsWhatGoes(ServerVersion version) {
        try (var world = StreamWorld.production(version)) {
            world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"],\"max_msgs_per_subject\":50}");
            world.fill("S", 60, "s.a", "s.a", "s.b");

            StreamInfo read = world.streams.info("S");
            UpdatePlan perSubject =
                    world.editor.plan(read, read.config().deepCopy().put("max_msgs_per_subject", 25));
            assertThat(perSubject.effects())
                    .containsExactly(new UpdateEffect("max_msgs_per_subject", 15, Certainty.EXACT));
            assertThat(key(() -> world.editor.update(perSubject, ""))).isEqualTo("guard.other-name");
            assertThat(world.messages("S")).isEqualTo(60);
            world.editor.update(perSubject, "S");
            assertThat(world.messages("S")).isEqualTo(45);

            StreamInfo again = world.streams.info("S");
            UpdatePlan count =
                    world.editor.plan(again, again.config().deepCopy().put("max_msgs", 40));
            assertThat(count.effects()).containsExactly(new UpdateEffect("max_msgs", 5, Certainty.EXACT));
            world.editor.update(count, "S");
            assertThat(world.messages("S")).isEqualTo(40);

            StreamInfo third = world.streams.info("S");
            UpdatePlan refusing = world.editor.plan(
                    third, third.config().deepCopy().put("max_msgs", 10).put("discard", "new"));
            assertThat(refusing.effects()).isEmpty();
        }
    }

    /** The age is looked for among the messages, over gaps. */
    @Test
    void foretellsWhatGoesByAge() {
        try (var world = StreamWorld.start(ServerVersion.NEWEST)) {
            world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"]}");
            world.fill("S", 20, "s.a");
            world.ask("STREAM.MSG.DELETE.S", "{\"seq\":7}");
            var old = world.streams.info("S").state().lastTime().orElseThrow();
            world.fill("S", 10, "s.a");
            // As if it were half a minute later, and half of the messages older than that.
            var clock = Clock.fixed(old.plusSeconds(30).plusNanos(1), ZoneOffset.UTC);
            var editor = new StreamEditor(world.api, clock);
            StreamInfo read = world.streams.info("S");

            UpdatePlan plan = editor.plan(
                    read,
                    read.config().deepCopy().put("max_age", 30_000_000_000L).put("duplicate_window", 1_000_000_000));

            assertThat(plan.effects()).containsExactly(new UpdateEffect("max_age", 20, Certainty.AT_MOST));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void createsWithTheServersOwnDefaults(ServerVersion version) {
        try (var world = StreamWorld.start(version)) {
            for (StreamPurpose purpose : StreamPurpose.values()) {
                String name = "P_" + purpose.name();
                ObjectNode draft = purpose.draft().put("name", name);
                draft.putArray("subjects").add("p." + purpose.name());
                UpdateResult made = world.editor.create(draft);
                assertThat(made.otherwise()).isEmpty();
                assertThat(world.config(name).path("retention").asString()).isEqualTo(purpose.retention());
            }
            assertThat(key(() -> world.editor.create(json("{\"name\":\"P_TASK_QUEUE\"}"))))
                    .isEqualTo("stream.exists");
            assertThat(key(() -> world.editor.create(json("{\"name\":\"a.b\"}"))))
                    .isEqualTo("stream.name");
            assertThat(key(() -> world.editor.create(json("{\"name\":\"X\",\"subjects\":[\"p.>\"]}"))))
                    .isEqualTo("jetstream.refused");
            assertThat(world.streams.all().streams()).hasSize(3);
        }
    }

    /** A frozen server answers nothing: it has to be said that nobody knows. */
    @Test
    void saysWhenItIsNotKnownWhetherItWasDone() {
        try (var world = StreamWorld.impatient(ServerVersion.NEWEST)) {
            world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"]}");
            StreamInfo read = world.streams.info("S");
            UpdatePlan plan = world.editor.plan(read, read.config().deepCopy().put("description", "x"));
            world.server.suspend();
            try {
                // Already the question before is not answered: nothing was sent.
                assertThat(key(() -> world.editor.update(plan, ""))).isEqualTo("jetstream.silent");
                assertThat(key(() -> world.operations.delete(read, ""))).isEqualTo("stream.in-doubt");
            } finally {
                world.server.resume();
            }
        }
    }
}
