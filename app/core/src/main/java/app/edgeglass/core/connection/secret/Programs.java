package app.edgeglass.core.connection.secret;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeLine;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Other people's programs that know secrets. What one writes to its output is told to nobody; what it complains of is, in a
 * sentence.
 *
 * @param folders where programs are, in the order of looking
 * @param limit how long one may take; it may ask the person for a finger meanwhile
 */
record Programs(List<Path> folders, Duration limit) {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** A window that is opened from a desktop has a shorter PATH than a terminal. */
    private static final List<String> USUAL = List.of("/usr/local/bin", "/opt/homebrew/bin", "/usr/bin");

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_OUTPUT = 256 * 1024;
    private static final int MOST_COMPLAINT = 200;

    static Programs of(Map<String, String> environment, Path home) {
        var folders = new ArrayList<Path>();
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            path(folder).ifPresent(folders::add);
        }
        if (!WINDOWS) {
            USUAL.forEach(folder -> folders.add(Path.of(folder)));
            folders.add(home.resolve(".local").resolve("bin"));
            folders.add(home.resolve("go").resolve("bin"));
        }
        return new Programs(List.copyOf(folders), LIMIT);
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Path find(String program) {
        String name = WINDOWS ? program + ".exe" : program;
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> Failure.of("secrets.program-missing", program));
    }

    /**
     * What a program answers.
     *
     * @throws Failure when it is not there, fails, or does not come to an end
     */
    byte[] ask(String program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(find(program).toString());
        command.addAll(Arrays.asList(arguments));
        try {
            return answer(program, new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw Failure.because(e, "secrets.program-broken", program);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.because(e, "secrets.interrupted", program);
        }
    }

    private byte[] answer(String program, Process process) throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            FutureTask<byte[]> output = reading(process.getInputStream());
            FutureTask<byte[]> complaint = reading(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Failure.of("secrets.program-silent", program, limit.toSeconds());
            }
            // What it has started and left behind may hold the pipes open.
            byte[] said = read(output);
            if (process.exitValue() != 0) {
                throw Failure.of("secrets.program-failed", program, lastLine(read(complaint)));
            }
            return said;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static FutureTask<byte[]> reading(InputStream stream) {
        var task = new FutureTask<>(() -> stream.readNBytes(MOST_OUTPUT));
        Thread.ofVirtual().name("program output").start(task);
        return task;
    }

    private static byte[] read(FutureTask<byte[]> task) throws IOException, InterruptedException {
        try {
            return task.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no output");
        }
    }

    private static String lastLine(byte[] complaint) {
        String line = new String(complaint, StandardCharsets.UTF_8)
                .lines()
                .filter(text -> !text.isBlank())
                .reduce("", (before, last) -> last);
        return new SafeLine(MOST_COMPLAINT).add(line.strip()).toString();
    }
}
