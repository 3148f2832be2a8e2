package app.edgeglass.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import io.nats.client.api.StreamConfiguration;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Publishing into a stream, and what a read-only profile may still ask. */
class StoringTest {

    private static TestServer server;
    private static TestClient other;

    private final PublishHistory history = new PublishHistory(new MemoryHistory());
    private final PublishViewModel model =
            new PublishViewModel(history, (typed, most) -> List.of(), new InPlaceRunner(), Clock.systemUTC());

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(ServerVersion.NEWEST);
        other = TestClient.connect(server.url());
        other.connection()
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("ORDERS")
                        .subjects("orders.>")
                        .build());
    }

    @AfterAll
    static void end() {
        other.close();
        server.close();
    }

    private static Session open(boolean readOnly) {
        var session = new Session(Profile.of(server.url()).withReadOnly(readOnly), Clock.systemUTC());
        session.open();
        return session;
    }

    private OutcomeText send() {
        model.send();
        return OutcomeText.of(model.outcome().get());
    }

    @Test
    void tellsWhereTheMessageIsStoredAndKeepsWhatWasAsked() throws Exception {
        try (var session = open(false)) {
            model.use(session);
            model.form().subject().set("orders.a");
            model.form().written().set("{{counter}}");
            model.form().addHeader("Trace", "1");
            model.form().mode().set(Mode.STORE);
            var options = model.form().streamOptions();
            options.messageId().set("o-{{counter}}");
            options.lastSequence().set("0");

            OutcomeText stored = send();
            assertThat(stored.tone()).isEqualTo(OutcomeText.Tone.GOOD);
            assertThat(stored.sentence()).contains("ORDERS", "message 1");
            var message = other.connection().jetStreamManagement().getMessage("ORDERS", 1);
            assertThat(message.getData()).isEqualTo(new byte[] {'1'});
            assertThat(Objects.requireNonNull(message.getHeaders()).getFirst("Nats-Msg-Id"))
                    .isEqualTo("o-1");
            assertThat(Objects.requireNonNull(message.getHeaders()).getFirst("Trace"))
                    .isEqualTo("1");

            assertThat(send().sentence()).contains("sequence 0", "has 1");
            assertThat(model.outcome().get())
                    .isInstanceOfSatisfying(
                            Outcome.Problem.class,
                            problem -> assertThat(problem.failure().key()).isEqualTo("publish.wrong-sequence"));
            options.lastSequence().set("");
            OutcomeText twice = send();
            assertThat(twice.tone()).isEqualTo(OutcomeText.Tone.WARNING);
            assertThat(twice.sentence()).contains("already");

            PublishHistory.Entry first = model.history().getLast();
            model.form().mode().set(Mode.PUBLISH);
            model.form().headers().clear();
            model.restore(first);
            assertThat(model.form().mode().get()).isEqualTo(Mode.STORE);
            assertThat(options.messageId().get()).isEqualTo("o-{{counter}}");
            assertThat(options.lastSequence().get()).isEqualTo("0");
            assertThat(model.form().headers()).hasSize(1);
            assertThat(model.form().composition().headers()).contains(new Header("Trace", "1"));

            // What was asked of a stream is not sent along with what is only published.
            model.form().mode().set(Mode.PUBLISH);
            assertThat(model.form().composition().headers()).containsExactly(new Header("Trace", "1"));
        }
    }

    @Test
    void aReadOnlyProfileMayAskWhatOnlyReads() {
        try (var session = open(true)) {
            model.use(session);
            model.form().subject().set("$JS.API.INFO");
            assertThat(model.blocked().get()).isEqualTo(Blocked.READ_ONLY);
            model.form().mode().set(Mode.REQUEST);
            assertThat(model.blocked().get()).isEqualTo(Blocked.NOT);
            model.send();
            assertThat(model.outcome().get()).isInstanceOf(Outcome.Answered.class);

            model.form().subject().set("$JS.API.STREAM.DELETE.ORDERS");
            assertThat(model.blocked().get()).isEqualTo(Blocked.READ_ONLY);
            model.form().subject().set("$JS.API.STREAM.INFO.ORDERS");
            assertThat(model.blocked().get()).isEqualTo(Blocked.NOT);
            model.form().mode().set(Mode.STORE);
            model.form().subject().set("orders.a");
            assertThat(model.blocked().get()).isEqualTo(Blocked.READ_ONLY);
        }
    }

    @Test
    void tellsWhatTheStreamDoesNotAllow() {
        try (var session = open(false)) {
            model.use(session);
            model.form().mode().set(Mode.STORE);
            model.form().subject().set("orders.b");
            model.form().streamOptions().ttl().set("5m");
            model.send();
            assertThat(model.outcome().get()).isInstanceOfSatisfying(Outcome.Problem.class, problem -> {
                Failure failure = problem.failure();
                assertThat(failure.key()).isEqualTo("publish.ttl-disabled");
                assertThat(failure.remedy()).contains("allow_msg_ttl");
            });
        }
    }
}
