package app.edgeglass.core.connection.exchange;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.store.KeptProfile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How profiles stand in a file for others: as in their own file, with the secrets, if any, beside them. */
final class ExchangeText {

    static final String FORMAT = "format";
    static final String FORMAT_NAME = "edgeglass-profiles";
    static final int VERSION = 1;
    static final String PROFILES = "profiles";
    static final String ENCRYPTED = "encrypted";

    private static final String SECRETS = "secrets";
    private static final String ASIDE = "aside";

    private ExchangeText() {}

    static ObjectNode of(List<KeptProfile> profiles) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        var array = text.putArray(PROFILES);
        ObjectNode secrets = JsonNodeFactory.instance.objectNode();
        ObjectNode aside = JsonNodeFactory.instance.objectNode();
        for (KeptProfile kept : profiles) {
            array.add(kept.toJson());
            ObjectNode own = secrets.putObject(kept.profile().id());
            kept.secrets().forEach((which, value) -> own.put(which.name(), value.reveal()));
            ObjectNode ownAside = aside.putObject(kept.profile().id());
            kept.aside().forEach((key, value) -> ownAside.put(key, value.reveal()));
        }
        if (profiles.stream()
                .anyMatch(kept -> !kept.secrets().isEmpty() || !kept.aside().isEmpty())) {
            text.set(SECRETS, secrets);
            text.set(ASIDE, aside);
        }
        return text;
    }

    /** @throws app.edgeglass.core.error.Failure when this one is none that this version can use */
    static KeptProfile profile(JsonNode text, JsonNode json) {
        KeptProfile kept = KeptProfile.read(json);
        String id = kept.profile().id();
        var secrets = new EnumMap<Secret, SecretValue>(Secret.class);
        JsonNode own = text.path(SECRETS).path(id);
        for (Secret which : Secret.values()) {
            if (own.path(which.name()).isString()) {
                secrets.put(which, SecretValue.of(own.path(which.name()).stringValue()));
            }
        }
        Map<String, SecretValue> aside = new HashMap<>();
        for (var property : text.path(ASIDE).path(id).properties()) {
            aside.put(property.getKey(), SecretValue.of(property.getValue().asString("")));
        }
        return kept.withSecrets(secrets, aside);
    }
}
