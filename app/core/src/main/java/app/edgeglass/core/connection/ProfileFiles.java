package app.edgeglass.core.connection;

import app.edgeglass.core.connection.auth.SignIn;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.connection.tls.TlsUpgrade;
import app.edgeglass.core.error.Failure;
import io.nats.client.Options;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Looks at the files that a profile names as connecting would, so that it can be said while the profile is written. */
public final class ProfileFiles {

    /** What a file is for. */
    public enum Part {
        LOGIN,
        TRUST,
        IDENTITY
    }

    private ProfileFiles() {}

    /** Whether there is anything to look at. */
    public static boolean namesAny(Profile profile) {
        return namesLogin(profile.login())
                || profile.tls().trust() instanceof Tls.Trust.File
                || profile.tls().identity().isPresent();
    }

    private static boolean namesLogin(Login login) {
        return switch (login) {
            case Login.NKey(var file) -> file.isPresent();
            case Login.Credentials(var file) -> file.isPresent();
            default -> false;
        };
    }

    /** What is wrong with each; nothing for those that are as they should be. Reads from the disk. */
    public static Map<Part, Failure> look(Profile profile, Secrets secrets) {
        var found = new EnumMap<Part, Failure>(Part.class);
        if (namesLogin(profile.login())) {
            look(found, Part.LOGIN, () -> new SignIn(profile, secrets).apply(new Options.Builder()));
        }
        Tls tls = profile.tls();
        if (tls.trust() instanceof Tls.Trust.File) {
            var trust = new Tls(false, false, tls.trust(), Optional.empty());
            look(found, Part.TRUST, () -> TlsUpgrade.of(profile.withTls(trust), secrets));
        }
        if (tls.identity().isPresent()) {
            var identity = new Tls(false, false, new Tls.Trust.Java(), tls.identity());
            look(found, Part.IDENTITY, () -> TlsUpgrade.of(profile.withTls(identity), secrets));
        }
        return found;
    }

    private static void look(Map<Part, Failure> found, Part part, Runnable reading) {
        try {
            reading.run();
        } catch (Failure failure) {
            found.put(part, failure);
        }
    }
}
