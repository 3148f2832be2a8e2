package app.edgeglass.core.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.testing.SampleServers;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two servers of {@code samples/servers/hub-and-leaf}, seen from the leaf. */
class HubAndLeafTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void trafficCrossesAndEachDomainIsAsked(ServerVersion version) throws Exception {
        int leafPort = Sessions.deadPort();
        try (var hub = SampleServers.start(version, "hub-and-leaf/hub.conf", temp.resolve("hub"), leafPort);
                var leaf = SampleServers.start(version, "hub-and-leaf/leaf.conf", temp.resolve("leaf"), leafPort);
                var atHub = TestClient.connect(hub.url())) {
            await().atMost(SOON)
                    .until(() ->
                            Monitoring.page(leaf.monitoringUrl() + "/leafz").contains("\"leafnodes\": 1"));
            try (var session = session(leaf.url(), new JetStreamPlace.Own())) {
                crosses(session, atHub);
                assertThat(domain(session)).contains("edge");
                stream(session, "FROM_LEAF");
            }
            try (var session = session(leaf.url(), new JetStreamPlace.Domain("hub"))) {
                assertThat(domain(session)).contains("hub");
                stream(session, "FROM_HUB");
                assertThat(streams(session)).hasValue("FROM_HUB");
                assertThat(atHub.connection().jetStreamManagement().getStreamNames())
                        .containsExactly("FROM_HUB");
            }
            try (var session = session(leaf.url(), new JetStreamPlace.Prefix("$JS.edge.API"))) {
                assertThat(domain(session)).contains("edge");
                assertThat(streams(session)).hasValue("FROM_LEAF");
            }
            try (var session = session(leaf.url(), new JetStreamPlace.Domain("elsewhere"))) {
                session.jetStream();
                assertThatThrownBy(() -> streams(session)).isInstanceOf(IOException.class);
                assertThat(session.jetStream()).isEmpty();
            }
        }
    }

    private static Session session(String url, JetStreamPlace place) {
        var session =
                new Session(Profile.of(url).withJetStream(place), Secrets.NONE, Clock.systemUTC(), Sessions.QUICK);
        session.open();
        return session;
    }

    private static void crosses(Session session, TestClient atHub) throws Exception {
        var feed = new Feed(session, Budget.LEAST);
        feed.add(SubjectPattern.parse("plant.>"), Optional.empty());
        session.liveConnection().flush(SOON);
        // The interest of the leaf's clients reaches the hub a moment later.
        await().atMost(SOON).until(() -> {
            atHub.connection().publish("plant.temp", "21".getBytes(UTF_8));
            return feed.counters().received() > 0;
        });
        feed.close();
    }

    private static Optional<String> domain(Session session) {
        await().atMost(SOON).until(() -> session.jetStream().isPresent());
        return session.jetStream().orElseThrow().domain();
    }

    private static void stream(Session session, String name) throws IOException, JetStreamApiException {
        management(session)
                .addStream(StreamConfiguration.builder()
                        .name(name)
                        .subjects("kept." + name)
                        .storageType(StorageType.Memory)
                        .build());
    }

    private static Optional<String> streams(Session session) throws IOException, JetStreamApiException {
        var names = management(session).getStreamNames();
        assertThat(names).hasSizeLessThan(2);
        return names.stream().findFirst();
    }

    private static JetStreamManagement management(Session session) throws IOException {
        return session.liveConnection().jetStreamManagement(session.jetStreamOptions());
    }
}
