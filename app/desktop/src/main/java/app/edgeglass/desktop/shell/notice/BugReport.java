package app.edgeglass.desktop.shell.notice;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;

/** What somebody who mends a bug needs to know, as text to copy. */
final class BugReport {

    private BugReport() {}

    static String of(Throwable thrown, Instant at) {
        var text = new StringWriter();
        try (var out = new PrintWriter(text)) {
            out.println("Edgeglass " + version() + ", " + at);
            out.println("Java " + Runtime.version() + ", JavaFX " + System.getProperty("javafx.runtime.version", "?"));
            out.println(System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                    + System.getProperty("os.arch"));
            out.println("Thread " + Thread.currentThread().getName());
            out.println();
            thrown.printStackTrace(out);
        }
        return Secrets.masked(text.toString());
    }

    private static String version() {
        String version = BugReport.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
