package app.edgeglass.desktop;

import app.edgeglass.core.message.Counters;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.fx.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/**
 * For a machine without a display: waits until the tree is live, writes a picture of the window, says in a line what was
 * seen, and ends the program. The exit code is 0 when messages were seen.
 */
final class PictureTaker {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long SETTLED_NANOS = 4_000_000_000L;
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
            if (rows.allSubjects() != subjects) {
                subjects = rows.allSubjects();
                changed = now;
            }
            reveal(rows);
            if (subjects > 0 && now - changed > SETTLED_NANOS) {
                finish(open.feed().counters());
                return;
            }
        }
        boolean failed = wiring.connection().standingProperty().get() instanceof Standing.Failed;
        if (failed || now - started > LONGEST_NANOS) {
            finish(open == null ? Counters.NONE : open.feed().counters());
        }
    }

    /** Looks at a subject with messages, so that the picture shows some. */
    private void reveal(TreeRows rows) {
        if (revealed || rows.allSubjects() < 2) {
            return;
        }
        SubjectTree tree = rows.tree();
        for (int node = 1; node < tree.size(); node++) {
            if (tree.messages(node) > 1 && tree.depth(node) > 2) {
                wiring.subjects().tree().reveal(tree.subject(node));
                revealed = true;
                return;
            }
        }
    }

    private void finish(Counters counters) {
        done = true;
        String line;
        int code = counters.received() > 0 ? 0 : FAILED;
        try {
            write();
            line = wiring.connection().standingProperty().get() instanceof Standing.Failed(var _, var failure)
                    ? failure.sentence() + " " + failure.remedy()
                    : Texts.WORDS.say("picture.written", file, subjects, counters.received());
        } catch (IOException e) {
            line = Texts.WORDS.say("picture.failed", file, e.toString());
            code = FAILED;
        }
        Console.say(line);
        int exit = code;
        wiring.close();
        Runtime.getRuntime().exit(exit);
    }

    private void write() throws IOException {
        Stage stage = wiring.window().stage();
        WritableImage image = new Robot()
                .getScreenCapture(
                        null, new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, Png.encode(image));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
