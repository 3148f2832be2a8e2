package app.edgeglass.core.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretReferencesTest {

    @TempDir
    Path folder;

    private SecretReferences references() {
        return SecretReferences.of(Map.of("SET", "value\n", "EMPTY", "", "PATH", folder.toString()), folder);
    }

    private String failure(String reference) {
        return catchThrowableOfType(Failure.class, () -> references().read(reference))
                .key();
    }

    /** What Go's os.ExpandEnv gives for the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain            | plain",
                "$A/x             | one/x",
                "${A}x            | onex",
                "$Ax              | ''",
                "a$               | a$",
                "a$/b             | a$/b",
                "$$A              | A",
                "$1A              | A",
                "${}x             | x",
                "${A              | A",
                "~/x              | /home/me/x",
                "~x               | /home/mex",
                "a/~              | a/~",
                "$T/x             | /home/me/x",
                "$NONE/x          | /x"
            })
    void fillsInAsGoDoes(String text, String expected) {
        var expansion = new Expansion(Map.of("A", "one", "T", "~"), Path.of("/home/me"));
        assertThat(expansion.expand(text).text()).isEqualTo(expected);
    }

    @Test
    void knowsWhatIsAReference() {
        assertThat(List.of("op://v/i/f", "env://A", "ENV://A", "file:///x", "nsc://o/a/u"))
                .allMatch(SecretReferences::isReference);
        assertThat(List.of("password", "C:\\keys\\a.nk", "data:;base64,AA==", "https://x", "a:b", "", "päss:word"))
                .noneMatch(SecretReferences::isReference);
    }

    @Test
    void readsEachKindAndSaysWhatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "of a file\r\n\n");
        assertThat(references().read("env://SET")).isEqualTo(SecretValue.of("value"));
        assertThat(references().read("file://" + file)).isEqualTo(SecretValue.of("of a file"));
        assertThat(references().read("file://~/a.txt")).isEqualTo(SecretValue.of("of a file"));
        assertThat(references().read("data:text/plain;base64,w7w=")).isEqualTo(SecretValue.of("ü"));

        assertThat(failure("env://EMPTY")).isEqualTo("secrets.variable");
        assertThat(failure("data:;base64,%%%")).isEqualTo("secrets.data");
        assertThat(failure("data:plain")).isEqualTo("secrets.data");
        assertThat(failure("file:///no/such/file")).isEqualTo("secrets.file-missing");
        assertThat(failure("file://" + folder)).isEqualTo("secrets.file-unreadable");
        assertThat(failure("op://v/i/f")).isEqualTo("secrets.program-missing");
        assertThat(failure("nsc://o/a/u")).isEqualTo("secrets.program-missing");
    }

    @Test
    void waitsForNoProgramForever() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "shell scripts");
        Path script = Files.writeString(folder.resolve("op"), "#!/bin/sh\nsleep 600 &\nwait\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        var hasty = new SecretReferences(
                new Expansion(Map.of(), folder), new Programs(List.of(folder), Duration.ofMillis(300)));
        long start = System.nanoTime();
        assertThat(catchThrowableOfType(Failure.class, () -> hasty.read("op://v/i/f"))
                        .key())
                .isEqualTo("secrets.program-silent");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains("600"))
                        .orElse(false));

        Files.writeString(script, "#!/bin/sh\necho '{\"user_creds\":\"\"}'\n");
        Files.copy(script, folder.resolve("nsc"));
        Files.setPosixFilePermissions(folder.resolve("nsc"), PosixFilePermissions.fromString("rwx------"));
        assertThat(failure("nsc://o/a/u")).isEqualTo("secrets.nsc");
        Files.writeString(script, "\u007fELF");
        assertThat(failure("op://v/i/f")).isIn("secrets.program-broken", "secrets.program-failed");
    }

    @Test
    void saysWhatToAskForBeforeConnecting() throws IOException {
        Profile plain = Profile.of("nats://h");
        assertThat(SecretsWanted.of(plain, Secrets.NONE)).isEmpty();
        assertThat(SecretsWanted.of(plain.withLogin(new Login.Jwt(false)), Secrets.NONE))
                .containsExactly(Secret.JWT, Secret.SEED);
        Secrets known = Secrets.of(Map.of(Secret.JWT, SecretValue.of("a.b.c")));
        assertThat(SecretsWanted.of(plain.withLogin(new Login.Jwt(false)), known))
                .containsExactly(Secret.SEED);
        assertThat(SecretsWanted.of(plain.withLogin(new Login.Jwt(true)), known))
                .isEmpty();
        assertThat(SecretsWanted.of(plain.withLogin(new Login.NKey(Optional.of(folder.resolve("a.nk")))), Secrets.NONE))
                .isEmpty();

        Path locked = Files.writeString(folder.resolve("locked.pem"), "-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        Path open = Files.writeString(folder.resolve("open.pem"), "-----BEGIN PRIVATE KEY-----\n");
        Path store = Files.write(folder.resolve("store.p12"), new byte[] {0x30, 0x01});
        assertThat(wantedBy(new Tls.Trust.Java(), new Tls.Identity.Pem(open, locked)))
                .containsExactly(Secret.KEY_PASSWORD);
        assertThat(wantedBy(new Tls.Trust.File(open), new Tls.Identity.Pem(open, open)))
                .isEmpty();
        assertThat(wantedBy(new Tls.Trust.File(store), new Tls.Identity.Store(store)))
                .containsExactly(Secret.KEY_PASSWORD, Secret.TRUST_PASSWORD);
        assertThat(wantedBy(new Tls.Trust.File(folder.resolve("none")), new Tls.Identity.Store(folder.resolve("none"))))
                .isEmpty();
    }

    private static List<Secret> wantedBy(Tls.Trust trust, Tls.Identity identity) {
        Profile profile = Profile.of("nats://h").withTls(new Tls(true, false, trust, Optional.of(identity)));
        return SecretsWanted.of(profile, Secrets.NONE);
    }
}
