package app.edgeglass.core.connection.secret;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.Secrets;
import java.util.List;
import java.util.stream.Stream;

/** What a session will need and nobody knows yet, so that the person can be asked before anything is tried. */
public final class SecretsWanted {

    private SecretsWanted() {}

    /**
     * What is missing, in the order in which to ask for it. May wait for a keychain and looks into files, so that it does not
     * belong on the window's thread.
     */
    public static List<Secret> of(Profile profile, Secrets secrets) {
        return Stream.concat(neededBy(profile.login()), LockedFiles.of(profile.tls()))
                .filter(which -> secrets.find(which).isEmpty())
                .toList();
    }

    /** As {@link #of}, of the login alone. */
    public static List<Secret> ofLogin(Profile profile, Secrets secrets) {
        return neededBy(profile.login())
                .filter(which -> secrets.find(which).isEmpty())
                .toList();
    }

    private static Stream<Secret> neededBy(Login login) {
        return switch (login) {
            case Login.None() -> Stream.empty();
            case Login.Password(String user) -> Stream.of(Secret.PASSWORD);
            case Login.Token() -> Stream.of(Secret.TOKEN);
            case Login.NKey(var file) -> file.isPresent() ? Stream.empty() : Stream.of(Secret.SEED);
            case Login.Credentials(var file) -> file.isPresent() ? Stream.empty() : Stream.of(Secret.CREDENTIALS);
            case Login.Jwt(boolean bearer) -> bearer ? Stream.of(Secret.JWT) : Stream.of(Secret.JWT, Secret.SEED);
        };
    }
}
