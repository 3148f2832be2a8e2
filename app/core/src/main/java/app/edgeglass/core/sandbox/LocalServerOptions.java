package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.LocalServerSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to run a local server.
 *
 * @param binary the program
 * @param store the folder that keeps its data over restarts; without one it has a temporary folder, deleted when it ends
 * @param port where clients connect; 0 for any free port
 * @param configuration lines in the server's own configuration language, put after ours; may be empty
 * @param readyWithin how long its start may take; a big store takes its time
 * @param stopsWithin how long it may take to stop when asked, before it is ended; whole seconds
 */
public record LocalServerOptions(
        NatsServerBinary binary,
        Optional<Path> store,
        int port,
        String configuration,
        Duration readyWithin,
        Duration stopsWithin) {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    private static final int LAST_PORT = 65_535;

    public LocalServerOptions {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /** A temporary store and any free port. */
    public static LocalServerOptions of(NatsServerBinary binary) {
        return new LocalServerOptions(binary, Optional.empty(), 0, "", READY_WITHIN, STOPS_WITHIN);
    }

    /**
     * As a person has set it.
     *
     * @param world the name of what is to be on the server; each has a folder of its own, so that two do not meet
     * @throws Failure when the folder that is set is none
     */
    public LocalServerOptions with(LocalServerSettings settings, String world) {
        LocalServerOptions onPort = onPort(settings.port());
        if (settings.folder().isEmpty()) {
            return onPort;
        }
        try {
            return onPort.inFolder(Path.of(settings.folder()).resolve(world));
        } catch (InvalidPathException e) {
            throw Failure.because(e, "sandbox.store.not-usable", settings.folder(), e.getReason());
        }
    }

    public LocalServerOptions inFolder(Path folder) {
        return new LocalServerOptions(binary, Optional.of(folder), port, configuration, readyWithin, stopsWithin);
    }

    public LocalServerOptions onPort(int wanted) {
        return new LocalServerOptions(binary, store, wanted, configuration, readyWithin, stopsWithin);
    }

    public LocalServerOptions withConfiguration(String lines) {
        return new LocalServerOptions(binary, store, port, lines, readyWithin, stopsWithin);
    }

    public LocalServerOptions readyWithin(Duration bound) {
        return new LocalServerOptions(binary, store, port, configuration, bound, stopsWithin);
    }

    public LocalServerOptions stopsWithin(Duration bound) {
        return new LocalServerOptions(binary, store, port, configuration, readyWithin, bound);
    }
}
