package app.edgeglass.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.KeyValueConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalServerTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void runsWithJetStreamAndMonitoringAndTakesItsTemporaryStoreWithIt(ServerVersion version) throws Exception {
        LocalServer server = LocalServer.start(options(version), CLOCK);
        try {
            assertThat(server.isRunning()).isTrue();
            assertThat(server.state()).isInstanceOf(LocalServerState.Running.class);
            assertThat(server.isTemporary()).isTrue();
            assertThat(server.folder()).isDirectory();
            try (var client = TestClient.connect(server.url())) {
                var info = client.connection().getServerInfo();
                assertThat(info.getServerName()).isEqualTo("edgeglass-local");
                assertThat(info.getVersion()).isEqualTo(server.version().text());
                assertThat(info.getHost()).isEqualTo("127.0.0.1");
                assertThat(info.isJetStreamAvailable()).isTrue();
            }
            assertThat(page(server.monitoringUrl() + "/healthz")).contains("\"ok\"");
            assertThat(server.log().after(0)).anyMatch(line -> line.text().contains("Server is ready"));
        } finally {
            server.stop();
        }

        assertThat(server.state())
                .isInstanceOfSatisfying(
                        LocalServerState.Ended.class,
                        end -> assertThat(end.reason()).isNull());
        assertThat(server.folder()).doesNotExist();
        assertThat(TestProcesses.isRunning(server.pid())).isFalse();
        assertThat(server.log().after(0).getLast().text()).contains("Server Exiting");
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void keepsItsDataInTheGivenFolder(ServerVersion version) throws Exception {
        Path folder = temp.resolve("a \"store\" with späces \\ and $more");
        try (var server = LocalServer.start(options(version).inFolder(folder), CLOCK)) {
            assertThat(server.isTemporary()).isFalse();
            makeBucket(server);
        }

        try (var again = LocalServer.start(options(version).inFolder(folder), CLOCK);
                var client = TestClient.connect(again.url())) {
            assertThat(client.connection().keyValueManagement().getBucketNames())
                    .containsExactly("kept");
            assertThat(folder.resolve("jetstream")).isDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void listensOnThePortAskedFor(ServerVersion version) {
        int port = TestProcesses.freePort();

        try (var server = LocalServer.start(options(version).onPort(port), CLOCK)) {
            assertThat(server.url()).isEqualTo("nats://127.0.0.1:" + port);
        }
    }

    @Test
    void takesFurtherConfiguration() {
        var options = options(ServerVersion.NEWEST).withConfiguration("max_payload: 4096");

        try (var server = LocalServer.start(options, CLOCK);
                var client = TestClient.connect(server.url())) {
            assertThat(client.connection().getMaxPayload()).isEqualTo(4096);
        }
    }

    @Test
    void saysWhenTheServerEndsByItself() throws Exception {
        try (var server = LocalServer.start(options(ServerVersion.NEWEST), CLOCK)) {
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();

            var end = server.whenEnded().toCompletableFuture().get(5, TimeUnit.SECONDS);

            assertThat(end.exitCode()).isEqualTo(137);
            assertThat(end.reason()).isNotNull().satisfies(reason -> {
                assertThat(reason.key()).isEqualTo("sandbox.died");
                assertThat(reason.sentence()).contains("137");
            });
            assertThat(server.state()).isEqualTo(end);
            assertThat(server.isRunning()).isFalse();
            assertThat(server.folder()).doesNotExist();
        }
    }

    @Test
    void endsAServerThatDoesNotStopWhenAsked() throws Exception {
        var options = options(ServerVersion.NEWEST).stopsWithin(Duration.ofSeconds(1));
        LocalServer server = LocalServer.start(options, CLOCK);
        TestProcesses.signal("STOP", server.pid());
        long before = System.nanoTime();

        server.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
        assertThat(TestProcesses.isRunning(server.pid())).isFalse();
        assertThat(server.state())
                .isInstanceOfSatisfying(
                        LocalServerState.Ended.class,
                        end -> assertThat(end.reason()).isNull());
    }

    @Test
    void stopsOnceHoweverOftenItIsAsked() throws Exception {
        LocalServer server = LocalServer.start(options(ServerVersion.NEWEST), CLOCK);

        var other = Thread.ofVirtual().start(server::stop);
        server.stop();
        server.close();
        other.join();

        assertThat(server.state()).isInstanceOf(LocalServerState.Ended.class);
    }

    @Test
    void stopsWithoutItsWatcher() {
        try (var server = LocalServer.start(options(ServerVersion.NEWEST), CLOCK)) {
            ProcessHandle.of(server.pid())
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .destroyForcibly();
            await().until(() -> ProcessHandle.current().children().noneMatch(TestProcesses::isRunning));
            assertThat(server.isRunning()).isTrue();
            long before = System.nanoTime();

            server.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
            assertThat(TestProcesses.isRunning(server.pid())).isFalse();
        }
    }

    private static LocalServerOptions options(ServerVersion version) {
        return LocalServerOptions.of(NatsServerBinary.at(version.binary()));
    }

    private static void makeBucket(LocalServer server) throws IOException, JetStreamApiException {
        try (var client = TestClient.connect(server.url())) {
            var bucket = KeyValueConfiguration.builder("kept").build();
            client.connection().keyValueManagement().create(bucket);
        }
    }

    private static String page(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
