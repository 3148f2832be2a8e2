package app.edgeglass.desktop.browse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.browse.JumpTarget;
import app.edgeglass.core.browse.Row;
import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.PostedRunner;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class BrowseViewModelTest {

    private static final int MESSAGES = 3_000;

    private TestServer server;
    private TestClient other;
    private Session session;
    private JetStreamManagement management;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(ServerVersion.NEWEST);
        other = TestClient.connect(server.url());
        session = new Session(Profile.of(server.url()), Clock.systemUTC());
        session.open();
        management = other.connection().jetStreamManagement();
        management.addStream(StreamConfiguration.builder()
                .name("ORDERS")
                .subjects("orders.>")
                .storageType(StorageType.Memory)
                .allowDirect(true)
                .build());
        publish(1, MESSAGES);
    }

    @AfterEach
    void end() {
        session.close();
        other.close();
        server.close();
    }

    private void publish(int from, int to) {
        for (int i = from; i <= to; i++) {
            other.connection().publish("orders." + i % 7, ("{\"n\":" + i + "}").getBytes(UTF_8));
        }
        Awaitility.await()
                .until(() -> management.getStreamInfo("ORDERS").getStreamState().getLastSequence() >= to);
    }

    private static Shown shown(BrowseViewModel model) {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    private static List<Long> rows(BrowseViewModel model) {
        return shown(model).rows().stream().map(Row::from).toList();
    }

    private static long looked(BrowseViewModel model) {
        StoredMessage message = model.lookedProperty().get();
        return message == null ? 0 : message.sequence();
    }

    private BrowseViewModel opened() {
        var model = new BrowseViewModel(new InPlaceRunner());
        model.room(10);
        model.show(new StreamRef(session, "ORDERS"));
        return model;
    }

    @Test
    void beginsAtTheEndFollowsItAndGoesAnywhere() {
        var model = opened();
        assertThat(rows(model)).hasSize(10).startsWith(2_991L).endsWith(3_000L);
        publish(3_001, 3_002);
        model.sample();
        assertThat(rows(model)).endsWith(3_002L);

        model.scroll(-5);
        assertThat(rows(model)).startsWith(2_988L).endsWith(2_997L);
        publish(3_003, 3_005);
        model.sample();
        assertThat(rows(model)).startsWith(2_988L);
        assertThat(model.followingProperty().get()).isFalse();

        model.toFirst();
        model.turn(1);
        assertThat(rows(model)).startsWith(10L).endsWith(19L);
        model.scrollTo(1_000_000);
        assertThat(rows(model)).hasSize(10).endsWith(3_005L);

        model.jump(new JumpTarget.ToSequence(1_500));
        assertThat(looked(model)).isEqualTo(1_500);
        assertThat(rows(model)).contains(1_500L);
        long top = shown(model).top();
        model.step(1);
        assertThat(looked(model)).isEqualTo(1_501);
        assertThat(shown(model).top()).isEqualTo(top);
        model.step(-20);
        assertThat(rows(model)).startsWith(1_481L);

        model.jump(new JumpTarget.ToNext("orders.3"));
        assertThat(looked(model)).isEqualTo(1_487);
        model.jump(new JumpTarget.ToNext("orders.3"));
        assertThat(looked(model) % 7).isEqualTo(3);
        assertThat(model.noteProperty().get()).isEmpty();
        model.jumpToLastOf("orders.3");
        assertThat(looked(model)).isGreaterThan(2_995);
        model.jump(new JumpTarget.ToNext("orders.3"));
        assertThat(model.noteProperty().get()).contains("orders.3");

        Instant at = Objects.requireNonNull(model.lookedProperty().get()).at();
        model.toFirst();
        model.jump(new JumpTarget.ToTime(at));
        assertThat(Objects.requireNonNull(model.lookedProperty().get()).at()).isEqualTo(at);
        model.jump(new JumpTarget.ToTime(Instant.now().plusSeconds(60)));
        assertThat(model.followingProperty().get()).isTrue();
        model.jump(new JumpTarget.ToSequence(9_999));
        assertThat(looked(model)).isEqualTo(3_005);
        assertThat(model.noteProperty().get()).contains("3,005");
    }

    @Test
    void showsWhatIsGoneAsOneRowAndSaysWhenTheStreamIs() throws Exception {
        for (long sequence = 20; sequence <= 900; sequence++) {
            management.deleteMessage("ORDERS", sequence, false);
        }
        var model = opened();
        model.scrollTo(18);
        assertThat(shown(model).rows().get(2)).isEqualTo(new Row.Gone(20, 900));
        assertThat(rows(model)).containsSubsequence(18L, 19L, 20L, 901L);
        model.select(shown(model).rows().get(2));
        assertThat(model.lookedProperty().get()).isNull();
        model.step(1);
        assertThat(looked(model)).isEqualTo(901);
        model.step(-2);
        assertThat(looked(model)).isEqualTo(19);

        management.purgeStream("ORDERS");
        model.sample();
        assertThat(shown(model).rows()).isEmpty();
        assertThat(model.failureProperty().get()).isNull();
        publish(3_001, 3_003);
        model.sample();
        assertThat(rows(model)).containsExactly(3_001L, 3_002L, 3_003L);

        management.deleteStream("ORDERS");
        model.sample();
        assertThat(model.failureProperty().get())
                .isNotNull()
                .extracting(Failure::key)
                .isEqualTo("jetstream.no-stream");
        model.show(null);
        assertThat(model.shownProperty().get()).isNull();
        assertThat(server.subscriptions("_INBOX.>")).isZero();
    }

    @Test
    void searchesAndGoesFromOneFoundToTheNext() {
        var model = opened();
        SearchViewModel search = model.search();
        search.start("payload:/n.:..50}/", 1_000);
        assertThat(search.saidProperty().get()).contains("20 found").contains("2,001");
        assertThat(search.partProperty().get()).isEqualTo(1);
        model.toFirst();
        model.toFound(true);
        assertThat(looked(model)).isEqualTo(1_050);
        model.toFound(true);
        assertThat(looked(model)).isEqualTo(1_150);
        assertThat(search.isFound(1_150)).isTrue();
        assertThat(search.isFound(1_151)).isFalse();
        model.toFound(false);
        assertThat(looked(model)).isEqualTo(1_050);

        search.start("payload:/(/", 1);
        assertThat(search.failureProperty().get()).isNotNull();
        search.forget();
        assertThat(search.saidProperty().get()).isEmpty();
        assertThat(search.anythingProperty().get()).isFalse();
    }

    @Test
    void aPersonWhoIsFasterThanTheServerSeesNothingJump() {
        var runner = new PostedRunner();
        var model = new BrowseViewModel(runner);
        model.room(10);
        model.show(new StreamRef(session, "ORDERS"));
        assertThat(model.shownProperty().get()).isNull();
        runner.deliverUntil("an extent", () -> model.shownProperty().get() != null);
        assertThat(shown(model).rows()).allMatch(Row.Coming.class::isInstance);

        // As by dragging the scroll bar.
        for (long at = 1; at <= 2_501; at += 100) {
            model.scrollTo(at);
        }
        assertThat(shown(model).rows()).hasSize(10).allMatch(Row.Coming.class::isInstance);
        assertThat(shown(model).top()).isEqualTo(2_501);
        runner.deliverUntil("the rows", () -> shown(model).rows().stream().allMatch(Row.Stored.class::isInstance));
        assertThat(shown(model).top()).isEqualTo(2_501);
        assertThat(rows(model)).startsWith(2_501L).endsWith(2_510L);

        model.show(null);
        assertThat(model.shownProperty().get()).isNull();
    }
}
