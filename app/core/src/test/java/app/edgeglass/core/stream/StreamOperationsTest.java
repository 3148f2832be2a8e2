package app.edgeglass.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.stream.PurgeScope.Extent;
import app.edgeglass.core.testing.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class StreamOperationsTest {

    private static String key(ThrowingCallable call) {
        Failure failure = catchThrowableOfType(Failure.class, call);
        assertThat(failure).isNotNull();
        return failure.key();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void purgesWhatItCounted(ServerVersion version) {
        try (var world = StreamWorld.production(version)) {
            world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"]}");
            world.fill("S", 90, "s.a.1", "s.b.1", "s.b.2");
            world.ask("STREAM.MSG.DELETE.S", "{\"seq\":4}");

            for (var scope : List.of(
                    new PurgeScope("", new Extent.UpTo(10)),
                    new PurgeScope("s.b.*", new Extent.Keep(20)),
                    new PurgeScope("s.a.>", new Extent.All()),
                    new PurgeScope("", new Extent.Keep(5)),
                    new PurgeScope("", new Extent.UpTo(1_000)))) {
                PurgeCount counted = world.operations.count("S", scope);
                assertThat(counted.exact()).isTrue();
                assertThat(counted.messages()).as(scope.toString()).isPositive();
                assertThat(key(() -> world.operations.purge("S", scope, counted, "s")))
                        .isEqualTo("guard.other-name");
                assertThat(world.operations.purge("S", scope, counted, "S"))
                        .as(scope.toString())
                        .isEqualTo(counted.messages());
            }
            assertThat(world.messages("S")).isZero();

            world.fill("S", 6, "s.a.1", "s.b.1");
            var both = new PurgeScope("s.a.>", new Extent.UpTo(94));
            PurgeCount atMost = world.operations.count("S", both);
            assertThat(atMost.exact()).isFalse();
            assertThat(world.operations.purge("S", both, atMost, "S")).isLessThanOrEqualTo(atMost.messages());
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void sealsAndDeletes(ServerVersion version) {
        try (var world = StreamWorld.production(version)) {
            world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"]}");
            world.fill("S", 3, "s.a");

            assertThat(key(() -> world.operations.seal("S", ""))).isEqualTo("guard.other-name");
            assertThat(world.operations.seal("S", "S").is("sealed")).isTrue();
            assertThat(world.config("S").path("sealed").asBoolean()).isTrue();

            StreamInfo there = world.streams.info("S");
            assertThat(StreamOperations.deletionOf(there).loss().items()).isEqualTo(3);
            assertThat(key(() -> world.operations.delete(there, "T"))).isEqualTo("guard.other-name");
            world.operations.delete(there, "S");
            assertThat(key(() -> world.streams.info("S"))).isEqualTo("jetstream.no-stream");
            assertThat(key(() -> world.operations.delete(there, "S"))).isEqualTo("jetstream.no-stream");
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void copiesAllOfTheConfiguration(ServerVersion version) {
        try (var world = StreamWorld.start(version)) {
            world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"],\"max_age\":5000000000,\"compression\":\"s2\","
                    + "\"metadata\":{\"team\":\"x\"},\"deny_purge\":true}");
            world.fill("S", 4, "s.a");
            StreamInfo from = world.streams.info("S");

            assertThat(world.editor
                            .create(StreamCopy.draft(from, "C", List.of("c.>")))
                            .otherwise())
                    .isEmpty();
            ObjectNode expected = StreamEditor.without(world.config("S")).put("name", "C");
            expected.putArray("subjects").add("c.>");
            assertThat(StreamEditor.without(world.config("C"))).isEqualTo(expected);

            world.editor.create(StreamCopy.fed(from, "F", List.of("f.>")));
            await().until(() -> world.messages("F") == 4);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void renamesAndLosesNothing(ServerVersion version) {
        try (var world = StreamWorld.start(version)) {
            world.create("{\"name\":\"OLD\",\"subjects\":[\"s.>\"],\"duplicate_window\":5000000000}");
            world.fill("OLD", 500, "s.a", "s.b");
            world.ask("STREAM.MSG.DELETE.OLD", "{\"seq\":3}");
            var rename = new StreamRename(world.api, world.editor);
            var steps = new ArrayList<StreamRename.Step>();

            StreamInfo renamed = rename.rename("OLD", "NEW", steps::add);

            assertThat(steps).containsExactly(StreamRename.Step.values());
            assertThat(renamed.subjects()).containsExactly("s.>");
            assertThat(renamed.mirrors()).isFalse();
            assertThat(world.messages("NEW")).isEqualTo(499);
            assertThat(world.messages("OLD")).isEqualTo(499);
            assertThat(world.config("NEW").path("duplicate_window").asLong()).isEqualTo(5_000_000_000L);
            world.fill("NEW", 2, "s.a");
            assertThat(world.messages("OLD")).isEqualTo(499);
            assertThat(world.streams.info("NEW").state().lastSequence()).isEqualTo(rename.keepsSequences() ? 502 : 501);

            world.create("{\"name\":\"W\",\"subjects\":[\"w\"],\"retention\":\"workqueue\"}");
            assertThat(key(() -> rename.rename("W", "V", step -> {}))).isEqualTo("stream.rename-kind");
            assertThat(key(() -> rename.rename("NEW", "OLD", step -> {}))).isEqualTo("stream.exists");
        }
    }

    @Test
    void withoutAClusterThereIsNoOtherLeader() {
        try (var world = StreamWorld.start(ServerVersion.NEWEST)) {
            world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"]}");
            assertThat(key(() -> world.operations.stepDown("S", ""))).isEqualTo("jetstream.refused");
        }
    }
}
