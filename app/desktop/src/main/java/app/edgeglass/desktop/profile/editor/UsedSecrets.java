package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.Tls;
import java.util.EnumSet;
import java.util.Set;

/** Which secrets a profile may have, by the way it signs in and the files that it names. */
public final class UsedSecrets {

    private UsedSecrets() {}

    public static Set<Secret> of(Profile profile) {
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
