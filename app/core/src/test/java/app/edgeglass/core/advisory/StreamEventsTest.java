package app.edgeglass.core.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.FaultyLink;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestCluster;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamEventsTest {

    private static final String ORDERS = "{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"],\"storage\":\"memory\"%s}";

    private static Session open(String url) {
        var session = new Session(Profile.of(url), Clock.systemUTC());
        session.open();
        return session;
    }

    private static List<String> said(StreamEvents events, AdvisoryKind kind) {
        return events.all().stream()
                .filter(advisory -> advisory.kind() == kind)
                .map(Advisory::sentence)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatHappensToAStreamIsTold(ServerVersion version) {
        try (var server = TestServer.start(version);
                var link = FaultyLink.to(server);
                var other = ApiClient.connect(server.url());
                var session = open(link.url());
                var events = StreamEvents.listen(new StreamRef(session, "ORDERS"), Clock.systemUTC())) {
            await().until(() -> server.subscriptions("$JS.EVENT.ADVISORY.API") == 1);
            other.ask("STREAM.CREATE.ORDERS", ORDERS.formatted(""));
            other.ask("STREAM.CREATE.ELSE", "{\"name\":\"ELSE\",\"subjects\":[\"else\"]}");
            other.ask("STREAM.UPDATE.ORDERS", ORDERS.formatted(",\"description\":\"new\""));
            other.ask("CONSUMER.DURABLE.CREATE.ORDERS.worker", """
                    {"stream_name":"ORDERS","config":{"durable_name":"worker","ack_policy":"explicit"}}""");
            other.publish("orders.a", "bad");
            assertThat(other.take("ORDERS", "worker", "-NAK")).isTrue();
            assertThat(other.take("ORDERS", "worker", "+TERM so it is")).isTrue();
            new JetStreamApi(session).read("STREAM.INFO.ORDERS", null);
            other.ask("STREAM.INFO.ORDERS", "");
            other.answer("STREAM.UPDATE.ORDERS", "{\"name\":\"ORDERS\",\"storage\":\"file\"}");
            other.ask("CONSUMER.DELETE.ORDERS.worker", "");
            other.ask("STREAM.DELETE.ORDERS", "");

            await().untilAsserted(() -> assertThat(said(events, AdvisoryKind.STREAM))
                    .containsExactly(
                            "The stream “ORDERS” was created.",
                            "The configuration of the stream “ORDERS” was changed.",
                            "The stream “ORDERS” was deleted."));
            await().untilAsserted(() -> assertThat(said(events, AdvisoryKind.CONSUMER))
                    .containsExactly("The consumer “worker” was created.", "The consumer “worker” was deleted."));
            assertThat(said(events, AdvisoryKind.DELIVERY)).hasSize(2);
            assertThat(said(events, AdvisoryKind.DELIVERY).getFirst())
                    .isEqualTo("A client of “worker” refused message 1 at delivery 1.");
            assertThat(said(events, AdvisoryKind.DELIVERY).getLast())
                    .startsWith("A client of “worker” had message 1 given up at delivery 2");
            // What this session asked itself to show it, is left out; what others ask is not.
            await().untilAsserted(() -> assertThat(said(events, AdvisoryKind.QUESTION))
                    .containsExactly("Somebody asked “$JS.API.STREAM.INFO.ORDERS”."));
            await().until(() -> events.own() == 1);
            await().untilAsserted(() -> assertThat(said(events, AdvisoryKind.CHANGE))
                    .anyMatch(sentence ->
                            sentence.startsWith("Somebody asked “$JS.API.STREAM.UPDATE.ORDERS”, and was refused: ")));
            assertThat(events.all()).extracting(Advisory::sentence).noneMatch(sentence -> sentence.contains("ELSE"));
            assertThat(events.all())
                    .filteredOn(advisory -> advisory.kind() == AdvisoryKind.CHANGE)
                    .allMatch(advisory -> advisory.by().contains("127.0.0.1"));

            link.cut();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !session.gaps().isEmpty() && session.state() instanceof SessionState.Live);
            await().until(() -> server.subscriptions("$JS.EVENT.ADVISORY.API") == 1);
            other.ask("STREAM.CREATE.ORDERS", ORDERS.formatted(""));
            await().untilAsserted(() -> assertThat(events.all())
                    .extracting(Advisory::kind)
                    .containsSequence(AdvisoryKind.GAP, AdvisoryKind.STREAM));
        }
    }

    @Test
    void whoMayNotListenIsToldForWhat() {
        String users = """
                authorization { users: [ {user: a, password: p},
                  {user: half, password: p, permissions: {subscribe: {deny: ["$JS.EVENT.ADVISORY.API"]}}} ] }""";
        try (var server = TestServer.start(ServerVersion.NEWEST, users);
                var other = ApiClient.connect(server.url().replace("//", "//a:p@"));
                var session = open(server.url().replace("//", "//half:p@"));
                var events = StreamEvents.listen(new StreamRef(session, "ORDERS"), Clock.systemUTC())) {
            await().untilAsserted(() -> assertThat(events.denied()).containsExactly("$JS.EVENT.ADVISORY.API"));
            other.ask("STREAM.CREATE.ORDERS", ORDERS.formatted(""));
            await().untilAsserted(
                            () -> assertThat(said(events, AdvisoryKind.STREAM)).hasSize(1));
        }
    }

    @Test
    void aClusterTellsWhoLeads() {
        try (var cluster = TestCluster.start(ServerVersion.NEWEST, 3);
                var other = ApiClient.connect(cluster.urls());
                var session = open(cluster.node(0).url());
                var events = StreamEvents.listen(new StreamRef(session, "ORDERS"), Clock.systemUTC())) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !other.answer("STREAM.CREATE.ORDERS", ORDERS.formatted(",\"num_replicas\":3"))
                            .has("error"));
            await().ignoreExceptions()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> said(events, AdvisoryKind.CLUSTER).stream()
                            .anyMatch(sentence -> sentence.contains("leads the stream “ORDERS” now")));
            int before = said(events, AdvisoryKind.CLUSTER).size();
            other.ask("STREAM.LEADER.STEPDOWN.ORDERS", "");

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> said(events, AdvisoryKind.CLUSTER).size() > before);
        }
    }

    /** Rare ones, as the schemas of jsm.go have them. */
    @Test
    void rareAdvisoriesAreSentencesToo() {
        var reader = new AdvisoryReader("ORDERS", Optional.of("edge"));
        assertThat(sentence(reader, """
                        {"type":"io.nats.jetstream.advisory.v1.consumer_pause","stream":"ORDERS","consumer":"w",
                         "paused":true,"pause_until":"2026-01-01T00:00:00Z","domain":"edge"}""")).isEqualTo("The consumer “w” is paused until 2026-01-01T00:00:00Z.");
        assertThat(sentence(reader, """
                        {"type":"io.nats.jetstream.advisory.v1.snapshot_complete","stream":"ORDERS","error":"no interest"}""")).isEqualTo("The snapshot of the stream “ORDERS” failed: no interest.");
        assertThat(sentence(reader, "{\"type\":\"io.nats.jetstream.advisory.v1.brand_new\"}"))
                .isEqualTo("Something came that is not known here: brand_new.");
        assertThat(sentence(reader, "nonsense")).isEqualTo("Something came that cannot be read.");
        assertThat(reader.read(
                        1, "s", "{\"type\":\"x\",\"domain\":\"hub\"}".getBytes(StandardCharsets.UTF_8), Instant.EPOCH))
                .as("of another domain")
                .isEmpty();
    }

    private static String sentence(AdvisoryReader reader, String json) {
        return reader.read(1, "s", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)
                .orElseThrow()
                .sentence();
    }
}
