package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.secret.SecretStore;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.desktop.profile.editor.UsedSecrets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Keeps a profile with what was typed of its secrets. Off the window's thread. */
record ProfileChanges(ProfileStore store) {

    /**
     * @param typed secrets that take the place of those that are kept
     * @param forgotten secrets that are no longer to be kept
     */
    Profile save(Profile profile, Map<Secret, SecretValue> typed, Set<Secret> forgotten) {
        Set<Secret> used = UsedSecrets.of(profile);
        var kept = new EnumMap<Secret, SecretValue>(Secret.class);
        typed.forEach((which, value) -> {
            if (used.contains(which)) {
                kept.put(which, value);
            }
        });
        var before = store.find(profile.id()).map(UsedSecrets::of).orElse(Set.of());
        Profile saved = store.save(profile, kept);
        SecretStore secrets = store.secrets();
        for (Secret which : Secret.values()) {
            // What another way of signing in has left behind would stay in the keychain for ever.
            boolean left = before.contains(which) && !UsedSecrets.of(saved).contains(which);
            if (left || (forgotten.contains(which) && !kept.containsKey(which))) {
                secrets.forget(saved.id(), which);
            }
        }
        return saved;
    }
}
