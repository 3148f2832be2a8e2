package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Another program, in a JVM of its own, that runs a local server and then waits to be killed. */
final class OtherEdgeglass implements AutoCloseable {

    private final Process process;
    private final BufferedReader reader;
    private final List<String> answer;

    private OtherEdgeglass(Process process, BufferedReader reader, List<String> answer) {
        this.process = process;
        this.reader = reader;
        this.answer = answer;
    }

    /** @param wrapper a command that the JVM is run by, such as {@code unshare}; may be empty */
    static OtherEdgeglass start(List<String> wrapper, Path binary, String folder) {
        var command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(OtherEdgeglass.class.getName());
        command.add(binary.toString());
        command.add(folder);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new OtherEdgeglass(process, reader, next(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> next(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && !line.startsWith("answer|")) {
            line = reader.readLine();
        }
        return List.of(Objects.requireNonNull(line, "it said nothing").split("\\|", -1));
    }

    /** Waits until its server's store is in trouble, or in another one than before; answers key and sentences. */
    List<String> awaitTrouble() {
        try {
            return next(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** {@code started}, or the key of the failure. */
    String outcome() {
        return answer.get(1);
    }

    long serverPid() {
        return Long.parseLong(answer.get(2));
    }

    Path folder() {
        return Path.of(answer.get(3));
    }

    String url() {
        return answer.get(4);
    }

    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws InterruptedException {
        var options = LocalServerOptions.of(NatsServerBinary.at(Path.of(arguments[0])));
        if (!arguments[1].isEmpty()) {
            options = options.inFolder(Path.of(arguments[1]));
        }
        try {
            LocalServer server = LocalServer.start(options, Clock.systemUTC());
            answer("started", Long.toString(server.pid()), server.folder().toString(), server.url());
            String told = "";
            while (server.isRunning()) {
                String now = server.storeTrouble().map(Failure::key).orElse("");
                if (!now.isEmpty() && !now.equals(told)) {
                    told = now;
                    Failure trouble = server.storeTrouble().orElseThrow();
                    answer(trouble.key(), trouble.sentence(), trouble.remedy());
                }
                Thread.sleep(100);
            }
        } catch (Failure e) {
            answer(e.key(), "0", e.sentence(), "");
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void answer(String... parts) {
        System.out.println("answer|" + String.join("|", parts));
        System.out.flush();
    }
}
