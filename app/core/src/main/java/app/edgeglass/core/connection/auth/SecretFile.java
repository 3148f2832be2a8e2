package app.edgeglass.core.connection.auth;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small file with a secret in it. */
final class SecretFile {

    /** Credentials with many permissions in them are some kilobytes. */
    private static final int MOST = 256 * 1024;

    private SecretFile() {}

    static SecretValue read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw Failure.of(Files.exists(file) ? "login.file-no-file" : "login.file-missing", file);
            }
            if (Files.size(file) > MOST) {
                throw Failure.of("login.file-large", file);
            }
            var value = SecretValue.of(Files.readString(file));
            if (value.isEmpty()) {
                throw Failure.of("login.file-empty", file);
            }
            return value;
        } catch (NoSuchFileException e) {
            throw Failure.of("login.file-missing", file);
        } catch (MalformedInputException e) {
            throw Failure.of("login.file-no-text", file);
        } catch (AccessDeniedException e) {
            throw Failure.of("login.file-denied", file);
        } catch (IOException e) {
            throw Failure.because(e, "login.file-unreadable", file, e.getClass().getSimpleName());
        }
    }
}
