package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a local server did not start, from what the system or the server itself said. */
final class StartFailures {

    private static final Pattern TAGGED = Pattern.compile("^\\[\\d+] \\S+ \\S+ \\[(FTL|ERR)] (.*)$");
    private static final String BEFORE_START = "nats-server: ";

    private StartFailures() {}

    /** Why a server that was just started has ended. */
    static Failure ofEnd(LocalServerOptions options, Path folder, int exitCode, List<ServerLog.Line> log) {
        String words = lastWords(log);
        String lower = words.toLowerCase(Locale.ROOT);
        if (isFull(lower)) {
            return Failure.of("sandbox.disk-full", folder, "0");
        }
        if (lower.startsWith("error listening on port")
                && (lower.contains("in use") || lower.contains("only one usage"))) {
            return Failure.of("sandbox.port-taken", Integer.toString(options.port()));
        }
        if (lower.startsWith("can't start jetstream")) {
            return Failure.of("sandbox.store.not-usable", folder, words);
        }
        if (log.stream().anyMatch(line -> line.text().startsWith(BEFORE_START))) {
            return Failure.of("sandbox.configuration", words);
        }
        return Failure.of("sandbox.did-not-start", Integer.toString(exitCode), words);
    }

    /** Why a folder cannot hold a store. */
    static Failure ofFolder(Path folder, IOException thrown) {
        if (thrown instanceof ClosedByInterruptException) {
            return Failure.because(thrown, "sandbox.interrupted");
        }
        String said = thrown instanceof FileSystemException e && e.getReason() != null
                ? e.getReason()
                : String.valueOf(thrown.getMessage());
        if (isFull(said.toLowerCase(Locale.ROOT))) {
            return Failure.because(thrown, "sandbox.disk-full", folder, "0");
        }
        String why = thrown instanceof AccessDeniedException ? "permission denied" : said;
        return Failure.because(thrown, "sandbox.store.not-usable", folder, why);
    }

    private static boolean isFull(String words) {
        return words.contains("no space left") || words.contains("not enough space");
    }

    /** The server's last complaint, else its last line, without time and process. */
    static String lastWords(List<ServerLog.Line> log) {
        String last = "";
        for (ServerLog.Line line : log.reversed()) {
            String text = line.text().strip();
            Matcher tagged = TAGGED.matcher(text);
            if (tagged.matches()) {
                return tagged.group(2);
            }
            if (text.startsWith(BEFORE_START)) {
                return text.substring(BEFORE_START.length());
            }
            last = last.isEmpty() ? text : last;
        }
        return last;
    }
}
