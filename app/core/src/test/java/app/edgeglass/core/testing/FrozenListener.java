package app.edgeglass.core.testing;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Counters;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.subject.SubjectPattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A feed in a process of its own, so that a test can freeze it; says ten times a second where it stands. */
public final class FrozenListener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final BufferedReader out;

    /** Where it stands. */
    public record Said(long received, long dropped, int gaps, boolean live, Instant gapFrom) {}

    private FrozenListener(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static FrozenListener start(String url) throws IOException {
        var started = new FrozenListener(new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrozenListener.class.getName(),
                        url))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        started.await(Said::live);
        return started;
    }

    public static void main(String[] args) throws Exception {
        try (var session = new Session(Profile.of(args[0]), Clock.systemUTC())) {
            session.open();
            var feed = new Feed(session, Budget.LEAST);
            feed.add(SubjectPattern.ALL, Optional.empty());
            session.liveConnection().flush(PATIENCE);
            // Ends by itself should nobody end it.
            for (int i = 0; i < 1_200; i++) {
                Counters now = feed.counters();
                System.out.println("said " + now.received() + " " + now.dropped() + " "
                        + session.gaps().size() + " " + (session.state() instanceof SessionState.Live) + " "
                        + (session.gaps().isEmpty()
                                ? Instant.MAX
                                : session.gaps().getLast().from()));
                Thread.sleep(100);
            }
        }
    }

    /** Waits until what it says fits. */
    public Said await(Predicate<Said> wanted) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String line = "";
        while (System.nanoTime() < end) {
            line = out.readLine();
            if (line == null) {
                break;
            }
            String[] words = line.split(" ", -1);
            if (words[0].equals("said")) {
                var said = new Said(
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        Integer.parseInt(words[3]),
                        Boolean.parseBoolean(words[4]),
                        Instant.parse(words[5]));
                if (wanted.test(said)) {
                    return said;
                }
            }
        }
        throw new AssertionError("the listener said at last: " + line);
    }

    /** @param name as the command kill takes it */
    public void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill -s " + name + " ended with " + code);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
