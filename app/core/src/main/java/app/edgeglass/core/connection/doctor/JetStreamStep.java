package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.connection.doctor.Question.Answer;
import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** What JetStream says of this account, at the place where the profile asks it. */
final class JetStreamStep implements Step {

    // JSNotEnabledForAccountErr of nats-server's errors.json.
    private static final int NOT_FOR_ACCOUNT = 10_039;
    private static final int LONGEST = 200;

    @Override
    public Outcome examine(Visit visit) throws IOException, InterruptedException {
        JetStreamPlace place = visit.profile().jetStream();
        String subject = place.apiPrefix() + ".INFO";
        Answer answer = Question.ask(visit.session(), subject, visit.patience().each());
        visit.jetStreamMayBeAsked(!(answer instanceof Answer.Denied));
        return switch (answer) {
            case Answer.Said(JsonNode said) when said.has("error") -> refused(visit, said.path("error"));
            case Answer.Said(JsonNode said) -> new Outcome.Passed(facts(said));
            case Answer.Nobody() -> nobody(visit, place, subject);
            case Answer.Denied() -> warned(Failure.of("doctor.jetstream-denied", subject));
            case Answer.Deaf() -> warned(Failure.of("doctor.jetstream-deaf", subject));
            case Answer.Silent() -> throw Failure.of("doctor.jetstream-silent", subject);
        };
    }

    private static Outcome nobody(Visit visit, JetStreamPlace place, String subject) {
        return switch (place) {
            case JetStreamPlace.Own() -> new Outcome.Noted(WORDS.say("doctor.jetstream-none"), Facts.NONE);
            case JetStreamPlace.Domain(String name) ->
                throw Failure.of("doctor.jetstream-no-domain", visit.url().shown(), name);
            case JetStreamPlace.Prefix(String prefix) ->
                throw Failure.of("doctor.jetstream-no-prefix", subject, prefix);
        };
    }

    private static Outcome refused(Visit visit, JsonNode error) {
        int code = error.path("err_code").asInt(0);
        if (code == NOT_FOR_ACCOUNT) {
            return warned(Failure.of("doctor.jetstream-account", visit.url().shown()));
        }
        String said = SafeText.show(error.path("description").asString(""), LONGEST);
        throw Failure.of("doctor.jetstream-refused", said, Integer.toString(code));
    }

    private static Outcome warned(Failure warning) {
        return new Outcome.Warned(warning, Facts.NONE);
    }

    private static Facts facts(JsonNode said) {
        JsonNode api = said.path("api");
        var facts = new FactList()
                .add("doctor.fact.domain", said.path("domain").asString(""))
                .add(
                        "doctor.fact.api-level",
                        api.has("level") ? api.path("level").asString("") : "");
        used(facts, "", said);
        said.path("tiers").properties().forEach(tier -> used(facts, tier.getKey(), tier.getValue()));
        return facts.facts();
    }

    /** @param tier such as {@code R3}, for which there are limits of its own; empty for those of all */
    private static void used(FactList facts, String tier, JsonNode said) {
        JsonNode limits = said.path("limits");
        if (!said.has("storage")) {
            return;
        }
        facts.named(label("doctor.fact.storage", tier), bytes(said.path("storage"), limits.path("max_storage")))
                .named(label("doctor.fact.memory", tier), bytes(said.path("memory"), limits.path("max_memory")))
                .named(label("doctor.fact.streams", tier), count(said.path("streams"), limits.path("max_streams")))
                .named(
                        label("doctor.fact.consumers", tier),
                        count(said.path("consumers"), limits.path("max_consumers")));
    }

    private static String label(String key, String tier) {
        return tier.isEmpty() ? WORDS.say(key) : WORDS.say("doctor.fact.of-tier", WORDS.say(key), tier);
    }

    private static String bytes(JsonNode used, JsonNode most) {
        return most.asLong(-1) < 0
                ? Sizes.say(used.asLong(0))
                : WORDS.say("doctor.used-of", Sizes.say(used.asLong(0)), Sizes.say(most.asLong(0)));
    }

    private static String count(JsonNode used, JsonNode most) {
        return most.asLong(-1) < 0
                ? FactList.count(used.asLong(0))
                : WORDS.say("doctor.used-of", FactList.count(used.asLong(0)), FactList.count(most.asLong(0)));
    }
}
