package app.edgeglass.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.stream.StreamWarning.Kind;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three servers, and what they say of a stream that all of them keep. */
class StreamClusterTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static int number(String node) {
        return Integer.parseInt(node.substring(1));
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void followsLeadersAndLosses(ServerVersion version) {
        try (var cluster = TestCluster.start(version, 3);
                var session = new Session(Profile.of(cluster.urls()), Clock.systemUTC())) {
            session.open();
            var api = new JetStreamApi(session, Duration.ofSeconds(4));
            var streams = new Streams(api);
            var editor = new StreamEditor(api, Clock.systemUTC());
            var operations = new StreamOperations(api);
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(Failure.class)
                    .until(() -> editor.create(
                                    StreamWorld.json(
                                            "{\"name\":\"R3\",\"subjects\":[\"r\"],\"num_replicas\":3,\"max_age\":3600000000000}"))
                            .now()
                            .name()
                            .equals("R3"));
            await().atMost(SOON)
                    .until(() -> StreamWarning.of(streams.info("R3")).isEmpty());
            String leader = streams.info("R3").replicas().leader().orElseThrow();
            assertThat(streams.info("R3").replicas().followers()).hasSize(2);

            operations.stepDown("R3", "");
            await().atMost(SOON).until(() -> {
                Optional<String> now = streams.info("R3").replicas().leader();
                return now.isPresent() && !now.get().equals(leader);
            });

            // The leader dies while the stream is edited: the change is made, or it is said that nobody knows.
            StreamInfo read = streams.info("R3");
            UpdatePlan plan = editor.plan(read, read.config().deepCopy().put("description", "changed"));
            cluster.node(number(read.replicas().leader().orElseThrow())).kill();
            try {
                var _ = editor.update(plan, "");
            } catch (Failure failure) {
                assertThat(failure.key())
                        .isIn(
                                "jetstream.silent",
                                "jetstream.no-leader",
                                "jetstream.refused",
                                "session.not-live",
                                "stream.update-in-doubt",
                                "stream.update-unanswered");
            }
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(Failure.class)
                    .until(() -> StreamWarning.of(streams.info("R3")).stream()
                            .anyMatch(warning -> warning.kind() == Kind.OFFLINE || warning.kind() == Kind.BEHIND));
            await().atMost(SOON).ignoreExceptionsInstanceOf(Failure.class).until(() -> {
                StreamInfo now = streams.info("R3");
                if (!now.config().path("description").asString("").equals("changed")) {
                    var _ = editor.update(
                            editor.plan(now, now.config().deepCopy().put("description", "changed")), "");
                }
                return streams.info("R3")
                        .config()
                        .path("description")
                        .asString("")
                        .equals("changed");
            });

            // Two servers cannot keep three copies: the server refuses to take another one out.
            String offline = streams.info("R3").replicas().followers().stream()
                    .filter(follower -> !follower.current())
                    .findFirst()
                    .orElseThrow()
                    .name();
            Assertions.assertThatThrownBy(() -> operations.removePeer("R3", offline, ""))
                    .isInstanceOf(Failure.class);
        }
    }
}
