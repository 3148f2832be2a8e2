package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.connection.ProfileFiles.Part;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.nio.file.Path;

/** At which field it is said that something is wrong with a file. */
final class FileFields {

    private FileFields() {}

    static Field of(Part part, Failure failure, Profile profile) {
        return switch (part) {
            case LOGIN -> profile.login() instanceof Login.NKey ? Field.SEED_FILE : Field.CREDENTIALS_FILE;
            case TRUST -> failure.key().equals("tls.trust-password") ? Field.TRUST_PASSWORD : Field.TRUST_FILE;
            case IDENTITY -> identity(failure, profile);
        };
    }

    private static Field identity(Failure failure, Profile profile) {
        if (failure.key().equals("tls.key-locked") || failure.key().equals("tls.key-password")) {
            return Field.KEY_PASSWORD;
        }
        return switch (profile.tls().identity().orElse(null)) {
            case Tls.Identity.Pem(Path certificate, Path key) ->
                isAbout(failure, key) ? Field.KEY_FILE : Field.CERTIFICATE_FILE;
            case Tls.Identity.WindowsStore _ -> Field.WINDOWS_MATCH;
            case null, default -> Field.STORE_FILE;
        };
    }

    /** Both files are read in one go; the sentence names the one that it is about. */
    private static boolean isAbout(Failure failure, Path key) {
        return failure.key().equals("tls.key-mismatch") || failure.sentence().contains(key.toString());
    }
}
