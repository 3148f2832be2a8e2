package app.edgeglass.desktop;

import app.edgeglass.core.bench.PacedPublisher;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.testing.PlainClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.testing.CpuShares;
import app.edgeglass.desktop.testing.FrameClock;
import app.edgeglass.desktop.testing.UiDriver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the real window feels while it is flooded: a publisher in a process of its own sends all that the machine gives over
 * 100,000 subjects, a nats-server in another delivers it, and somebody selects, opens, types and sorts all the while. Frames
 * are measured from one to the next, a click from the press to the end of the layout of the frame that shows what it did.
 * Afterwards, in peace, a branch of 100,000 subjects is opened: the first time, which orders their names, and again.
 */
@Tag("bench")
class ScreenBench {

    private static final int SUBJECTS = 100_000;
    private static final int PAYLOAD = 128;
    private static final int AS_FAST_AS_CAN_BE = 1_000_000;
    private static final int SIBLINGS = 100_000;
    private static final int OPENED = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @TempDir
    Path home;

    private final Random random = new Random(11);

    @Test
    void screen() throws Exception {
        int seconds = Integer.getInteger("bench.seconds", 60);
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            window.connect(server.url());
            window.awaitSubscription(">");
            Process publisher = publisher(server.port());
            try {
                window.awaitTree("the flood", rows -> rows.allSubjects() > SUBJECTS / 2);
                play(window, WARM_UP, null);
                long received = window.session().feed().counters().received();
                var shares = new CpuShares();
                try (var clock = UiDriver.onFx(() ->
                        new FrameClock(window.ui().wiring().window().stage().getScene()))) {
                    play(window, Duration.ofSeconds(seconds), clock);
                    shares.end();
                    double perSecond = (window.session().feed().counters().received() - received) / shares.seconds();
                    publisher.destroyForcibly().waitFor();
                    report(clock, shares, perSecond, expand(window, server.port()), window);
                }
            } finally {
                publisher.destroyForcibly();
            }
            window.ui().takeErrors();
        }
    }

    /** Below the window in the machine's favour, as a load from elsewhere would be: the two cores are shared by all. */
    private static Process publisher(int port) throws IOException {
        Process process = new ProcessBuilder(
                        "nice",
                        "-n",
                        "5",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PacedPublisher.class.getName(),
                        Integer.toString(port),
                        Integer.toString(SUBJECTS),
                        Integer.toString(PAYLOAD),
                        Integer.toString(Integer.getInteger("bench.rate", AS_FAST_AS_CAN_BE)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().write("2000000000\n".getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        return process;
    }

    /** How long opening a branch of 100,000 took, in milliseconds: the first time, and after that. */
    private static List<Double> expand(SubjectsWindow window, int port) throws IOException {
        int before = window.tree().allSubjects();
        try (var plain = new PlainClient(port)) {
            for (int i = 0; i < SIBLINGS; i++) {
                plain.publish(("flat.d" + i).getBytes(StandardCharsets.US_ASCII), new byte[] {'1'});
            }
            plain.flush();
        }
        window.awaitTree("the branch", rows -> rows.allSubjects() >= before + SIBLINGS);
        reveal(window, "flat");
        var millis = new ArrayList<Double>();
        try (var clock = UiDriver.onFx(
                () -> new FrameClock(window.ui().wiring().window().stage().getScene()))) {
            UiDriver.onFx(() -> {
                window.ui().wiring().subjects().treeView().root().requestFocus();
                return true;
            });
            for (int i = 0; i < OPENED; i++) {
                millis.add(
                        clock.time("expand", () -> rows(window).size() > SIBLINGS, () -> press(KeyCode.RIGHT)) / 1e6);
                clock.time("close", () -> rows(window).size() < SIBLINGS, () -> press(KeyCode.LEFT));
            }
        }
        return millis;
    }

    private void play(SubjectsWindow window, Duration duration, @org.jspecify.annotations.Nullable FrameClock clock) {
        long end = System.nanoTime() + duration.toNanos();
        for (int round = 0; System.nanoTime() < end; round++) {
            if (round % 5 == 0) {
                reveal(window, "site." + round % 10 + ".device." + round);
            }
            for (int i = 0; i < 3; i++) {
                select(window, clock);
            }
            stepIn(window, clock);
            type(window, clock, "7", round % 2 == 0 ? "77" : "777");
            sort(window, round % 2 == 0 ? "Per s" : "Subject");
        }
    }

    /** Opens the branches above a subject alone. */
    private static void reveal(SubjectsWindow window, String subject) {
        UiDriver.onFx(() -> {
            window.ui().wiring().subjects().tree().closeAll();
            window.ui().wiring().subjects().tree().reveal(subject);
            return true;
        });
        window.ui().await("a row for " + subject, () -> row(rows(window), subject) >= 0);
        window.ui().settle();
    }

    private static TreeRows rows(SubjectsWindow window) {
        return Objects.requireNonNull(
                window.ui().wiring().subjects().tree().rowsProperty().get());
    }

    /** Presses on a visible row that is not the selected one. */
    private void select(SubjectsWindow window, @org.jspecify.annotations.Nullable FrameClock clock) {
        TableView<?> tree = window.ui().node("subject-tree", TableView.class);
        String before = window.selected();
        Bounds place = UiDriver.onFx(() -> {
            var others = tree.lookupAll(".table-row-cell").stream()
                    .map(TableRow.class::cast)
                    .filter(row -> row.isVisible() && !row.isEmpty() && !row.isSelected())
                    .toList();
            Node row = others.get(random.nextInt(others.size()));
            return row.localToScreen(row.getLayoutBounds());
        });
        time("select", clock, () -> !window.selectedNow().equals(before), () -> {
            var hand = new Robot();
            hand.mouseMove(place.getMinX() + place.getWidth() / 3, place.getCenterY());
            hand.mousePress(MouseButton.PRIMARY);
            hand.mouseRelease(MouseButton.PRIMARY);
        });
    }

    /** Opens the selected branch, if it is one. */
    private static void stepIn(SubjectsWindow window, @org.jspecify.annotations.Nullable FrameClock clock) {
        boolean closed = UiDriver.onFx(() -> {
            TreeRows rows = rows(window);
            int row = row(rows, window.selectedNow());
            return row >= 0 && rows.children()[row] > 0 && !rows.isExpanded(row);
        });
        if (closed) {
            time(
                    "open",
                    clock,
                    () -> {
                        TreeRows rows = rows(window);
                        int row = row(rows, window.selectedNow());
                        return row < 0 || rows.isExpanded(row);
                    },
                    () -> press(KeyCode.RIGHT));
        }
    }

    private static int row(TreeRows rows, String subject) {
        int node = subject.isEmpty() ? SubjectTree.NONE : rows.tree().find(subject);
        return node == SubjectTree.NONE ? -1 : rows.rowOf(node);
    }

    /** Types a filter and takes it away again; a key is answered when it stands in the field. */
    private static void type(
            SubjectsWindow window, @org.jspecify.annotations.Nullable FrameClock clock, String first, String rest) {
        var field = window.ui().node("subject-filter", javafx.scene.control.TextField.class);
        UiDriver.onFx(() -> {
            field.requestFocus();
            field.clear();
            return true;
        });
        for (int i = 0; i < (first + rest).length(); i++) {
            int length = i + 1;
            time("type", clock, () -> field.getText().length() >= length, () -> press(KeyCode.DIGIT7));
        }
        window.ui()
                .await(
                        "the filter's rows",
                        () -> rows(window).shownSubjects() < rows(window).allSubjects());
        time("clear", clock, () -> field.getText().isEmpty(), () -> press(KeyCode.ESCAPE));
    }

    private static void sort(SubjectsWindow window, String column) {
        window.clickHeader(column);
    }

    private static void press(KeyCode key) {
        var hand = new Robot();
        hand.keyPress(key);
        hand.keyRelease(key);
    }

    private static void time(
            String what, @org.jspecify.annotations.Nullable FrameClock clock, BooleanSupplier shown, Runnable action) {
        if (clock == null) {
            UiDriver.onFx(() -> {
                action.run();
                return true;
            });
        } else {
            clock.time(what, shown, action);
        }
    }

    private static void report(
            FrameClock clock, CpuShares shares, double perSecond, List<Double> expanded, SubjectsWindow window)
            throws IOException {
        var counters = window.session().feed().counters();
        double again = expanded.stream().skip(1).sorted().toList().get((OPENED - 1) / 2);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("frame_p99_ms", clock.frameMillis(0.99));
        figures.put("frame_max_ms", clock.frameMillis(1));
        figures.put("click_p95_ms", clock.actionMillis(0.95));
        figures.put("click_max_ms", clock.actionMillis(1));
        figures.put("fx_busy", shares.ofWindow());
        figures.put("cpu", shares.largest());
        figures.put("expand_first_ms", expanded.getFirst());
        figures.put("expand_ms", again);
        figures.put("messages_per_second", perSecond);
        figures.put("dropped", counters.dropped());
        figures.put("gaps", window.session().session().gaps().size());
        Path file = Files.createDirectories(Path.of("../../target/bench")).resolve("screen.json");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(figures));
        String text = "%,.0f messages a second into %,d subjects; %d dropped, %d gaps%n"
                        .formatted(
                                perSecond,
                                window.tree().allSubjects(),
                                counters.dropped(),
                                window.session().session().gaps().size())
                + "frames: %d, median %.1f ms; actions: %d, median %.1f ms, longest %.1f ms%n"
                        .formatted(
                                clock.frames(),
                                clock.frameMillis(0.5),
                                clock.actions(),
                                clock.actionMillis(0.5),
                                clock.actionMillis(1))
                + (clock.late().isEmpty() ? "" : "never shown: " + clock.late() + "\n")
                + "cores taken: " + shares.largest() + "\n"
                + "opening %,d siblings: %.0f ms the first time, then %.0f ms%n"
                        .formatted(SIBLINGS, expanded.getFirst(), again)
                + "screen frame_p99_ms=%.0f frame_max_ms=%.0f click_p95_ms=%.0f fx_busy=%.2f expand_ms=%.0f%n"
                        .formatted(
                                clock.frameMillis(0.99),
                                clock.frameMillis(1),
                                clock.actionMillis(0.95),
                                shares.ofWindow(),
                                expanded.getFirst());
        Files.writeString(file.resolveSibling("screen.txt"), text);
        System.out.print(text);
    }
}
