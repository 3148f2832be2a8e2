package app.edgeglass.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.design.format.Samples;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.SharedBudget;
import app.edgeglass.core.sandbox.LocalServer;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.testing.PostedRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionViewModelTest {

    private static final Path SAMPLES = Path.of("..", "..", "samples");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ConnectionViewModel model = model(new InPlaceRunner());

    private static ConnectionViewModel model(TaskRunner runner) {
        return model(runner, LocalServerSettings.DEFAULT);
    }

    private static ConnectionViewModel model(TaskRunner runner, LocalServerSettings local) {
        return new ConnectionViewModel(
                runner,
                new SessionOpener(
                        Clock.systemUTC(),
                        new SharedBudget(() -> Budget.DEFAULT),
                        ConnectionViewModelTest::design,
                        () -> local),
                (by, go) -> go.accept(List.of()));
    }

    private static SubjectDesign design(String name) {
        return new Samples(SAMPLES).load(name).orThrow();
    }

    @AfterEach
    void close() {
        model.closeNow();
    }

    private OpenSession open() {
        return Objects.requireNonNull(model.openProperty().get());
    }

    private String failure() {
        return model.standingProperty().get() instanceof Standing.Failed(var _, var failure) ? failure.sentence() : "";
    }

    /** The servers that this test's process has started and that still run. */
    private static Set<Long> servers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("nats-server"))
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    @Test
    void whatCannotBeReachedIsSaidInASentence() {
        model.connect("127.0.0.1:1");
        assertThat(failure()).contains("nats://127.0.0.1:1");
        assertThat(model.openProperty().get()).isNull();
        model.connect("http://127.0.0.1");
        assertThat(failure()).contains("http://127.0.0.1");
    }

    @Test
    void aSecretInAUrlIsNotShown() {
        model.connect("nats://me:secret@127.0.0.1:1");
        assertThat(failure()).isNotBlank().doesNotContain("secret");
    }

    @Test
    void afterAFailureItIsTriedAgainWithTheSameWords() {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            server.kill();
            model.connect(server.url());
            assertThat(failure()).isNotBlank();
            server.restart();
            model.tryAgain();
            assertThat(model.standingProperty().get()).isInstanceOf(Standing.Open.class);
            assertThat(open().session().state()).isInstanceOf(SessionState.Live.class);
            assertThat(open().key()).isEqualTo("127.0.0.1:" + server.port());
        }
    }

    @Test
    void openingAnotherClosesTheFirst() {
        try (var first = TestServer.start(ServerVersion.NEWEST);
                var second = TestServer.start(ServerVersion.V2_10)) {
            model.connect(first.url());
            OpenSession before = open();
            model.connect(second.url());
            assertThat(before.session().state()).isInstanceOf(SessionState.Closed.class);
            assertThat(open().session().profile().name()).isEqualTo("127.0.0.1:" + second.port());
            OpenSession last = open();
            model.disconnect();
            assertThat(last.session().state()).isInstanceOf(SessionState.Closed.class);
            assertThat(model.openProperty().get()).isNull();
            assertThat(model.standingProperty().get()).isInstanceOf(Standing.Idle.class);
        }
    }

    @Test
    void aMistypedAddressLeavesWhatIsOpenOpen() {
        try (var server = TestServer.start(ServerVersion.NEWEST)) {
            model.connect(server.url());
            model.connect("nats://");
            assertThat(failure()).isNotBlank();
            assertThat(open().session().state()).isInstanceOf(SessionState.Live.class);
            model.acknowledge();
            assertThat(model.standingProperty().get()).isInstanceOf(Standing.Open.class);
        }
    }

    @Test
    void aLocalWorldStartsAndLeavesNothingWhenItIsClosed() {
        model.startLocal("edge-fleet");
        OpenSession local = open();
        LocalServer server = local.world().orElseThrow().server();
        Path folder = server.folder();
        assertThat(server.isRunning()).isTrue();
        assertThat(local.session().profile().name()).isEqualTo("Edge fleet");
        model.disconnect();
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(ProcessHandle.of(server.pid())).isEmpty();
            assertThat(Files.exists(folder)).isFalse();
        });
        assertThat(local.session().state()).isInstanceOf(SessionState.Closed.class);
    }

    @Test
    void aLocalWorldIsKeptInTheFolderAndStandsAtThePortThatWereSet(@TempDir Path folder) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var kept = model(new InPlaceRunner(), new LocalServerSettings(folder.toString(), port));
        kept.startLocal("");
        LocalServer server = Objects.requireNonNull(kept.openProperty().get())
                .world()
                .orElseThrow()
                .server();
        assertThat(server.url()).endsWith(":" + port);
        assertThat(server.isTemporary()).isFalse();
        assertThat(server.folder().getParent()).isEqualTo(folder);

        model.connect("127.0.0.1:" + port);
        assertThat(model.openProperty().get()).isNotNull();
        var second = model(new InPlaceRunner(), new LocalServerSettings("", port));
        second.startLocal("");
        assertThat(second.standingProperty().get())
                .isInstanceOfSatisfying(
                        Standing.Failed.class,
                        failed -> assertThat(failed.failure().key()).isEqualTo("sandbox.port-taken"));
        kept.closeNow();
        assertThat(server.folder()).isDirectory();
    }

    @Test
    void aWorldThatIsNotThereIsSaidAndLeavesNoServer() {
        Set<Long> before = servers();
        model.startLocal("no-such-world");
        assertThat(failure()).contains("no-such-world");
        assertThat(servers()).isEqualTo(before);
    }

    @Test
    void whatIsBrokenOffWhileItOpensLeavesNothingRunning() {
        Set<Long> before = servers();
        var runner = new PostedRunner();
        var slow = model(runner);
        slow.startLocal("edge-fleet");
        await().atMost(SOON).until(() -> !servers().equals(before));
        slow.cancel();
        assertThat(slow.standingProperty().get()).isInstanceOf(Standing.Idle.class);
        slow.closeNow();
        assertThat(servers()).isEqualTo(before);
        runner.deliver();
        assertThat(slow.openProperty().get()).isNull();
        assertThat(slow.standingProperty().get()).isInstanceOf(Standing.Idle.class);
    }

    @Test
    void whatHadJustOpenedWhenItWasBrokenOffIsClosed() {
        var runner = new PostedRunner();
        var slow = model(runner);
        Set<Long> before = servers();
        slow.startLocal("");
        runner.awaitWork();
        assertThat(servers()).hasSize(before.size() + 1);
        slow.cancel();
        slow.closeNow();
        assertThat(servers()).isEqualTo(before);
        runner.deliver();
        assertThat(slow.openProperty().get()).isNull();
    }

    @Test
    void theEndOfTheProgramWaitsForAServerThatIsStopping() {
        var runner = new PostedRunner();
        var slow = model(runner);
        Set<Long> before = servers();
        slow.startLocal("");
        runner.deliverUntil("the local server", () -> slow.openProperty().get() != null);
        slow.disconnect();
        slow.closeNow();
        assertThat(servers()).isEqualTo(before);
    }
}
