package app.edgeglass.desktop.testing;

import app.edgeglass.core.settings.Directories;
import app.edgeglass.desktop.Wiring;
import app.edgeglass.desktop.fx.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;

/**
 * Drives the real window as a person does: finds by id, clicks, types, waits for what is to be seen. It waits on
 * conditions, never for a time. Closing it fails when anything was thrown or logged as an error meanwhile.
 */
public final class UiDriver implements AutoCloseable {

    /** The longest that anything may take that a person waits for. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FxRobot robot = new FxRobot();
    private final LogWatcher log = new LogWatcher();
    private final Thread.@org.jspecify.annotations.Nullable UncaughtExceptionHandler handlerBefore =
            Thread.getDefaultUncaughtExceptionHandler();
    private final Stage stage;
    private final Wiring wiring;

    private UiDriver(Path home, Clock clock) {
        startToolkit();
        stage = onFx(Stage::new);
        wiring = onFx(() -> new Wiring(stage, Directories.choose(Optional.of(home), Map.of()), clock));
        Thread.setDefaultUncaughtExceptionHandler(wiring.errors());
        onFx(() -> {
            wiring.open();
            return wiring;
        });
        await(
                "the window",
                () -> stage.isShowing()
                        && stage.getScene().getRoot().getLayoutBounds().getWidth() > 0);
        // Without a window manager the keys go to the window under the pointer, or to the one that was clicked on.
        onFx(() -> {
            stage.toFront();
            stage.requestFocus();
            return stage;
        });
        settle();
        robot.clickOn(node("status-bar"));
        await("the keys", stage::isFocused);
    }

    /** Opens the window with everything that it keeps below a folder. */
    public static UiDriver open(Path home) {
        return new UiDriver(home, Clock.systemUTC());
    }

