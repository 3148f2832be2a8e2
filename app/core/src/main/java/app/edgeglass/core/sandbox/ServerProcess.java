package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's process, and the watcher that ends it when this program is gone, however it went. See {@code watch.sh} and,
 * for Windows, {@code watch.ps1}, which holds only the other end of a pipe.
 */
final class ServerProcess {

    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int LONGEST_FIRST_LINE = 32;

    private final Process launched;
    private final Optional<Process> windowsGuard;
    private final InputStream output;
    private final long pid;
    /** Knows the process by more than its number, so that none but it is ever signalled. */
    private final Optional<ProcessHandle> handle;

    private ServerProcess(Process launched, Optional<Process> windowsGuard, InputStream output, long pid) {
        this.launched = launched;
        this.windowsGuard = windowsGuard;
        this.output = output;
        this.pid = pid;
        this.handle = ProcessHandle.of(pid);
    }

    /**
     * Starts a program.
     *
     * @param folder where the watcher's script is put; deleted after the server when temporary
     * @param grace what it may take to stop when asked, before it is ended; in whole seconds
     */
    static ServerProcess launch(List<String> program, StoreFolder folder, Duration grace) throws IOException {
        return NatsServerBinary.WINDOWS ? launchOnWindows(program, folder) : launchOnPosix(program, folder, grace);
    }

    private static ServerProcess launchOnPosix(List<String> program, StoreFolder folder, Duration grace)
            throws IOException {
        Path script = folder.write("watch.sh", script("watch.sh"));
        var command = new ArrayList<String>();
        command.add("sh");
        command.add(script.toString());
        command.add(Long.toString(grace.toSeconds()));
        command.add(folder.isTemporary() ? folder.path().toString() : "");
        command.addAll(program);
        Process watcher = run(command);
        var output = new BufferedInputStream(watcher.getInputStream());
        try {
            return new ServerProcess(watcher, Optional.empty(), output, firstLine(output));
        } catch (IOException e) {
            watcher.destroyForcibly();
            throw e;
        }
    }

    private static Process run(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw Failure.because(e, "sandbox.cannot-launch", String.valueOf(e.getMessage()));
        }
    }

    /** Not tested yet. */
    private static ServerProcess launchOnWindows(List<String> program, StoreFolder folder) throws IOException {
        Process server = run(program);
        Optional<Process> guard = Optional.empty();
        try {
            Path script = folder.write("watch.ps1", script("watch.ps1"));
            guard = Optional.of(new ProcessBuilder(
                            "powershell.exe",
                            "-NoLogo",
                            "-NoProfile",
                            "-NonInteractive",
                            "-ExecutionPolicy",
                            "Bypass",
                            "-File",
                            script.toString(),
                            Long.toString(server.pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            LOG.warn("Nothing will end the local server should Edgeglass be killed", e);
        }
        return new ServerProcess(server, guard, server.getInputStream(), server.pid());
    }

    /** What the server writes; ends with it. */
    InputStream output() {
        return output;
    }

    long pid() {
        return pid;
    }

    Optional<ProcessHandle> handle() {
        return handle;
    }

    /** Asks the server to stop, and has it ended should it not do so in time. Returns at once. */
    void askToStop() {
        if (NatsServerBinary.WINDOWS) {
            launched.destroy();
            return;
        }
        try {
            // The watcher reads the end of file and does the rest.
            launched.getOutputStream().close();
            if (!launched.isAlive()) {
                handle.ifPresent(ProcessHandle::destroy);
            }
        } catch (IOException e) {
            LOG.warn("Cannot tell the local server's watcher to stop it", e);
            kill();
        }
    }

    /** Ends everything at once. */
    void kill() {
        handle.ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Waits for the end and gives the exit code. */
    int waitFor() throws InterruptedException {
        int code = launched.waitFor();
        windowsGuard.ifPresent(Process::destroyForcibly);
        return code;
    }

    /** Ends a process that is not our child: first asked, then by force. Returns whether it is gone. */
    static boolean end(ProcessHandle process) {
        process.destroy();
        if (gone(process, LEFTOVER_GRACE)) {
            return true;
        }
        process.destroyForcibly();
        return gone(process, LEFTOVER_GRACE);
    }

    private static boolean gone(ProcessHandle process, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (isRunning(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** A process that has ended but that its parent has not taken note of (a zombie) has a number, but no program. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static long firstLine(InputStream output) throws IOException {
        var line = new StringBuilder();
        for (int b = output.read(); b != '\n'; b = output.read()) {
            if (b < '0' || b > '9' || line.length() == LONGEST_FIRST_LINE) {
                throw new IOException("the watcher does not run: " + line + (b < 0 ? "" : (char) b));
            }
            line.append((char) b);
        }
        return Long.parseLong(line.toString());
    }

    private static String script(String name) {
        try (InputStream script = Objects.requireNonNull(ServerProcess.class.getResourceAsStream(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
