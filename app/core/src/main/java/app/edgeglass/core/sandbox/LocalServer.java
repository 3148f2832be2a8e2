package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real nats-server with JetStream that runs on this machine, reachable from this machine only, for as long as Edgeglass
 * runs: it ends with it, however that ends.
 *
 * <p>What it is doing is read from any thread, as often as wanted. Starting and stopping block and belong on a thread that
 * may wait.
 */
public final class LocalServer implements AutoCloseable {

    /** What the server calls itself. */
    public static final String NAME = "edgeglass-local";

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration STORE_EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private final LocalServerOptions options;
    private final Clock clock;
    private final StoreFolder folder;
    private final ServerProcess process;
    private final ServerLog log = new ServerLog();
    private final StoreWatch store;
    private final CompletableFuture<LocalServerState.Ended> ended = new CompletableFuture<>();

    private @Nullable Ports ports;
    private volatile LocalServerState state;

    private record Ports(String url, String monitoringUrl) {}

    private LocalServer(LocalServerOptions options, Clock clock, StoreFolder folder) throws IOException {
        this.options = options;
        this.clock = clock;
        this.folder = folder;
        this.store = new StoreWatch(folder.path(), log);
        Path portsFolder = folder.emptied("ports");
        Path config = folder.write(StoreFolder.CONFIG_FILE, ServerConfig.text(options, folder.path()));
        this.process = ServerProcess.launch(
                List.of(
                        options.binary().path().toAbsolutePath().toString(),
                        "--config",
                        config.toString(),
                        "--ports_file_dir",
                        portsFolder.toString()),
                folder,
                options.stopsWithin());
        this.state = new LocalServerState.Running(clock.instant());
        folder.stopped().ifPresent(pid -> log.add(WORDS.say("sandbox.stopped-leftover", Long.toString(pid)), 0));
    }

    /**
     * Starts a server and waits until it takes connections. An interrupt breaks the start off.
     *
     * @throws Failure when it does not come about; nothing is left running then
     */
    public static LocalServer start(LocalServerOptions options, Clock clock) {
        StoreFolder folder = StoreFolder.open(options.store());
        LocalServer server;
        try {
            server = new LocalServer(options, clock, folder);
        } catch (IOException e) {
            folder.close();
            throw StartFailures.ofFolder(folder.path(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
        // From here on the end of the process cleans up, whatever led to it.
        Thread.ofPlatform().daemon().name("edgeglass-local-server").start(server::follow);
        try {
            server.process.handle().ifPresent(server::note);
            server.awaitReady();
            Thread.ofPlatform().daemon().name("edgeglass-local-server-store").start(server::watchStore);
            return server;
        } catch (InterruptedException e) {
            server.stop();
            Thread.currentThread().interrupt();
            throw Failure.because(e, "sandbox.interrupted");
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private void note(ProcessHandle serving) {
        try {
            folder.servedBy(serving);
        } catch (IOException e) {
            throw StartFailures.ofFolder(folder.path(), e);
        }
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + options.readyWithin().toNanos();
        while (ports == null) {
            if (ended.isDone()) {
                throw StartFailures.ofEnd(options, folder.path(), ended.join().exitCode(), log.after(0));
            }
            if (System.nanoTime() > deadline) {
                throw Failure.of(
                        "sandbox.not-ready",
                        Long.toString(options.readyWithin().toSeconds()),
                        StartFailures.lastWords(log.after(0)));
            }
            ports = readPorts();
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** The server writes this file, named by its process, when it takes connections. */
    private @Nullable Ports readPorts() {
        try (Stream<Path> files = Files.list(folder.path().resolve("ports"))) {
            Optional<Path> written = files.filter(file -> file.toString().endsWith("_" + process.pid() + ".ports"))
                    .findFirst();
            if (written.isEmpty()) {
                return null;
            }
            JsonNode json = JsonMapper.shared().readTree(Files.readString(written.get()));
            String url = json.path("nats").path(0).asString("");
            String monitoringUrl = json.path("monitoring").path(0).asString("");
            return url.isEmpty() || monitoringUrl.isEmpty() ? null : new Ports(url, monitoringUrl);
        } catch (IOException | JacksonException e) {
            // Half written; or the temporary folder went with the server, which is noticed elsewhere.
            return null;
        }
    }

    private void watchStore() {
        while (!ended.isDone()) {
            store.look();
            var _ = waitForEnd(STORE_EVERY);
        }
    }

    private void follow() {
        try {
            log.addAll(process.output());
        } catch (IOException e) {
            LOG.warn("Cannot read the local server's log any longer", e);
        }
        try {
            end(process.waitFor());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void end(int exitCode) {
        folder.close();
        LocalServerState.Ended end;
        synchronized (this) {
            boolean asked = state instanceof LocalServerState.Stopping;
            Failure reason = asked
                    ? null
                    : Failure.of("sandbox.died", Integer.toString(exitCode), StartFailures.lastWords(log.after(0)));
            end = new LocalServerState.Ended(clock.instant(), exitCode, reason);
            state = end;
        }
        LOG.info("The local server has ended with {}", exitCode);
        ended.complete(end);
    }

    /** Where clients connect, such as {@code nats://127.0.0.1:41223}. */
    public String url() {
        return Objects.requireNonNull(ports).url();
    }

    /** Where its monitoring pages are, such as {@code http://127.0.0.1:41224}. */
    public String monitoringUrl() {
        return Objects.requireNonNull(ports).monitoringUrl();
    }

    public ServerRelease version() {
        return options.binary().version();
    }

    /** The number of the server's process. */
    public long pid() {
        return process.pid();
    }

    /** Where its data is. */
    public Path folder() {
        return folder.path();
    }

    /** Whether its data goes when it ends. */
    public boolean isTemporary() {
        return folder.isTemporary();
    }

    public ServerLog log() {
        return log;
    }

    /** Why it can store nothing any more, or soon will not be able to, and what to do; seen within a second or two. */
    public Optional<Failure> storeTrouble() {
        return isRunning() ? store.trouble() : Optional.empty();
    }

    public LocalServerState state() {
        return state;
    }

    public boolean isRunning() {
        return state instanceof LocalServerState.Running;
    }

    /** Completes, on a thread of the server's own, when the process is gone; also when that was asked for. */
    public CompletionStage<LocalServerState.Ended> whenEnded() {
        return ended.minimalCompletionStage();
    }

    /**
     * Asks the server to stop and waits for it, interrupted or not: whoever breaks a start off counts on nothing being left.
     * One that does not stop in time is ended. Harmless when it has ended.
     */
    public void stop() {
        synchronized (this) {
            if (state instanceof LocalServerState.Running) {
                state = new LocalServerState.Stopping(clock.instant());
            }
        }
        if (ended.isDone()) {
            return;
        }
        process.askToStop();
        boolean interrupted = Thread.interrupted();
        interrupted |= waitForEnd(options.stopsWithin().plus(AFTER_KILL));
        if (!ended.isDone()) {
            process.kill();
            interrupted |= waitForEnd(AFTER_KILL);
        }
        if (!ended.isDone()) {
            LOG.warn("The local server (process {}) does not end", pid());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the server has ended or the time is over, and says whether it was interrupted meanwhile. */
    private boolean waitForEnd(Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        boolean interrupted = false;
        while (true) {
            try {
                ended.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                return interrupted;
            } catch (TimeoutException e) {
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
