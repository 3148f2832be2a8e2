package app.edgeglass.desktop;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Counters;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.shell.Picture;
import java.nio.file.Path;
import java.time.Duration;

/**
 * For a machine without a display: waits until the tree is live, writes a picture of the window, says in a line what was
 * seen, and ends the program. The exit code is 0 when a session is open.
 */
final class PictureTaker {

    private static final Duration LOOK = Duration.ofMillis(500);
    /** Subjects that come slowly, a handful in a hundred, do not keep the picture waiting. */
    private static final long SETTLED_NANOS = 5_000_000_000L;

    /** An empty server has nothing to wait for. */
    private static final long SILENT_NANOS = 15_000_000_000L;

    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int FAILED = 1;

    private final Wiring wiring;
    private final Path file;
    private final long started = System.nanoTime();
    private int subjects;
    private long changed = started;
    private boolean revealed;
    private boolean done;

    PictureTaker(Wiring wiring, Path file) {
        this.wiring = wiring;
        this.file = file;
    }

    void start() {
        wiring.sampler().register(LOOK, () -> !done, this::look);
    }

    private void look() {
        long now = System.nanoTime();
        OpenSession open = wiring.connection().openProperty().get();
        TreeRows rows = wiring.subjects().tree().rowsProperty().get();
        if (open != null && rows != null) {
            if (rows.allSubjects() > subjects + subjects / 100) {
                changed = now;
            }
            subjects = rows.allSubjects();
            reveal(rows);
            if (subjects > 0 && now - changed > SETTLED_NANOS) {
                finish(open.feed().counters());
                return;
            }
        }
        if (open != null && subjects == 0 && now - started > SILENT_NANOS) {
            finish(open.feed().counters());
            return;
        }
        boolean failed = wiring.connection().standingProperty().get() instanceof Standing.Failed;
        if (failed || now - started > LONGEST_NANOS) {
            finish(open == null ? Counters.NONE : open.feed().counters());
        }
    }

    /** Looks at a subject with messages, so that the picture shows some. */
    private void reveal(TreeRows rows) {
        if (revealed || subjects < 2 || System.nanoTime() - changed < SETTLED_NANOS / 2) {
            return;
        }
        SubjectTree tree = rows.tree();
        for (int node = 1; node < tree.size(); node++) {
            String subject = tree.subject(node);
            if (tree.messages(node) > 1 && !subject.startsWith("$") && !subject.startsWith("_")) {
                wiring.subjects().tree().reveal(subject);
                revealed = true;
                return;
            }
        }
    }

    private void finish(Counters counters) {
        done = true;
        String line;
        int code = wiring.connection().openProperty().get() == null ? FAILED : 0;
        try {
            Picture.write(Picture.of(wiring.window().stage().getScene()), file);
            line = wiring.connection().standingProperty().get() instanceof Standing.Failed(var _, var failure)
                    ? failure.sentence() + " " + failure.remedy()
                    : Texts.WORDS.say("picture.written", file, subjects, counters.received());
        } catch (Failure failure) {
            line = failure.sentence() + " " + failure.remedy();
            code = FAILED;
        }
        Console.say(line);
        int exit = code;
        wiring.close();
        Runtime.getRuntime().exit(exit);
    }
}
