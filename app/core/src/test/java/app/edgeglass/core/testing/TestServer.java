package app.edgeglass.core.testing;

import app.edgeglass.core.sandbox.LocalServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real nats-server for a test: on a free loopback port that it keeps over restarts, with JetStream, with a store that is
 * deleted at the end. Can be killed, frozen and brought back. Not safe for use by several threads.
 *
 * {@snippet :
 * try (var server = TestServer.start(ServerVersion.NEWEST, "max_payload: 1024")) {
 *     try (var client = TestClient.connect(server.url())) { client.connection().publish("a", body); }
 * }
 * }
 */
public final class TestServer implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(20);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

    private final ServerVersion version;
    private List<String> extraConfig;
    private final Path home;
    private final Path log;
    private final Thread atExit = new Thread(this::endProcess, "end nats-server");
    /** The watcher; it ends with the server and gives its exit code. */
    private @Nullable Process process;

    private @Nullable ProcessHandle server;
    private int port;
    private int monitoringPort;

    private TestServer(ServerVersion version, List<String> extraConfig) throws IOException {
        this.version = version;
        this.extraConfig = extraConfig;
        this.home = Files.createTempDirectory("edgeglass-test-server");
        this.log = home.resolve("log");
        // A test that fails, or a run that is broken off, leaves no server behind.
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            launch(-1, -1);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a server and waits until it takes connections.
     *
     * @param extraConfig lines of the server's own configuration, such as {@code max_payload: 1024}, as many as wanted
     */
    public static TestServer start(ServerVersion version, String... extraConfig) {
        try {
            return new TestServer(version, List.of(extraConfig));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect, such as {@code nats://127.0.0.1:41223}. The same over restarts. */
    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Where the monitoring pages are, such as {@code http://127.0.0.1:41224}. The same over restarts. */
    public String monitoringUrl() {
        return "http://127.0.0.1:" + monitoringPort;
    }

    /** @param page such as {@code /connz?subs=1} */
    public JsonNode monitoring(String page) {
        try (InputStream said = URI.create(monitoringUrl() + page).toURL().openStream()) {
            return JsonMapper.shared().readTree(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many subscriptions of its clients to exactly this subject it has. */
    public int subscriptions(String subject) {
        int found = 0;
        for (JsonNode client : monitoring("/connz?subs=1").path("connections")) {
            for (JsonNode one : client.path("subscriptions_list")) {
                found += one.asString().equals(subject) ? 1 : 0;
            }
        }
        return found;
    }

    public long pid() {
        return running().pid();
    }

    /** Ends the server at once (SIGKILL), so that clients learn it from the broken connection only. */
    public void kill() {
        endProcess();
    }

    /** Freezes the server (SIGSTOP): connections stay open, nothing answers. */
    public void suspend() {
        signal("STOP");
        // The signal is taken by one thread of the server after the other.
        long deadline = System.nanoTime() + GONE_WITHIN.toNanos();
        while (!isSuspended()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nats-server does not freeze");
            }
            pause();
        }
    }

    private boolean isSuspended() {
        Path threads = Path.of("/proc", Long.toString(pid()), "task");
        if (!Files.isDirectory(threads)) {
            return true;
        }
        try (Stream<Path> all = Files.list(threads)) {
            for (Path thread : all.toList()) {
                // "pid (name) state …", where T is stopped.
                String status = Files.readString(thread.resolve("stat"));
                if (status.charAt(status.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on after {@link #suspend}. */
    public void resume() {
        signal("CONT");
    }

    /** @param name as the command kill takes it, such as {@code USR2} for lame duck mode */
    public void signal(String name) {
        try {
            int code = new ProcessBuilder(
                            "kill", "-s", name, Long.toString(running().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -s " + name + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts it again on the same ports with the same store, after ending it when it still runs.
     *
     * @param extraConfig takes the place of the lines from before, if there is any
     */
    public void restart(String... extraConfig) {
        if (extraConfig.length > 0) {
            this.extraConfig = List.of(extraConfig);
        }
        endProcess();
        try {
            launch(port, monitoringPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over another configuration while it runs (SIGHUP), in place of the lines from before. */
    public void reload(String... extraConfig) {
        this.extraConfig = List.of(extraConfig);
        try {
            Files.write(home.resolve("server.conf"), config(port, monitoringPort), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        signal("HUP");
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Everything that the server wrote since the first start. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        endProcess();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The run is ending already: the hook does the same again, harmlessly.
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch(int wantedPort, int wantedMonitoringPort) throws IOException {
        Path config = home.resolve("server.conf");
        Files.write(config, config(wantedPort, wantedMonitoringPort), StandardCharsets.UTF_8);
        Path ports = home.resolve("ports");
        Files.createDirectories(ports);
        // The watcher of the product itself: it ends the server also when this program is killed.
        Path watcher = home.resolve("watch.sh");
        try (InputStream script = LocalServer.class.getResourceAsStream("watch.sh")) {
            Files.write(watcher, Objects.requireNonNull(script).readAllBytes());
        }
        Process launched = new ProcessBuilder(
                        "sh",
                        watcher.toString(),
                        "0",
                        "",
                        version.binary().toString(),
                        "--config",
                        config.toString(),
                        "--ports_file_dir",
                        ports.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = launched;
        awaitPorts(launched, ports);
    }

    private List<String> config(int wantedPort, int wantedMonitoringPort) {
        var lines = new ArrayList<String>();
        lines.add("host: 127.0.0.1");
        lines.add("port: " + wantedPort);
        lines.add("http: \"127.0.0.1:" + wantedMonitoringPort + "\"");
        lines.add("server_name: test");
        lines.add("jetstream { store_dir: \"" + home.resolve("store").toString().replace('\\', '/') + "\" }");
        lines.addAll(extraConfig);
        return lines;
    }

    /** The server writes this file, named by its process, when it takes connections. */
    private void awaitPorts(Process launched, Path ports) throws IOException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (!launched.isAlive()) {
                throw new IllegalStateException("nats-server did not start:\n" + log());
            }
            try (Stream<Path> files = Files.list(ports)) {
                for (Path file : files.toList()) {
                    String text = Files.readString(file);
                    if (text.endsWith("}")) {
                        JsonNode json = JsonMapper.shared().readTree(text);
                        port = portIn(json, "nats");
                        monitoringPort = portIn(json, "monitoring");
                        server = ProcessHandle.of(pidIn(file)).orElseThrow();
                        Files.delete(file);
                        return;
                    }
                }
            }
            pause();
        }
        throw new IllegalStateException("nats-server was not ready after " + READY_WITHIN + ":\n" + log());
    }

    private ProcessHandle running() {
        return Objects.requireNonNull(server, "the server does not run");
    }

    private static long pidIn(Path portsFile) {
        String name = portsFile.getFileName().toString();
        return Long.parseLong(name.substring(name.lastIndexOf('_') + 1, name.lastIndexOf('.')));
    }

    private static int portIn(JsonNode json, String kind) {
        String url = json.path(kind).path(0).asString();
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void endProcess() {
        Process watcher = process;
        if (watcher == null) {
            return;
        }
        try {
            if (server == null) {
                // It never came up: the watcher, told so by the end of the pipe, sees to it.
                watcher.getOutputStream().close();
            } else {
                server.destroyForcibly();
            }
            if (!watcher.waitFor(GONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nats-server does not end");
            }
            process = null;
            server = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