    // The toolkit starts once in a JVM and cannot be started again; it goes on when the last window is closed.
    public static void startToolkit() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException e) {
            // It runs.
        }
    }

    public Wiring wiring() {
        return wiring;
    }

    /** Does something on the window's thread and waits for it; at once when this is that thread. */
    public static <T> T onFx(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Runnable task = () -> {
            try {
                result.complete(work.call());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("On the window's thread", e);
        }
    }

    /** Waits until it holds; asked on the window's thread. */
    public void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> onFx(condition::getAsBoolean));
    }

    /** The node with an id that is to be seen in any open window. */
    public Optional<Node> find(String id) {
        return onFx(() -> lookup(id));
    }

    private static Optional<Node> lookup(String id) {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .flatMap(window -> find(window.getScene().getRoot(), id))
                .findFirst();
    }

    private static Stream<Node> find(Node node, String id) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (id.equals(node.getId())) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> find(child, id))
                : Stream.empty();
    }

    /** The node with an id, waited for. */
    public Node node(String id) {
        await("#" + id, () -> lookup(id).isPresent());
        return find(id).orElseThrow();
    }

    public <T extends Node> T node(String id, Class<T> type) {
        return type.cast(node(id));
    }

    public void click(String id) {
        await(
                "#" + id + " enabled",
                () -> lookup(id).filter(node -> !node.isDisabled()).isPresent());
        bring(id);
        robot.clickOn();
        settle();
    }

    public void doubleClick(String id) {
        bring(id);
        robot.doubleClickOn();
        settle();
    }

    /** Clicks into a field, takes its text away and types another. */
    public void fill(String id, String text) {
        click(id);
        press(KeyCode.CONTROL, KeyCode.A);
        press(KeyCode.DELETE);
        type(text);
    }

    /** Types into what has the focus. */
    public void type(String text) {
        robot.write(text, 0);
        settle();
    }

    /**
     * Presses keys together, such as {@code CONTROL, K}, and lets go of them, all at once: on a busy machine a key that is
     * held in between begins to repeat.
     */
    public void press(KeyCode... keys) {
        onFx(() -> {
            var hand = new Robot();
            List.of(keys).forEach(hand::keyPress);
            List.of(keys).reversed().forEach(hand::keyRelease);
            return hand;
        });
        settle();
    }

    /** Moves the pointer over a node. */
    public void pointAt(String id) {
        bring(id);
        settle();
    }

    /**
     * While the pointer travels, a list that draws its rows anew may give its cells to others, and a layout may move them: then
     * it is looked for again.
     */
    private void bring(String id) {
        Awaitility.await("#" + id + " under the pointer").atMost(PATIENCE).until(() -> {
            Node node = node(id);
            Optional<Bounds> place = onFx(() -> place(node));
            if (place.isEmpty()) {
                return false;
            }
            var middle = new Point2D(place.get().getCenterX(), place.get().getCenterY());
            robot.moveTo(middle);
            return onFx(() -> lookup(id)
                    .filter(node::equals)
                    .flatMap(UiDriver::place)
                    .filter(now -> now.contains(middle))
                    .isPresent());
        });
    }

    /** On the screen; none when it has gone. */
    private static Optional<Bounds> place(Node node) {
        return Optional.ofNullable(node.localToScreen(node.getBoundsInLocal()));
    }

    /** What a label, a button or a field says. */
    public String text(String id) {
        Node node = node(id);
        return onFx(() -> texts(node));
    }

    private static String texts(Node node) {
        return switch (node) {
            case Labeled labeled
            when labeled.getText() != null && !labeled.getText().isEmpty() -> labeled.getText();
            case TextInputControl input -> input.getText() == null ? "" : input.getText();
            case Text text -> text.getText() == null ? "" : text.getText();
            case Parent parent ->
                parent.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .map(UiDriver::texts)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" "));
            default -> "";
        };
    }

    /** Waits until a label, a button, a field or the texts below a node contain some text. */
    public void awaitText(String id, String part) {
        await(
                "#" + id + " with “" + part + "”",
                () -> lookup(id).map(UiDriver::texts).orElse("").contains(part));
    }

    /** Waits until no node with the id is to be seen. */
    public void awaitGone(String id) {
        await("#" + id + " gone", () -> lookup(id).isEmpty());
    }

    /** Runs an action of the registry, as the palette would. */
    public void run(String actionId) {
        onFx(() -> {
            wiring.actions().run(actionId);
            return actionId;
        });
        settle();
    }

    public void resize(double width, double height) {
        onFx(() -> {
            stage.setMaximized(false);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            return stage;
        });
        await("the size", () -> Math.abs(stage.getScene().getWidth() - width) < 40);
        settle();
    }

    /** Waits until everything that was posted and every layout that it asked for is done. */
    public void settle() {
        for (int i = 0; i < 3; i++) {
            var pulse = new CompletableFuture<Boolean>();
            Platform.runLater(() -> {
                Runnable once = new Runnable() {
                    @Override
                    public void run() {
                        stage.getScene().removePostLayoutPulseListener(this);
                        pulse.complete(true);
                    }
                };
                if (stage.isShowing()) {
                    stage.getScene().addPostLayoutPulseListener(once);
                    Platform.requestNextPulse();
                } else {
                    pulse.complete(true);
                }
            });
            pulse.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        }
    }

    /** Writes a picture of the window as the screen has it, popups included. */
    public void screenshot(Path file) {
        settle();
        Image image = onFx(() -> new Robot()
                .getScreenCapture(
                        null, new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Png.encode(image));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Where a node is on the screen. */
    public Bounds bounds(String id) {
        Node node = node(id);
        return onFx(() -> node.localToScreen(node.getLayoutBounds()));
    }

    /** The errors logged so far, for a test that expects some; it clears what it has looked at. */
    public List<String> takeErrors() {
        var taken = List.copyOf(log.errors());
        log.errors().clear();
        return taken;
    }

    @Override
    public void close() {
        onFx(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            wiring.close();
            return wiring;
        });
        // The robot would hold the last window that it found.
        robot.targetWindow((Window) null);
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
        log.close();
        Assertions.assertThat(log.errors()).as("errors logged meanwhile").isEmpty();
    }
}
