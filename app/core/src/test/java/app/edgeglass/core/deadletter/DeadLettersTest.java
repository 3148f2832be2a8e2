package app.edgeglass.core.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.deadletter.DeadLetter.Cause;
import app.edgeglass.core.deadletter.DeadLetter.Origin;
import app.edgeglass.core.deadletter.LetterActions.Outcome;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeadLettersTest {

    @TempDir
    Path folder;

    private static final String STREAM =
            "{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"],\"storage\":\"memory\",\"retention\":\"workqueue\"}";
    private static final String CONSUMER = """
            {"stream_name":"ORDERS","config":{"durable_name":"worker","ack_policy":"explicit","max_deliver":2}}""";

    private static void giveUp(ApiClient other, String text) {
        other.publish("orders.new", text);
        assertThat(other.take("ORDERS", "worker", "-NAK")).isTrue();
        assertThat(other.take("ORDERS", "worker", "-NAK")).isTrue();
        // Only whoever asks for more makes the server notice.
        assertThat(other.take("ORDERS", "worker", "+ACK")).isFalse();
    }

    private static Session open(TestServer server, Environment environment) {
        var session =
                new Session(Profile.of(server.url()).named("Plant").withEnvironment(environment), Clock.systemUTC());
        session.open();
        return session;
    }

    private static Stuck stuck(DeadLetters letters, long sequence) {
        return letters.all().stream()
                .filter(one -> one.letter().sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Stuck one) {
        return one.content() instanceof Content.Present present
                ? new String(present.payload(), StandardCharsets.UTF_8)
                : one.content().toString();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void whatIsGivenUpIsFoundAndTakenElsewhere(ServerVersion version) throws Exception {
        try (var server = TestServer.start(version);
                var other = ApiClient.connect(server.url());
                var session = open(server, Environment.PRODUCTION)) {
            other.ask("STREAM.CREATE.ORDERS", STREAM);
            other.ask("CONSUMER.DURABLE.CREATE.ORDERS.worker", CONSUMER);
            giveUp(other, "before anything was kept");
            other.ask("STREAM.CREATE.TOLD", """
                    {"name":"TOLD","subjects":["$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.>",
                     "$JS.EVENT.ADVISORY.CONSUMER.MSG_TERMINATED.>"],"storage":"memory"}""");
            giveUp(other, "kept");
            await().until(() -> other.ask("STREAM.INFO.TOLD", "")
                            .path("state")
                            .path("messages")
                            .asLong()
                    == 1);

            try (var letters = DeadLetters.listen(new StreamRef(session, "ORDERS"), Clock.systemUTC())) {
                assertThat(letters.all()).isEmpty();
                EarlierLetters.Found found = letters.findEarlier();
                assertThat(found.keepers()).containsExactly("TOLD");
                assertThat(found.letters()).isEqualTo(1);
                assertThat(found.whole()).isTrue();
                assertThat(found.suspects()).singleElement().satisfies(suspect -> {
                    assertThat(suspect.consumer()).isEqualTo("worker");
                    assertThat(suspect.atLeast()).isEqualTo(2);
                });

                giveUp(other, "heard");
                other.publish("orders.bad", "not an order");
                assertThat(other.take("ORDERS", "worker", "+TERM no such customer"))
                        .isTrue();
                await().until(() -> letters.all().size() == 3
                        && letters.all().stream().noneMatch(one -> one.content() instanceof Content.Awaited));

                assertThat(stuck(letters, 2).letter().origin()).isEqualTo(Origin.KEPT);
                assertThat(text(stuck(letters, 2))).isEqualTo("kept");
                assertThat(stuck(letters, 3).letter()).satisfies(letter -> {
                    assertThat(letter.origin()).isEqualTo(Origin.HEARD);
                    assertThat(letter.cause()).isEqualTo(Cause.MAX_DELIVERIES);
                    assertThat(letter.deliveries()).isEqualTo(2);
                    assertThat(letter.consumer()).isEqualTo("worker");
                });
                Stuck terminated = stuck(letters, 4);
                assertThat(terminated.letter().cause()).isEqualTo(Cause.TERMINATED);
                assertThat(terminated.letter().reason())
                        .isEqualTo(
                                version == ServerVersion.V2_10
                                        ? terminated.letter().reason()
                                        : "no such customer");
                // A work queue lets go of what was terminated.
                assertThat(terminated.content()).isInstanceOf(Content.Gone.class);

                elsewhere(other, letters);
            }
        }
    }

    private void elsewhere(ApiClient other, DeadLetters letters) throws Exception {
        var actions = new LetterActions(letters);
        List<Stuck> all = letters.all();

        Outcome nobody = actions.copy(all, "dead.orders");
        assertThat(nobody.failure()).map(Failure::key).contains("deadletter.no-stream");
        assertThat(nobody.left()).hasSize(3);
        assertThat(nobody.stored()).isZero();

        other.ask("STREAM.CREATE.DEAD", "{\"name\":\"DEAD\",\"subjects\":[\"dead.>\"],\"storage\":\"memory\"}");
        assertThat(new LetterExport(letters).toFile(all, folder.resolve("letters.ndjson")))
                .isEqualTo(2);
        assertThat(actions.confirmation(all).nameToType()).contains("ORDERS");
        Outcome moved = actions.move(all, "dead.orders", "ORDERS");
        assertThat(moved.failure()).isEmpty();
        assertThat(List.of(moved.stored(), moved.deleted(), moved.gone())).containsExactly(2L, 2L, 1L);
        assertThat(stuck(letters, 2).content()).isInstanceOf(Content.Gone.class);
        assertThat(other.answer("STREAM.MSG.GET.ORDERS", "{\"seq\":2}").has("error"))
                .isTrue();
        JsonNode dead = other.ask("STREAM.MSG.GET.DEAD", "{\"last_by_subj\":\"dead.orders\"}")
                .get("message");
        var headers = new String(Base64.getDecoder().decode(dead.path("hdrs").asString()), StandardCharsets.UTF_8);
        assertThat(headers)
                .contains("Dead-Letter-Subject:orders.new", "Dead-Letter-Sequence:3", "Dead-Letter-Consumer:worker");
        assertThat(Base64.getDecoder().decode(dead.path("data").asString()))
                .asString()
                .isEqualTo("heard");

        List<JsonNode> lines = Files.readAllLines(folder.resolve("letters.ndjson")).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines)
                .extracting(line -> line.path("text").asString("gone"))
                .containsExactly("kept", "heard", "gone");

        // Once more to its own subject: the queue has it anew.
        giveUp(other, "again");
        await().until(() -> letters.all().size() == 4 && stuck(letters, 5).content() instanceof Content.Present);
        assertThat(actions.resend(List.of(stuck(letters, 5))).stored()).isEqualTo(1);
        assertThat(other.take("ORDERS", "worker", "+ACK")).isTrue();
    }

    @Test
    void aBoxStaysSmallAndSaysWhatWent() {
        var box = new LetterBox(3, 100);
        for (int i = 1; i <= 5; i++) {
            var letter =
                    new DeadLetter("S", "c", i, 2, Cause.MAX_DELIVERIES, "", Instant.ofEpochSecond(i), Origin.HEARD);
            box.add(letter);
            box.put(letter, new Content.Present("s", Instant.EPOCH, new byte[0], new byte[45]));
        }

        assertThat(box.forgotten()).isEqualTo(2);
        assertThat(box.bytes()).isEqualTo(90);
        assertThat(box.all())
                .extracting(one -> one.content().getClass().getSimpleName())
                .containsExactly("Dropped", "Present", "Present");
    }

    @Test
    void whoMayNotListenIsTold() {
        String users = """
                authorization { users: [ {user: a, password: p},
                  {user: deaf, password: p, permissions: {subscribe: {deny: ["$JS.EVENT.>"]}}} ] }""";
        try (var server = TestServer.start(ServerVersion.NEWEST, users);
                var other = ApiClient.connect(server.url().replace("//", "//a:p@"));
                var session = new Session(Profile.of(server.url().replace("//", "//deaf:p@")), Clock.systemUTC())) {
            session.open();
            other.ask("STREAM.CREATE.ORDERS", STREAM);
            try (var letters = DeadLetters.listen(new StreamRef(session, "ORDERS"), Clock.systemUTC())) {
                await().untilAsserted(() -> assertThat(letters.denied()).hasSize(2));
            }
        }
    }
}
