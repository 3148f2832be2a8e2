package app.edgeglass.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No server outlives its Edgeglass, and two of them do not share a folder. Each other Edgeglass is a real process. */
class LocalServerOrphanTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theServerEndsWhenItsEdgeglassIsKilled(ServerVersion version) {
        try (var other = OtherEdgeglass.start(List.of(), version.binary(), "")) {
            assertThat(TestProcesses.isRunning(other.serverPid())).isTrue();
            assertThat(other.folder()).isDirectory();
            var watcher = parentOf(other.serverPid());

            other.kill();

            await().atMost(SOON).until(() -> !TestProcesses.isRunning(other.serverPid()));
            await().atMost(SOON).until(() -> !TestProcesses.isRunning(watcher));
            assertThat(other.folder()).doesNotExist();
        }
    }

    @Test
    void theServerEndsWithAnInterruptFromTheTerminal() {
        // A job in the background of a plain shell is deaf to interrupts and so is all that it starts, a build
        // included;
        // what a person starts at a terminal is not.
        var atATerminal = List.of("env", "--default-signal=INT");
        try (var other = OtherEdgeglass.start(atATerminal, ServerVersion.NEWEST.binary(), "")) {
            var watcher = parentOf(other.serverPid());
            var group = LongStream.concat(
                            LongStream.of(other.handle().pid()),
                            other.handle().descendants().mapToLong(ProcessHandle::pid))
                    .toArray();
            assertThat(group).contains(watcher.pid(), other.serverPid());

            TestProcesses.signal("INT", group);

            await().atMost(SOON).until(() -> LongStream.of(group).noneMatch(TestProcesses::isRunning));
            assertThat(other.folder()).doesNotExist();
        }
    }

    @Test
    void theServerEndsWhenItsWatcherAloneIsAskedTo() {
        try (var other = OtherEdgeglass.start(List.of(), ServerVersion.NEWEST.binary(), "")) {
            var watcher = parentOf(other.serverPid());

            TestProcesses.signal("TERM", watcher.pid());

            await().atMost(SOON).until(() -> !TestProcesses.isRunning(other.serverPid()));
            await().atMost(SOON).until(() -> !TestProcesses.isRunning(watcher));
        }
    }

    @Test
    void theNextStartStopsAServerThatWasLeftBehind() throws Exception {
        Path binary = ServerVersion.NEWEST.binary();
        try (var other = OtherEdgeglass.start(List.of(), binary, temp.toString())) {
            try (var client = TestClient.connect(other.url())) {
                client.connection()
                        .keyValueManagement()
                        .create(KeyValueConfiguration.builder("kept").build());
            }
            // Everything that could end the server goes first.
            var watcher = parentOf(other.serverPid());
            long[] guards = watcher.children()
                    .mapToLong(ProcessHandle::pid)
                    .filter(pid -> pid != other.serverPid())
                    .toArray();
            assertThat(guards).hasSize(1);
            TestProcesses.signal("KILL", guards);
            TestProcesses.signal("KILL", watcher.pid(), other.handle().pid());
            await().atMost(SOON).until(() -> !TestProcesses.isRunning(other.handle()));
            assertThat(TestProcesses.isRunning(other.serverPid())).isTrue();

            var options = LocalServerOptions.of(NatsServerBinary.at(binary)).inFolder(temp);
            try (var next = LocalServer.start(options, Clock.systemUTC());
                    var client = TestClient.connect(next.url())) {
                assertThat(TestProcesses.isRunning(other.serverPid())).isFalse();
                assertThat(next.log().after(0))
                        .first()
                        .satisfies(line -> assertThat(line.text()).contains(Long.toString(other.serverPid())));
                assertThat(client.connection().keyValueManagement().getBucketNames())
                        .containsExactly("kept");
            }
        }
    }

    @Test
    void twoProgramsDoNotShareAFolder() {
        Path binary = ServerVersion.NEWEST.binary();
        var options = LocalServerOptions.of(NatsServerBinary.at(binary)).inFolder(temp);
        try (var other = OtherEdgeglass.start(List.of(), binary, temp.toString())) {
            var failure = catchThrowableOfType(
                    Failure.class,
                    () -> LocalServer.start(options, Clock.systemUTC()).close());

            assertThat(failure.key()).isEqualTo("sandbox.store.locked");
            assertThat(failure.sentence())
                    .contains(temp.toString())
                    .contains(Long.toString(other.handle().pid()));
            assertThat(TestProcesses.isRunning(other.serverPid())).isTrue();
        }

        // The killed one frees it by itself; its server may need a moment, which the start waits for.
        LocalServer.start(options, Clock.systemUTC()).close();
    }

    @Test
    void aFullDiskIsSaidBeforeTheServerIsStarted() throws Exception {
        String folder = temp.toString();
        List<String> onASmallDisk = List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs -o size=1m tmpfs \"$0\" && exec \"$@\"",
                folder);
        Assumptions.assumeTrue(works(onASmallDisk), "this machine lets a test mount nothing, not even for itself");

        try (var other = OtherEdgeglass.start(onASmallDisk, ServerVersion.NEWEST.binary(), folder)) {
            assertThat(other.outcome()).isEqualTo("sandbox.disk-full");
            assertThat(other.folder().toString()).contains("1 MiB").contains(folder);
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void aDiskThatFillsWhileTheServerRunsIsSaid(ServerVersion version) throws Exception {
        String folder = temp.toString();
        // Once the server takes connections, something else fills the disk but for five MiB.
        List<String> onADiskThatFills = List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs -o size=100m tmpfs \"$0\" || exit 1;"
                        + " (for i in $(seq 300); do ls \"$0\"/ports/*.ports && break; sleep 0.1; done;"
                        + " dd if=/dev/zero of=\"$0/fill\" bs=1M count=95) >/dev/null 2>&1 & exec \"$@\"",
                folder);
        Assumptions.assumeTrue(
                works(List.of("unshare", "--mount", "--map-root-user")),
                "this machine lets a test mount nothing, not even for itself");

        try (var other = OtherEdgeglass.start(onADiskThatFills, version.binary(), folder)) {
            assertThat(other.outcome()).isEqualTo("started");
            List<String> warned = other.awaitTrouble();
            assertThat(warned.get(1)).isEqualTo("sandbox.disk-nearly-full");
            assertThat(warned.get(2)).contains(folder);

            try (var client = TestClient.connect(other.url())) {
                client.connection()
                        .jetStreamManagement()
                        .addStream(StreamConfiguration.builder()
                                .name("X")
                                .subjects("x")
                                .build());
                for (int i = 0; i < 200; i++) {
                    client.connection().publish("x", new byte[64 * 1024]);
                }
                client.connection().flush(SOON);
            }
            List<String> told = other.awaitTrouble();
            assertThat(told.get(1)).isEqualTo("sandbox.cannot-store");
            assertThat(told.get(2)).contains("no space left on device");
            assertThat(told.get(3)).contains(folder);
        }
    }

    private static boolean works(List<String> wrapper) throws InterruptedException {
        var command = new java.util.ArrayList<>(wrapper);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessHandle parentOf(long pid) {
        return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow();
    }
}
