package app.edgeglass.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeSample;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CensusTest {

    private static final long ROOM = 64L << 20;

    private static void fill(TestClient client, String stream, Stream<String> subjects) throws Exception {
        client.connection()
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(stream)
                        .subjects(stream + ".>", stream)
                        .storageType(StorageType.Memory)
                        .build());
        long sent = 0;
        for (var each = subjects.iterator(); each.hasNext(); ) {
            String subject = each.next();
            // A server that is sent more than it can store drops it; an answer now and then holds that back.
            if (++sent % 500 == 0 || !each.hasNext()) {
                client.connection().request(subject, new byte[0], Duration.ofSeconds(10));
            } else {
                client.connection().publish(subject, new byte[0]);
            }
        }
    }

    private static StreamRef stream(Session session, String name) {
        return new StreamRef(session, name);
    }

    private static long sum(SubjectTree tree) {
        var sample = new TreeSample(tree);
        sample.take(1);
        return sample.messages(SubjectTree.ROOT);
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void countsASmallStreamAndALargeOneExactly(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            fill(client, "EMPTY", Stream.of("EMPTY"));
            client.connection().jetStreamManagement().purgeStream("EMPTY");
            fill(client, "FEW", Stream.of("FEW.a", "FEW.b.c", "FEW.a", "FEW.b", "FEW"));
            // Some subjects that end where others go on, one that a sample hardly ever finds, a branch of single names.
            fill(
                    client,
                    "MANY",
                    Stream.of(
                                    IntStream.range(0, 6_000)
                                            .mapToObj(i -> "MANY.site." + i % 30 + ".device." + i / 30),
                                    IntStream.range(0, 1_500).mapToObj(i -> "MANY.unit.u" + i + ".temp"),
                                    Stream.of("MANY.site", "MANY.site.7", "MANY.rare.one", "MANY.site.7", "MANY"))
                            .flatMap(each -> each));

            var empty = new Census(stream(session, "EMPTY"), ROOM);
            assertThat(empty.run()).isEqualTo(new CensusProgress(0, 0, true));
            var few = new Census(stream(session, "FEW"), ROOM);
            assertThat(few.run()).isEqualTo(new CensusProgress(4, 4, true));
            assertThat(few.tree().messages(few.tree().find("FEW.a"))).isEqualTo(2);
            assertThat(few.tree().messages(few.tree().find("FEW"))).isEqualTo(1);

            var many = new Census(stream(session, "MANY"), ROOM, 1_000, 400);
            assertThat(many.run()).isEqualTo(new CensusProgress(7_504, 7_504, true));
            assertThat(sum(many.tree())).isEqualTo(7_505);
            assertThat(many.tree().messages(many.tree().find("MANY.site.7"))).isEqualTo(2);
            assertThat(many.tree().messages(many.tree().find("MANY.rare.one"))).isEqualTo(1);

            // Without room each sum is right all the same, and what is missing is said to be a rest.
            var narrow = new Census(stream(session, "MANY"), 400_000);
            assertThat(narrow.run().counted()).isEqualTo(7_504);
            assertThat(narrow.tree().hasRests()).isTrue();
            assertThat(sum(narrow.tree())).isEqualTo(7_505);

            for (String name : List.of("FEW", "MANY")) {
                assertThat(client.connection().jetStreamManagement().getConsumerNames(name))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void isQuickWithAHundredThousandAndCanBeBrokenOff(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var client = TestClient.connect(server.url());
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            fill(client, "S", IntStream.range(0, 100_000).mapToObj(i -> "S.site." + i % 50 + ".device." + i / 50));

            long begun = System.nanoTime();
            var census = new Census(stream(session, "S"), ROOM);
            assertThat(census.run()).isEqualTo(new CensusProgress(100_000, 100_000, true));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));

            var broken = new Census(stream(session, "S"), ROOM, 500, 200);
            var ended = new AtomicReference<Throwable>();
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    broken.run();
                } catch (CancellationException e) {
                    ended.set(e);
                }
            });
            await().until(() -> broken.progress().counted() > 0);
            thread.interrupt();
            thread.join(10_000);
            assertThat(ended.get()).isInstanceOf(CancellationException.class);
            assertThat(broken.progress().ended()).isFalse();
            assertThat(broken.progress().missing()).isPositive();
            assertThat(sum(broken.tree())).isEqualTo(broken.progress().counted());

            client.connection().jetStreamManagement().deleteStream("S");
            assertThatThrownBy(() -> new Census(stream(session, "S"), ROOM).run())
                    .isInstanceOfSatisfying(
                            Failure.class, e -> assertThat(e.key()).isEqualTo("jetstream.no-stream"));
        }
    }

    /** Parts that overlapped would be counted for nothing; what none matches would cost a reading of all pages. */
    @Test
    void dividesSubjectsSoThatEachIsInOnePart() {
        var random = new Random(7);
        List<List<String>> streams = List.of(
                sample(random, i -> "site." + i % 50 + ".device." + i / 50 + ".temp"),
                sample(random, i -> "device.d" + i / 10 + ".s" + i % 10),
                sample(random, i -> i % 3 == 0 ? "a" : i % 3 == 1 ? "a.b" + i % 4 : "a.b" + i % 4 + ".c." + i));
        for (List<String> sample : streams) {
            List<String> parts = Division.of(sample, 1_000_000, 60_000);
            assertThat(parts).hasSizeBetween(3, 512);
            for (String subject : sample) {
                assertThat(parts.stream()
                                .filter(part -> SubjectPattern.parse(part).matches(subject)))
                        .as(subject)
                        .hasSize(1);
            }
        }
        assertThat(Division.of(sample(random, i -> "k" + i), 1_000_000, 60_000)).isEmpty();
        assertThat(Division.of(List.of(), 1_000_000, 60_000)).isEmpty();
    }

    private static List<String> sample(Random random, IntFunction<String> subject) {
        return random.ints(512, 0, 1_000_000).mapToObj(subject).distinct().toList();
    }
}
