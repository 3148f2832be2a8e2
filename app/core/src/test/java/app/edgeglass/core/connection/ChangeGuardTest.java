package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.connection.change.Loss;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeGuardTest {

    private static final Loss LOSS = new Loss(12_345, 3 << 20, 2);

    /** What loses nothing that is counted. */
    private static final Set<Destruction.Kind> UNCOUNTED =
            Set.of(Destruction.Kind.DELETE_KEY, Destruction.Kind.REMOVE_PEER);

    private static ChangeGuard guard(Environment environment, boolean readOnly) {
        var profile = Profile.of("nats://127.0.0.1")
                .named("Plant 7")
                .withEnvironment(environment)
                .withReadOnly(readOnly);
        return new ChangeGuard(profile, () -> {
            throw Failure.of("session.not-live", "Plant 7");
        });
    }

    private static String refused(ChangeGuard guard, Consumer<ChangeGuard> asks) {
        return catchThrowableOfType(Failure.class, () -> asks.accept(guard)).key();
    }

    @ParameterizedTest
    @EnumSource(Environment.class)
    void aReadOnlyProfileRefusesEverythingButWhatOnlyReads(Environment environment) {
        var guard = guard(environment, true);
        assertThat(guard.allow(Change.saveStream("ORDERS"))).isNotNull();
        for (Change.Kind kind : EnumSet.complementOf(EnumSet.of(Change.Kind.SAVE_STREAM))) {
            assertThat(refused(guard, it -> it.allow(new Change(kind, "a", "b"))))
                    .isEqualTo("guard.read-only");
        }
        for (Destruction.Kind kind : Destruction.Kind.values()) {
            assertThat(refused(guard, it -> it.allow(new Destruction(kind, "a", "b", LOSS), "a")))
                    .isEqualTo("guard.read-only");
        }
        assertThat(guard.allow(Change.request("$JS.API.STREAM.INFO.ORDERS"))).isNotNull();
        assertThat(refused(guard, it -> it.allow(Change.publish("$JS.API.STREAM.INFO.ORDERS"))))
                .as("an answer may go anywhere")
                .isEqualTo("guard.read-only");
        assertThat(refused(guard, it -> it.allow(Change.request("$JS.API.CONSUMER.CREATE.ORDERS"))))
                .isEqualTo("guard.read-only");
    }

    @Test
    void productionAsksForTheExactName() {
        var guard = guard(Environment.PRODUCTION, false);
        var act = Destruction.deleteStream("ORDERS", LOSS);

        var asked = guard.confirmation(act);

        assertThat(asked.question()).isEqualTo("Delete the stream “ORDERS”?");
        assertThat(asked.lost()).contains("12,345 messages", "3 MiB", "2 consumers");
        assertThat(asked.nameToType()).contains("ORDERS");
        for (String wrong : new String[] {"", "orders", "ORDERS ", "ORDER"}) {
            assertThat(asked.isGivenBy(wrong)).isFalse();
            assertThat(refused(guard, it -> it.allow(act, wrong))).isEqualTo("guard.other-name");
        }
        assertThat(asked.isGivenBy("ORDERS")).isTrue();
        assertThat(guard.allow(act, "ORDERS")).isInstanceOf(Consent.class);
        assertThatCode(() -> guard.allow(Change.publish("orders.created"))).doesNotThrowAnyException();
    }

    @Test
    void elsewhereAYesIsEnough() {
        for (var environment : new Environment[] {Environment.DEVELOPMENT, Environment.STAGING}) {
            var guard = guard(environment, false);
            var act = Destruction.purgeStream("ORDERS", "orders.7.>", LOSS);
            assertThat(guard.confirmation(act).nameToType()).isEmpty();
            assertThat(guard.confirmation(act).question()).contains("orders.7.>", "ORDERS");
            assertThat(guard.allow(act, "")).isNotNull();
            assertThatCode(() -> guard.allow(Change.request("$JS.API.STREAM.DELETE.ORDERS")))
                    .doesNotThrowAnyException();
        }
    }

    /** Else a stream would be gone by a request that was typed by hand, without having been asked for its name. */
    @Test
    void inProductionNoBareMessageDestroys() {
        var guard = guard(Environment.PRODUCTION, false);

        assertThat(refused(guard, it -> it.allow(Change.request("$JS.API.STREAM.DELETE.ORDERS"))))
                .isEqualTo("guard.unnamed");
        assertThat(refused(guard, it -> it.allow(Change.publish("$JS.edge.API.STREAM.PURGE.ORDERS"))))
                .isEqualTo("guard.unnamed");
        assertThat(refused(guard, it -> it.allow(Change.rollUp("$KV.config.line"))))
                .isEqualTo("guard.unnamed");
        assertThatCode(() -> guard.allow(Change.request("$JS.API.STREAM.UPDATE.ORDERS")))
                .doesNotThrowAnyException();
    }

    @Test
    void everyKindHasItsWords() {
        var sentences = new HashSet<String>();
        for (Change.Kind kind : Change.Kind.values()) {
            sentences.add(new Change(kind, "NAME", "WITHIN").sentence());
        }
        var guard = guard(Environment.PRODUCTION, false);
        for (Destruction.Kind kind : Destruction.Kind.values()) {
            var act = new Destruction(kind, "NAME", "WITHIN", LOSS);
            sentences.add(act.sentence());
            var asked = guard.confirmation(act);
            assertThat(asked.question()).contains("NAME").endsWith("?");
            assertThat(asked.lost()).endsWith(".").doesNotContain("{");
            boolean seals = kind.name().toLowerCase(Locale.ROOT).startsWith("seal");
            assertThat(asked.lost().contains("12,345") || asked.lost().contains("3 MiB"))
                    .as(asked.lost())
                    .isEqualTo(!seals && !UNCOUNTED.contains(kind));
        }
        assertThat(sentences)
                .hasSize(Change.Kind.values().length + Destruction.Kind.values().length)
                .allMatch(sentence -> sentence.contains("NAME"));
    }

    @Test
    void aPermitIsForItsOwnSessionAndSaysWhenThatIsAway() {
        Permit permit = guard(Environment.DEVELOPMENT, false).allow(Change.publish("a"));

        assertThat(catchThrowableOfType(Failure.class, permit::connection).key())
                .isEqualTo("session.not-live");
    }
}
