package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A profile with all that is kept of it.
 *
 * @param json what stands in its file; what this version does not know of it stays there
 * @param secrets those that are known; others stay as they are when it is kept
 * @param aside what is secret in its origin and of no use to it, by its key there
 */
public record KeptProfile(
        Profile profile, ObjectNode json, Map<Secret, SecretValue> secrets, Map<String, SecretValue> aside) {

    public KeptProfile {
        json = json.deepCopy();
        secrets = Map.copyOf(secrets);
        aside = Map.copyOf(aside);
    }

    /** A profile that stands in no file yet. */
    public static KeptProfile of(Profile profile) {
        return new KeptProfile(profile, JsonNodeFactory.instance.objectNode(), Map.of(), Map.of());
    }

    /**
     * A profile from its JSON.
     *
     * @throws Failure when it is none that this version can use
     */
    public static KeptProfile read(JsonNode json) {
        return switch (Entry.read(json)) {
            case Entry.Usable(Profile profile, ObjectNode node) -> new KeptProfile(profile, node, Map.of(), Map.of());
            case Entry.Unusable(JsonNode node, UnreadableProfile problem) -> throw problem.failure();
        };
    }

    public KeptProfile with(Profile other) {
        return new KeptProfile(other, json, secrets, aside);
    }

    public KeptProfile withSecrets(Map<Secret, SecretValue> others, Map<String, SecretValue> otherAside) {
        return new KeptProfile(profile, json, others, otherAside);
    }

    public KeptProfile withOrigin(Origin origin) {
        ObjectNode changed = json.deepCopy();
        origin.write(changed);
        return new KeptProfile(profile, changed, secrets, aside);
    }

    public Optional<Origin> origin() {
        return Origin.read(json);
    }

    /** The JSON of the profile as it is, with what this version does not know. */
    public ObjectNode toJson() {
        ObjectNode copy = json.deepCopy();
        ProfileWriter.write(profile, copy);
        return copy;
    }
}
