package app.edgeglass.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.stream.StreamWarning.Kind;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamsTest {

    private static String key(ThrowingCallable call) {
        Failure failure = catchThrowableOfType(Failure.class, call);
        assertThat(failure).isNotNull();
        return failure.key();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void listsWithRatesAndWarnings(ServerVersion version) {
        try (var world = StreamWorld.start(version)) {
            world.create("{\"name\":\"B\",\"subjects\":[\"b.>\"],\"max_msgs\":10,\"storage\":\"memory\"}");
            world.create("{\"name\":\"A\",\"subjects\":[\"a.>\"]}");
            world.create("{\"name\":\"M\",\"mirror\":{\"name\":\"A\"},\"max_age\":3600000000000}");
            world.fill("B", 9, "b.1");
            var rates = new StreamRates();
            assertThat(rates.take(world.streams.all())).isEmpty();
            world.fill("A", 100, "a.1");
            world.ask("STREAM.PURGE.B", "{\"keep\":8}");

            StreamListing listing = world.streams.all();

            assertThat(listing.streams()).extracting(StreamInfo::name).containsExactly("A", "B", "M");
            var found = rates.take(listing);
            assertThat(found).containsOnlyKeys("A", "B", "M");
            assertThat(found.getOrDefault("A", Rate.NONE).in()).isPositive();
            assertThat(found.getOrDefault("A", Rate.NONE).out()).isZero();
            assertThat(found.getOrDefault("B", Rate.NONE).out()).isPositive();
            StreamInfo a = listing.streams().getFirst();
            assertThat(a.state().messages()).isEqualTo(100);
            assertThat(a.state().lastTime()).isPresent();
            assertThat(StreamWarning.of(a)).extracting(StreamWarning::kind).containsExactly(Kind.NO_LIMITS);
            assertThat(StreamWarning.of(listing.streams().get(1)))
                    .extracting(StreamWarning::kind)
                    .containsExactly(Kind.FULL_MESSAGES);
            assertThat(listing.streams().get(1).fill()).hasValue(0.8);
            assertThat(listing.streams().get(2).origins()).hasSize(1);
            assertThat(listing.streams().get(2).origins().getFirst().mirror()).isTrue();
        }
    }

    /** Within a second, of which most is the server's own. */
    @Test
    void listsAThousand() {
        try (var world = StreamWorld.start(ServerVersion.NEWEST)) {
            for (int i = 0; i < 1_000; i++) {
                world.create("{\"name\":\"S" + i + "\",\"subjects\":[\"s." + i + "\"],\"storage\":\"memory\"}");
            }
            world.streams.all();
            long before = System.nanoTime();

            StreamListing listing = world.streams.all();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            assertThat(listing.streams())
                    .hasSize(1_000)
                    .extracting(StreamInfo::name)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void saysWhatKeepsItFromAnswering() {
        try (var server = TestServer.start(
                ServerVersion.NEWEST,
                "accounts {",
                " A { jetstream: { max_streams: 1, max_store: 1MB }, users: [ { user: a, password: a },",
                "  { user: b, password: b, permissions: { publish: { deny: [\"$JS.API.STREAM.LIST\"] } } } ] }",
                " NOTHING { users: [ { user: none, password: none } ] }",
                "}")) {
            try (var session = opened(server, "a")) {
                var api = new JetStreamApi(session, Duration.ofSeconds(2));
                var editor = new StreamEditor(api, Clock.systemUTC());
                assertThat(key(() -> editor.create(
                                StreamWorld.json("{\"name\":\"BIG\",\"subjects\":[\"b\"],\"max_bytes\":2000000}"))))
                        .isIn("jetstream.account-full", "jetstream.full");
                editor.create(StreamWorld.json("{\"name\":\"ONE\",\"subjects\":[\"one\"]}"));
                assertThat(key(() -> editor.create(StreamWorld.json("{\"name\":\"TWO\",\"subjects\":[\"two\"]}"))))
                        .isEqualTo("jetstream.account-full");
                assertThat(new Streams(api).all().streams()).hasSize(1);
            }
            try (var session = opened(server, "b")) {
                var streams = new Streams(new JetStreamApi(session, Duration.ofSeconds(2)));
                assertThat(key(streams::all)).isEqualTo("jetstream.denied");
                assertThat(streams.info("ONE").name()).isEqualTo("ONE");
            }
            try (var session = opened(server, "none")) {
                assertThat(key(() -> new Streams(new JetStreamApi(session, Duration.ofSeconds(2))).all()))
                        .isIn("jetstream.off", "jetstream.not-enabled");
            }
        }
    }

    private static Session opened(TestServer server, String user) {
        var session = new Session(
                Profile.of("nats://" + user + ":" + user + "@127.0.0.1:" + server.port())
                        .withLogin(new Login.None()),
                Clock.systemUTC());
        session.open();
        return session;
    }
}
