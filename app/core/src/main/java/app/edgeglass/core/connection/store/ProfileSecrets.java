package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.connection.secret.SecretStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a profile's secrets are: kept under its id, set aside under its id and a key, or referred to. */
record ProfileSecrets(SecretStore store, SecretReferences references) {

    Secrets of(String id, Optional<Origin> origin) {
        Map<Secret, String> referred = origin.map(Origin::references).orElse(Map.of());
        return which -> store.find(id, which)
                .or(() -> Optional.ofNullable(referred.get(which)).map(references::read));
    }

    void keep(KeptProfile kept) {
        String id = kept.profile().id();
        kept.secrets().forEach((which, value) -> store.put(id, which, value));
        kept.aside().forEach((key, value) -> store.put(asideId(id, key), Secret.PASSWORD, value));
    }

    Map<String, SecretValue> aside(String id, Optional<Origin> origin) {
        var found = new HashMap<String, SecretValue>();
        for (String key : origin.map(Origin::parted).orElse(List.of())) {
            store.find(asideId(id, key), Secret.PASSWORD).ifPresent(value -> found.put(key, value));
        }
        return found;
    }

    void forget(String id, Optional<Origin> origin) {
        store.forgetAll(id);
        for (String key : origin.map(Origin::parted).orElse(List.of())) {
            store.forget(asideId(id, key), Secret.PASSWORD);
        }
    }

    private static String asideId(String id, String key) {
        return id + "/" + key;
    }
}
