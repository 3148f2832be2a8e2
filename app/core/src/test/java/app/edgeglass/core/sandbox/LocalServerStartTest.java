package app.edgeglass.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A start that fails says why, and leaves nothing running and nothing locked. */
class LocalServerStartTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path temp;

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(ProcessHandle.current().descendants().filter(TestProcesses::isRunning))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void thePortIsTaken(ServerVersion version) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var failure = failureOf(options(version).onPort(taken.getLocalPort()));

            assertThat(failure.key()).isEqualTo("sandbox.port-taken");
            assertThat(failure.sentence()).contains(Integer.toString(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theConfigurationIsRefusedInTheServersWords(ServerVersion version) {
        var unknown = failureOf(options(version).withConfiguration("no_such_setting: 1"));
        assertThat(unknown.key()).isEqualTo("sandbox.configuration");
        assertThat(unknown.sentence()).contains("unknown field \"no_such_setting\"");

        var unreadable = failureOf(options(version).withConfiguration("accounts { A: ["));
        assertThat(unreadable.key()).isEqualTo("sandbox.configuration");
        assertThat(unreadable.sentence()).containsIgnoringCase("parse error");
    }

    @Test
    void aFileStandsInTheFoldersPlace() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        var failure = failureOf(newest().inFolder(file.resolve("store")));

        assertThat(failure.key()).isEqualTo("sandbox.store.not-usable");
        assertThat(failure.sentence()).contains(file.toString());
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theServerCannotUseItsPartOfTheFolder(ServerVersion version) throws IOException {
        Files.createFile(temp.resolve("jetstream"));

        var failure = failureOf(options(version).inFolder(temp));

        assertThat(failure.key()).isEqualTo("sandbox.store.not-usable");
        assertThat(failure.sentence()).contains("storage directory is not a directory");
    }

    @Test
    void theProgramIsGoneSinceItWasFound() {
        var gone = new NatsServerBinary(temp.resolve("nats-server"), NatsServerBinary.OLDEST);

        var failure = failureOf(LocalServerOptions.of(gone));

        assertThat(failure.key()).isEqualTo("sandbox.did-not-start");
        assertThat(failure.sentence()).contains("127").contains("nats-server");
    }

    @Test
    void itIsNotReadyInTime() throws IOException {
        var silent = new NatsServerBinary(script("exec sleep 30"), NatsServerBinary.OLDEST);

        var failure = failureOf(LocalServerOptions.of(silent).readyWithin(Duration.ofSeconds(1)));

        assertThat(failure.key()).isEqualTo("sandbox.not-ready");
        assertThat(failure.sentence()).contains("1 s");
    }

    @Test
    void theStartIsBrokenOff() throws Exception {
        var silent = new NatsServerBinary(script("exec sleep 30"), NatsServerBinary.OLDEST);
        var failure = new CompletableFuture<Failure>();

        var starting = Thread.ofVirtual().start(() -> failure.complete(failureOf(LocalServerOptions.of(silent))));
        starting.interrupt();

        assertThat(failure.get(5, TimeUnit.SECONDS).key()).isEqualTo("sandbox.interrupted");
    }

    @Test
    void theStartWasBrokenOffBeforeItBegan() {
        var options = newest();
        Thread.currentThread().interrupt();

        var failure = failureOf(options);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.key()).isEqualTo("sandbox.interrupted");
    }

    /** Whoever breaks off what stands on the server stops it with the interrupt still set. */
    @Test
    void anInterruptedThreadWaitsForTheEndToo() {
        var server = LocalServer.start(options(ServerVersion.NEWEST), CLOCK);
        Thread.currentThread().interrupt();
        server.stop();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.state()).isInstanceOf(LocalServerState.Ended.class);
    }

    @Test
    void theFolderIsInUseByThisEdgeglass() {
        Path folder = temp.resolve("store");
        try (var first = LocalServer.start(newest().inFolder(folder), CLOCK)) {
            for (int i = 0; i < 2; i++) {
                var failure = failureOf(
                        newest().inFolder(temp.resolve("other").resolve("..").resolve("store")));

                assertThat(failure.key()).isEqualTo("sandbox.store.locked");
                assertThat(failure.sentence())
                        .contains(folder.toString())
                        .contains(Long.toString(ProcessHandle.current().pid()));
            }
            assertThat(first.isRunning()).isTrue();
        }

        LocalServer.start(newest().inFolder(folder), CLOCK).close();
    }

    @Test
    void aFailedStartFreesTheFolder() {
        failureOf(newest().inFolder(temp).withConfiguration("no_such_setting: 1"));

        LocalServer.start(newest().inFolder(temp), CLOCK).close();
    }

    @Test
    void aDamagedOwnerFileIsNoHindrance() throws IOException {
        Files.write(temp.resolve(StoreFolder.OWNER_FILE), new byte[] {'\\', 'u', 'x', 0, (byte) 0xff});

        LocalServer.start(newest().inFolder(temp), CLOCK).close();
    }

    @Test
    void theDiskIsFull() {
        // What both releases write on a disk without room (seen on a tmpfs of three inodes).
        var log = List.of(
                new ServerLog.Line(1, "[21816] 2026/11/22 20:29:31.832830 [INF] Starting JetStream", 0),
                new ServerLog.Line(
                        2,
                        "[21816] 2026/11/22 20:29:31.833605 [FTL] Can't start JetStream: could not create storage"
                                + " streams directory - mkdir /s/jetstream/$G/streams: no space left on device",
                        0));

        var failure = StartFailures.ofEnd(newest(), temp, 1, log);

        assertThat(failure.key()).isEqualTo("sandbox.disk-full");
        assertThat(failure.sentence()).contains(temp.toString());
    }

    @Test
    void temporaryFoldersOfFailedStartsAreDeleted() throws IOException {
        // Tests in another JVM have such folders too; ours is known by what its server could not read.
        String setting = "no_such_setting_" + System.nanoTime();

        failureOf(newest().withConfiguration(setting + ": 1"));

        assertThat(temporaryStores()).noneMatch(store -> holds(store, setting));
    }

    private static List<Path> temporaryStores() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("edgeglass-local-server-"))
                    .toList();
        }
    }

    private static boolean holds(Path store, String text) {
        try (Stream<Path> files = Files.list(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private Path script(String body) throws IOException {
        Path script = temp.resolve("nats-server");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static LocalServerOptions newest() {
        return options(ServerVersion.NEWEST);
    }

    private static LocalServerOptions options(ServerVersion version) {
        return LocalServerOptions.of(NatsServerBinary.at(version.binary()));
    }

    private static Failure failureOf(LocalServerOptions options) {
        return catchThrowableOfType(
                Failure.class, () -> LocalServer.start(options, CLOCK).close());
    }
}
