package app.edgeglass.desktop.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.publish.RequestOutcome;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishViewModelTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static TestServer server;
    private static TestClient other;

    private final PublishHistory history = new PublishHistory(new MemoryHistory());
    private final PublishViewModel model = model(new InPlaceRunner());
    private Session session;

    @BeforeAll
    static void start() {
        server = TestServer.start(ServerVersion.NEWEST, "max_payload: 1000");
        other = TestClient.connect(server.url());
    }

    @AfterAll
    static void end() {
        other.close();
        server.close();
    }

    @BeforeEach
    void open() {
        session = new Session(Profile.of(server.url()), Clock.systemUTC());
        session.open();
        model.use(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private PublishViewModel model(TaskRunner runner) {
        return new PublishViewModel(history, (typed, most) -> List.of(), runner, Clock.systemUTC());
    }

    private static void write(PublishViewModel model, String subject, String body) {
        model.form().subject().set(subject);
        model.form().written().set(body);
    }

    private static String failure(PublishViewModel model) {
        return model.outcome().get() instanceof Outcome.Problem(Failure failure) ? failure.key() : "";
    }

    @Test
    void publishesWhatIsTypedAndKeepsIt() throws Exception {
        var subscription = other.connection().subscribe("site.>");
        other.connection().flush(SOON);
        write(model, " site.a ", "n={{counter}}");
        model.form().addHeader("Trace", "1");
        model.form().addHeader("", "");

        model.send();

        var message = Objects.requireNonNull(subscription.nextMessage(SOON));
        assertThat(message.getSubject()).isEqualTo("site.a");
        assertThat(message.getData()).isEqualTo("n=1".getBytes(UTF_8));
        assertThat(message.getHeaders().get("Trace")).containsExactly("1");
        assertThat(model.outcome().get())
                .isInstanceOfSatisfying(
                        Outcome.Published.class,
                        published -> assertThat(published.sent().subject()).isEqualTo("site.a"));
        assertThat(model.activity().get()).isEqualTo(Activity.IDLE);
        assertThat(model.form().written().get()).isEqualTo("n={{counter}}");
        assertThat(model.history()).singleElement().satisfies(entry -> {
            assertThat(entry.plan()).isNull();
            assertThat(entry.composition().body()).isEqualTo("n={{counter}}");
        });
    }

    @Test
    void tellsWhyItDoesNotSendAndLosesNothing() {
        write(model, "site..a", "body");
        model.send();
        assertThat(failure(model)).isEqualTo("subject.empty-token");
        assertThat(OutcomeText.of(model.outcome().get()).remedy()).isNotEmpty();
        assertThat(model.form().written().get()).isEqualTo("body");
        assertThat(model.history()).isEmpty();

        write(model, "site.a", "x".repeat(1001));
        model.send();
        assertThat(failure(model)).isEqualTo("publish.too-large");
    }

    @Test
    void asksAndShowsTheReplies() throws Exception {
        other.connection()
                .createDispatcher(message -> other.connection().publish(message.getReplyTo(), "pong".getBytes(UTF_8)))
                .subscribe("ask.me");
        other.connection().flush(SOON);
        write(model, "ask.me", "ping");
        model.form().mode().set(Mode.REQUEST);

        model.send();

        assertThat(model.outcome().get().replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.payload()).isEqualTo("pong".getBytes(UTF_8)));
        assertThat(OutcomeText.of(model.outcome().get()).tone()).isEqualTo(OutcomeText.Tone.GOOD);
        assertThat(model.history().getFirst().plan()).isEqualTo(model.form().requestPlan());
    }

    @Test
    void tellsThatNobodyAnswers() {
        write(model, "nobody.there", "");
        model.form().mode().set(Mode.REQUEST);
        model.send();
        assertThat(model.outcome().get())
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.outcome()).isInstanceOf(RequestOutcome.NoResponders.class));
        assertThat(OutcomeText.of(model.outcome().get()).sentence()).contains("nobody.there");
    }

    @Test
    void publishesAgainAndAgain() {
        write(model, "site.a", "{{counter}}");
        model.form().repeat().set(true);
        model.form().times().set(5);
        model.form().everyMillis().set(1);

        model.send();

        assertThat(model.outcome().get()).isInstanceOfSatisfying(Outcome.Repeating.class, repeating -> {
            assertThat(repeating.progress().sent()).isEqualTo(5);
            assertThat(repeating.progress().ended()).isTrue();
        });
        assertThat(OutcomeText.of(model.outcome().get()).sentence()).contains("5 of 5 sent");
    }

    /** Does each task on a thread of its own; the test itself is the window's thread, which takes the answers. */
    private static final class Window implements TaskRunner {

        private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();

        @Override
        public <T> RunningTask start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    T result = work.call();
                    posted.add(() -> onDone.accept(result));
                } catch (Exception e) {
                    posted.add(() -> onFailure.accept(Failure.in(e)));
                }
            });
            return thread::interrupt;
        }

        void answer() {
            for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
                next.run();
            }
        }
    }

    @Test
    void stopsARepetitionAndShowsItsProgressMeanwhile() {
        var window = new Window();
        var live = model(window);
        live.use(session);
        write(live, "site.a", "x");
        live.form().repeat().set(true);
        live.form().times().set(0);
        live.form().everyMillis().set(5);

        live.send();
        assertThat(live.activity().get()).isEqualTo(Activity.REPEATING);
        await().atMost(SOON).until(() -> {
            live.sample();
            return live.outcome().get() instanceof Outcome.Repeating repeating
                    && repeating.progress().sent() > 0;
        });
        live.send();
        live.stop();
        await().atMost(SOON).until(() -> {
            window.answer();
            return live.activity().get() == Activity.IDLE;
        });
        assertThat(live.outcome().get())
                .isInstanceOfSatisfying(
                        Outcome.Repeating.class,
                        repeating -> assertThat(repeating.progress().ended()).isTrue());
    }

    @Test
    void stopsWaitingAndKeepsTheRepliesThatCame() throws Exception {
        other.connection()
                .createDispatcher(message -> other.connection().publish(message.getReplyTo(), new byte[] {1}))
                .subscribe("ask.some");
        other.connection().flush(SOON);
        var window = new Window();
        var live = model(window);
        live.use(session);
        write(live, "ask.some", "");
        live.form().mode().set(Mode.REQUEST);
        live.form().wanted().set(0);
        live.form().timeoutMillis().set(60_000);

        live.send();
        await().atMost(SOON).until(() -> {
            window.answer();
            live.sample();
            return live.outcome().get().replies().size() == 1;
        });
        assertThat(live.activity().get()).isEqualTo(Activity.REQUESTING);
        live.stop();
        await().atMost(SOON).until(() -> {
            window.answer();
            return live.activity().get() == Activity.IDLE;
        });
        assertThat(live.outcome().get().replies()).hasSize(1);
        assertThat(OutcomeText.of(live.outcome().get()).sentence()).contains("stopped");
    }

    @Test
    void checksTheNewestOfWhatIsTypedWhileAnotherIsChecked() {
        var window = new Window();
        var live = model(window);
        live.use(session);
        for (int i = 0; i < 50; i++) {
            write(live, "site.a", "x".repeat(i));
        }
        await().atMost(SOON).until(() -> {
            window.answer();
            return live.check().get().payloadBytes() == 49;
        });
    }

    @Test
    void followsTheSelectionUntilTyped() {
        var form = model.form();
        form.select("site.a");
        assertThat(form.subject().get()).isEqualTo("site.a");
        form.select("site.b");
        assertThat(form.subject().get()).isEqualTo("site.b");

        form.subject().set("mine");
        assertThat(form.following().get()).isFalse();
        form.select("site.c");
        assertThat(form.subject().get()).isEqualTo("mine");

        form.follow();
        assertThat(form.subject().get()).isEqualTo("site.c");
        form.select("");
        assertThat(form.subject().get()).as("what is selected no longer stays").isEqualTo("site.c");
    }

    @Test
    void saysWhyNothingCanBeSent() {
        var readOnly = new Session(Profile.of(server.url()).withReadOnly(true), Clock.systemUTC());
        var closed = new Session(Profile.of(server.url()), Clock.systemUTC());
        closed.open();
        closed.close();
        model.use(null);
        assertThat(model.blocked().get()).isEqualTo(Blocked.NO_SESSION);
        model.use(readOnly);
        assertThat(model.blocked().get()).isEqualTo(Blocked.READ_ONLY);
        model.use(closed);
        assertThat(model.blocked().get()).isEqualTo(Blocked.CLOSED);
        write(model, "site.a", "x");
        model.send();
        assertThat(model.history()).isEmpty();
        model.use(session);
        assertThat(model.blocked().get()).isEqualTo(Blocked.NOT);
        assertThat(model.maxPayload().get()).isEqualTo(1000);
    }

    @Test
    void noticesALostConnection() {
        try (var mortal = TestServer.start(ServerVersion.NEWEST)) {
            var away = new Session(Profile.of(mortal.url()), Clock.systemUTC());
            away.open();
            model.use(away);
            mortal.kill();
            await().atMost(SOON).until(() -> away.state() instanceof SessionState.Reconnecting);
            model.sample();
            assertThat(model.blocked().get()).isEqualTo(Blocked.RECONNECTING);
            away.close();
        }
    }

    @Test
    void restoresWhatWasSent() {
        write(model, "site.a", "{\"a\":1}");
        model.form().format().set(BodyFormat.JSON);
        model.form().addHeader("K", "v");
        model.form().replyTo().set("back.here");
        model.send();
        write(model, "other", "");
        model.form().headers().clear();
        model.form().format().set(BodyFormat.HEX);

        model.restore(model.history().getFirst());

        assertThat(model.form().composition().headers()).containsExactly(new Header("K", "v"));
        assertThat(model.form().subject().get()).isEqualTo("site.a");
        assertThat(model.form().replyTo().get()).isEqualTo("back.here");
        assertThat(model.form().format().get()).isEqualTo(BodyFormat.JSON);
        assertThat(model.form().written().get()).isEqualTo("{\"a\":1}");
        assertThat(model.form().following().get()).isFalse();
        assertThat(model.form().mode().get()).isEqualTo(Mode.PUBLISH);
    }

    @Test
    void forgetsWhatWasSent() {
        write(model, "site.a", "1");
        model.send();
        write(model, "site.a", "2");
        model.send();
        model.forget(model.history().getFirst());
        assertThat(model.history()).hasSize(1);
        model.forgetAll();
        assertThat(model.history()).isEmpty();
    }

    @Test
    void publishesALoggedMessageAgain() {
        model.publishAgain(new LoggedMessage(
                1, Instant.EPOCH, "site.x", "_INBOX.1", List.of(new Header("K", "v")), "{{now}}".getBytes(UTF_8)));
        assertThat(model.form().subject().get()).isEqualTo("site.x");
        assertThat(model.form().composition().holes()).isZero();
        assertThat(model.history()).isEmpty();
    }

    @Test
    void writesTheCommandLine() {
        var lines = new ArrayList<String>();
        write(model, "site.a", "on");
        model.command(lines::add);
        model.form().mode().set(Mode.REQUEST);
        model.command(lines::add);
        assertThat(lines.getFirst()).isEqualTo("nats pub site.a on");
        assertThat(lines.getLast()).contains(" req ");
    }

    @Test
    void showsSizesAndProblemsWhileTyping() {
        write(model, "site.a", "x".repeat(999));
        assertThat(model.check().get().countedBytes()).isEqualTo(999);
        assertThat(model.check().get().hasErrors()).isFalse();
        model.form().addHeader("K", "v");
        assertThat(model.check().get().hasErrors()).isTrue();
        model.form().format().set(BodyFormat.JSON);
        model.form().written().set("{");
        assertThat(model.check().get().problems().getFirst().failure().key()).isEqualTo("publish.json");
        model.form().written().set("{\"a\":[1]}");
        model.form().indent();
        assertThat(model.form().written().get()).isEqualTo("{\n  \"a\": [\n    1\n  ]\n}");
    }
}
