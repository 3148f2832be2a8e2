package app.edgeglass.desktop.message;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.fx.Fx;
import app.edgeglass.desktop.fx.FxTaskRunner;
import app.edgeglass.desktop.fx.Png;
import app.edgeglass.desktop.shell.Appearance;
import app.edgeglass.desktop.shell.AppearanceSettings;
import app.edgeglass.desktop.shell.Look;
import app.edgeglass.desktop.shell.ThemeChoice;
import app.edgeglass.desktop.testing.UiDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;

/** The details of messages in a window of their own, driven as a person does. Closing it fails when anything was thrown. */
final class DetailsWindow implements AutoCloseable, PayloadOutlet {

    private final FxRobot robot = new FxRobot();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private final MessageDetailsViewModel model;
    private final MessageDetailsView view;
    private final Appearance appearance;
    private final Stage stage;
    private final Path saveAs;

    DetailsWindow(Path home, double width, double height) {
        UiDriver.startToolkit();
        saveAs = home.resolve("saved.json");
        var clock = Clock.fixed(Samples.AT.plus(Duration.ofMillis(3_200)), ZoneOffset.UTC);
        var tasks = new FxTaskRunner(new Fx(thrown::add));
        var settings = SettingsStore.open(home.resolve("settings.json"), List.of(), clock, thrown::add);
        ObservableValue<Boolean> light = new SimpleBooleanProperty(false).asObject();
        appearance = onFx(() -> new Appearance(
                settings.section("appearance", AppearanceSettings.class, AppearanceSettings.DEFAULT), light));
        model = onFx(() -> new MessageDetailsViewModel(tasks, clock));
        view = onFx(() -> new MessageDetailsView(model, this));
        stage = onFx(() -> {
            var window = new Stage();
            var scene = new Scene(view.root(), width, height);
            new Look(appearance, List.of("shell", "control", "message")).dress(scene);
            window.setScene(scene);
            window.setX(0);
            window.setY(0);
            window.show();
            return window;
        });
        Thread.setDefaultUncaughtExceptionHandler((thread, why) -> thrown.add(why));
        settle();
    }

    /** Does something on the window's thread and waits for it; at once when this is that thread. */
    static <T> T onFx(Callable<T> work) {
        if (!Platform.isFxApplicationThread()) {
            return UiDriver.onFx(work);
        }
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    MessageDetailsViewModel model() {
        return model;
    }

    List<String> copied() {
        return copied;
    }

    List<Failure> failures() {
        return failures;
    }

    Path saveAs() {
        return saveAs;
    }

    void dark(boolean dark) {
        onFx(() -> {
            appearance.choose(dark ? ThemeChoice.DARK : ThemeChoice.LIGHT);
            return dark;
        });
        settle();
    }

    void size(double width, double height) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return stage;
        });
        settle();
    }

    /** Shows a message and waits until its payload is there. */
    void show(ShownMessage message) {
        onFx(() -> {
            model.show(message);
            return message;
        });
        await("the payload", () -> {
            var shown = model.payload().shownProperty().get();
            return shown != null
                    && shown.source().number() == message.message().number()
                    && shown.source().name().equals(message.message().subject())
                    && shown.source().size() == message.payloadSize();
        });
        settle();
    }

    void open(MessageDetailsViewModel.Tab tab) {
        onFx(() -> {
            model.tabProperty().set(tab);
            return tab;
        });
        if (tab == MessageDetailsViewModel.Tab.DIFF) {
            await("the comparison", () -> model.diff().shownProperty().get() != null);
        }
        settle();
    }

    void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(UiDriver.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> onFx(condition::getAsBoolean));
    }

    Node node(String id) {
        return onFx(() -> find(stage.getScene().getRoot(), id));
    }

    private static Node find(Parent root, String id) {
        var node = root.lookup("#" + id);
        Assertions.assertThat(node).as("#" + id).isNotNull();
        return node;
    }

    boolean isVisible(String id) {
        var node = node(id);
        return onFx(() -> {
            for (var n = node; n != null; n = n.getParent()) {
                if (!n.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    Bounds bounds(String id) {
        var node = node(id);
        return onFx(() -> node.localToScene(node.getLayoutBounds()));
    }

    void click(String id) {
        robot.clickOn(node(id));
        settle();
    }

    /** Does what a click would, without the pointer's way there. */
    void fire(String id) {
        var node = node(id);
        onFx(() -> {
            ((ButtonBase) node).fire();
            return node;
        });
        settle();
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    void type(String text) {
        robot.write(text, 0);
        settle();
    }

    void settle() {
        for (var i = 0; i < 3; i++) {
            onFx(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                return stage;
            });
        }
    }

    void picture(Path file) {
        settle();
        // A caret blinks and a pulse may be due: the screen is what counts.
        Awaitility.await().pollDelay(Duration.ofMillis(250)).until(() -> true);
        var image = onFx(() -> new Robot()
                .getScreenCapture(
                        null, new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Png.encode(image));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void copy(String text, String what) {
        copied.add(what + ": " + text);
    }

    @Override
    public void saveAs(String title, String name, Consumer<Path> onChosen) {
        onChosen.accept(saveAs);
    }

    @Override
    public void failed(Failure failure) {
        failures.add(failure);
    }

    @Override
    public void close() {
        onFx(() -> {
            stage.hide();
            return stage;
        });
        Assertions.assertThat(thrown).as("thrown meanwhile").isEmpty();
    }
}
