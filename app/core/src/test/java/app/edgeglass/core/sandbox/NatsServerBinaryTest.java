package app.edgeglass.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NatsServerBinaryTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void asksARealServerForItsRelease(ServerVersion version) {
        var binary = NatsServerBinary.at(version.binary());

        assertThat(binary.version()).isGreaterThanOrEqualTo(NatsServerBinary.OLDEST);
        if (version == ServerVersion.V2_10) {
            assertThat(binary.version().text()).startsWith("2.10.");
        }
    }

    @Test
    void readsPreviewsAndOrdersReleasesByNumber() {
        var preview = ServerRelease.in("nats-server: v2.12.0-RC.1\n").orElseThrow();

        assertThat(preview).isEqualTo(new ServerRelease(2, 12, 0, "2.12.0-RC.1"));
        assertThat(preview).isGreaterThan(new ServerRelease(2, 9, 25, "2.9.25"));
        assertThat(ServerRelease.in("nats-server: command not found")).isEmpty();
    }

    @Test
    void takesWhatIsNamedBeforeAllElse() throws IOException {
        Path named = program("named", "nats-server: v2.11.1");
        Path onPath = program("bin", "nats-server: v2.12.0");

        var found = new BinaryPlaces(Optional.of(named), List.of(onPath.getParent()), Optional.empty()).find();

        assertThat(found.path()).isEqualTo(named);
    }

    @Test
    void looksForABareNameWhereProgramsAre() throws IOException {
        Path onPath = program("bin", "nats-server: v2.12.0");

        var found = new BinaryPlaces(
                        Optional.of(onPath.getFileName()), List.of(temp, onPath.getParent()), Optional.empty())
                .find();

        assertThat(found.path()).isEqualTo(onPath);
    }

    @Test
    void passesOverWhatIsTooOldOnThePathAndTakesTheNewestOfTheCache() throws IOException {
        Path old = program("bin", "nats-server: v2.9.25");
        program("cache/nats-server/2.9.1", "nats-server: v2.9.1");
        Path newest = program("cache/nats-server/2.12.3", "nats-server: v2.12.3");
        program("cache/nats-server/2.10.27", "nats-server: v2.10.27");

        var found =
                new BinaryPlaces(Optional.empty(), List.of(old.getParent()), Optional.of(temp.resolve("cache"))).find();

        assertThat(found.path()).isEqualTo(newest);
    }

    @Test
    void saysThatThereIsNone() {
        var failure = failureOf(
                () -> new BinaryPlaces(Optional.empty(), List.of(temp), Optional.of(temp.resolve("no"))).find());

        assertThat(failure.key()).isEqualTo("sandbox.binary.missing");
        assertThat(failure.remedy()).contains("2.10").contains("EDGEGLASS_NATS_SERVER");
    }

    @Test
    void saysThatTheOnlyOneIsTooOld() throws IOException {
        Path old = program("bin", "nats-server: v2.9.25");

        var failure =
                failureOf(() -> new BinaryPlaces(Optional.empty(), List.of(old.getParent()), Optional.empty()).find());

        assertThat(failure.key()).isEqualTo("sandbox.binary.too-old");
        assertThat(failure.sentence()).contains(old.toString()).contains("2.9.25");
        assertThat(failure.remedy()).contains("2.10");
    }

    @Test
    void saysThatWhatIsNamedIsNotThere() {
        Path nowhere = temp.resolve("nats-server");

        var failure = failureOf(() -> new BinaryPlaces(Optional.of(nowhere), List.of(temp), Optional.empty()).find());

        assertThat(failure.key()).isEqualTo("sandbox.binary.no-file");
        assertThat(failure.sentence()).contains(nowhere.toString());
    }

    @Test
    void saysThatItMayNotBeExecuted() throws IOException {
        Path unmarked = temp.resolve("nats-server");
        Files.writeString(unmarked, "#!/bin/sh\n");

        assertThat(failureOf(() -> NatsServerBinary.at(unmarked)).key()).isEqualTo("sandbox.binary.not-executable");
    }

    @Test
    void saysThatItIsMadeForAnotherMachine() throws IOException {
        Path forAnotherMachine = temp.resolve("nats-server");
        Files.write(forAnotherMachine, new byte[] {0x7f, 'E', 'L', 'F', 9, 9, 9, 9});
        assertThat(forAnotherMachine.toFile().setExecutable(true)).isTrue();

        var failure = failureOf(() -> NatsServerBinary.at(forAnotherMachine));

        assertThat(failure.key()).isEqualTo("sandbox.binary.unusable");
        assertThat(failure.remedy()).contains("made for this machine");
    }

    @Test
    void saysThatSomethingElseAnswers() throws IOException {
        Path other = program("bin", "redis-server 7.0");

        var failure = failureOf(() -> NatsServerBinary.at(other));

        assertThat(failure.key()).isEqualTo("sandbox.binary.unusable");
        assertThat(failure.sentence()).contains("redis-server 7.0");
    }

    @Test
    void doesNotWaitForAProgramThatHangs() throws IOException {
        Path hanging = script("bin", "sleep 5; echo nats-server: v2.12.0");

        var failure = failureOf(() -> NatsServerBinary.at(hanging, Duration.ofMillis(200)));

        assertThat(failure.key()).isEqualTo("sandbox.binary.unusable");
    }

    private Path program(String folder, String says) throws IOException {
        return script(folder, "echo '" + says + "'");
    }

    private Path script(String folder, String body) throws IOException {
        Path program = Files.createDirectories(temp.resolve(folder)).resolve(NatsServerBinary.PROGRAM);
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private static Failure failureOf(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call);
    }
}
