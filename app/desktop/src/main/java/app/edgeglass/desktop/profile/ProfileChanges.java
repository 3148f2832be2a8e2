package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.connection.secret.SecretStore;
import app.edgeglass.core.connection.store.ProfileStore;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Keeps a profile with what was typed of its secrets. Off the window's thread. */
record ProfileChanges(ProfileStore store) {

    /**
     * @param typed secrets that take the place of those that are kept
     * @param forgotten secrets that are no longer to be kept
     */
    Profile save(Profile profile, Map<Secret, SecretValue> typed, Set<Secret> forgotten) {
        Profile saved = store.save(profile);
        SecretStore secrets = store.secrets();
        forgotten.forEach(which -> secrets.forget(saved.id(), which));
        Set<Secret> used = used(saved);
        typed.forEach((which, value) -> {
            if (used.contains(which)) {
                secrets.put(saved.id(), which, value);
            }
        });
        // What another way of signing in has left behind would stay in the keychain for ever.
        for (Secret which : Secret.values()) {
            if (!used.contains(which) && secrets.find(saved.id(), which).isPresent()) {
                secrets.forget(saved.id(), which);
            }
        }
        return saved;
    }

    /** Which secrets a profile may have. */
    static Set<Secret> used(Profile profile) {
        Set<Secret> used = ofLogin(profile.login());
        if (profile.tls().trust() instanceof Tls.Trust.File) {
            used.add(Secret.TRUST_PASSWORD);
        }
        if (profile.tls().identity().isPresent()) {
            used.add(Secret.KEY_PASSWORD);
        }
        return used;
    }

    private static Set<Secret> ofLogin(Login login) {
        return switch (login) {
            case Login.None() -> EnumSet.noneOf(Secret.class);
            case Login.Password _ -> EnumSet.of(Secret.PASSWORD);
            case Login.Token() -> EnumSet.of(Secret.TOKEN);
            case Login.NKey _ -> EnumSet.of(Secret.SEED);
            case Login.Credentials _ -> EnumSet.of(Secret.CREDENTIALS);
            case Login.Jwt(var bearer) -> bearer ? EnumSet.of(Secret.JWT) : EnumSet.of(Secret.JWT, Secret.SEED);
        };
    }
}
