package app.edgeglass.desktop.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.subject.SubscriptionsViewModel.Adding;
import app.edgeglass.desktop.subject.SubscriptionsViewModel.Former;
import app.edgeglass.desktop.subject.SubscriptionsViewModel.Item;
import app.edgeglass.desktop.testing.Flood;
import app.edgeglass.desktop.testing.PostedRunner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // Set before each test.
class SubscriptionsViewModelTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private TestServer server;
    private Session session;
    private Feed feed;
    private SubscriptionsViewModel model;

    @BeforeEach
    void start() {
        start(ServerVersion.NEWEST, new InPlaceRunner());
    }

    private void start(ServerVersion version, TaskRunner runner, String... config) {
        stop();
        server = TestServer.start(version, config);
        session = new Session(Profile.of(server.url()), Clock.systemUTC());
        session.open();
        feed = new Feed(session, Budget.LEAST);
        model = new SubscriptionsViewModel(runner, System::nanoTime);
        model.show(feed, session);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            feed.close();
            session.close();
            server.close();
        }
    }

    private List<String> patterns() {
        return model.items().stream()
                .map(item -> item.subscription().pattern().text())
                .toList();
    }

    private Item item(String pattern) {
        return model.items().stream()
                .filter(item -> item.subscription().pattern().text().equals(pattern))
                .findFirst()
                .orElseThrow();
    }

    private String refusal() {
        return model.addingProperty().get() instanceof Adding.Refused(var failure) ? failure.sentence() : "";
    }

    private void awaitReceived(long messages) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(feed.counters().received()).isEqualTo(messages));
    }

    /** To a server that knows of the subscriptions; the client only puts them on their way. */
    private void publish(String subject, int times) {
        try {
            session.openConnection().flush(SOON);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
        try (var client = new PlainClient(server.port())) {
            for (int i = 0; i < times; i++) {
                client.publish(subject, "x");
            }
            client.flush();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aQuietWildcardIsAddedAfterALook(ServerVersion version) {
        start(version, new InPlaceRunner());
        model.add(" site.> ", "");
        assertThat(model.addingProperty().get()).isInstanceOf(Adding.Added.class);
        assertThat(patterns()).containsExactly("site.>");
        assertThat(item("site.>").enabled()).isTrue();
        publish("site.a", 3);
        awaitReceived(3);
    }

    @Test
    void aSingleSubjectIsAddedAtOnceAndKnowsItsRate() {
        long[] nanos = {1};
        model = new SubscriptionsViewModel(new InPlaceRunner(), () -> nanos[0]);
        model.show(feed, session);
        long before = System.nanoTime();
        model.add("site.a", "");
        assertThat(System.nanoTime() - before).as("no look was taken").isLessThan(1_500_000_000L);
        publish("site.a", 100);
        awaitReceived(100);
        nanos[0] += 1_000_000_000;
        model.sample();
        assertThat(item("site.a").rate()).isBetween(20.0, 100.0);
    }

    @ParameterizedTest
    @CsvSource({"a b", "a..b", ".a", "a.", ">.a", "a.>.b", "' '", "'a\tb'"})
    void whatIsNoSubjectIsRefusedWithASentence(String pattern) {
        model.add(pattern, "");
        assertThat(refusal()).isNotBlank();
        assertThat(feed.subscriptions()).isEmpty();
    }

    @Test
    void whatIsLongerThanAServerTakesIsRefused() {
        model.add("x".repeat(64 * 1024), "");
        assertThat(refusal()).contains("65,536");
        model.add("a", "queue group");
        assertThat(refusal()).contains("queue group");
        assertThat(feed.subscriptions()).isEmpty();
    }

    @Test
    void whatIsThereAlreadyIsRefusedWithoutALook() {
        model.restore(List.of(new Former("a.>", Optional.empty(), true)));
        long before = System.nanoTime();
        model.add("a.>", "");
        assertThat(refusal()).contains("a.>");
        assertThat(System.nanoTime() - before).isLessThan(1_500_000_000L);
        assertThat(patterns()).containsExactly("a.>");
        // The same with a queue group is another one.
        model.restore(List.of(new Former("a.>", Optional.of("workers"), true)));
        assertThat(model.items()).hasSize(2);
    }

    @Test
    void aFloodIsAskedAboutAndNothingOfTheLookIsKept() {
        try (var flood = new Flood(server.port(), 10, 0)) {
            model.add("flood.>", "");
            assertThat(model.addingProperty().get())
                    .isInstanceOfSatisfying(
                            Adding.Asking.class,
                            asking -> assertThat(asking.preview().messagesPerSecond())
                                    .isGreaterThan(SubscriptionsViewModel.MANY_MESSAGES));
            assertThat(feed.subscriptions()).isEmpty();
            assertThat(feed.counters().received()).isZero();
            model.addAllTheSame();
            assertThat(patterns()).containsExactly("flood.>");
            await().atMost(SOON).until(() -> feed.counters().received() > 0);
            assertThat(flood.sent()).isPositive();
        }
    }

    @Test
    void whatIsCancelledIsNotAdded() {
        var runner = new PostedRunner();
        start(ServerVersion.NEWEST, runner);
        model.add("a.>", "");
        assertThat(model.addingProperty().get()).isInstanceOf(Adding.Measuring.class);
        model.cancel();
        runner.deliver();
        assertThat(model.addingProperty().get()).isInstanceOf(Adding.Idle.class);
        assertThat(feed.subscriptions()).isEmpty();
    }

    @Test
    void aSecondWishReplacesTheFirst() {
        var runner = new PostedRunner();
        start(ServerVersion.NEWEST, runner);
        model.add("a.>", "");
        model.add("b", "");
        runner.deliver();
        assertThat(patterns()).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatTheServerForbidsIsSaidAtTheSubscription(ServerVersion version) {
        start(
                version,
                new InPlaceRunner(),
                "authorization { default_permissions { subscribe { deny: [\"secret.>\"] } }",
                "  users: [ {user: u, password: p} ] }",
                "no_auth_user: u");
        model.add("secret.x", "");
        model.add("open.x", "");
        await().atMost(SOON).untilAsserted(() -> {
            model.sample();
            assertThat(item("secret.x").refusal())
                    .contains("does not let this user subscribe")
                    .contains("secret.x");
        });
        assertThat(item("open.x").refusal()).isEmpty();
    }

    @Test
    void oneIsSwitchedOffAndOnAndRemoved() {
        model.add("a", "");
        publish("a", 1);
        awaitReceived(1);
        model.enable(item("a").subscription(), false);
        assertThat(item("a").enabled()).isFalse();
        publish("a", 1);
        model.enable(item("a").subscription(), true);
        publish("a", 1);
        awaitReceived(2);
        model.remove(item("a").subscription());
        assertThat(model.items()).isEmpty();
    }

    @Test
    void formerOnesComeBackInTheirOrderAndAsTheyWere() {
        model.restore(List.of(
                new Former("b.>", Optional.empty(), true),
                new Former("not a subject", Optional.empty(), true),
                new Former("a", Optional.of("workers"), true),
                new Former("off", Optional.empty(), false)));
        assertThat(patterns()).containsExactly("b.>", "a", "off");
        assertThat(model.items().stream().map(Item::enabled)).containsExactly(true, true, false);
        assertThat(item("a").subscription().queue()).contains("workers");
        assertThat(refusal()).contains("not a subject");
        assertThat(model.isRestoring()).isFalse();
        publish("off", 1);
        publish("a", 1);
        awaitReceived(1);
    }

    @Test
    void whileTheConnectionIsAwayAWildcardCannotBeTried() {
        server.kill();
        await().atMost(SOON).until(() -> !session.gaps().isEmpty());
        model.add("a.>", "");
        assertThat(refusal()).contains("not connected");
    }
}
