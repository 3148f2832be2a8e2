package app.edgeglass.desktop.shell;

import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.shell.action.Actions;
import app.edgeglass.desktop.shell.action.Shortcuts;
import app.edgeglass.desktop.shell.session.EnvironmentStrip;
import app.edgeglass.desktop.shell.session.SessionTabStrip;
import app.edgeglass.desktop.shell.session.SessionTabsViewModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window: bars around the screen that is shown, and over them the toasts and the overlay. */
public final class MainWindow {

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private final Stage stage;
    private final Section<WindowSettings> settings;
    private final StackPane content = new StackPane();
    private final Map<String, Parent> views = new HashMap<>();
    private final SessionTabStrip strip;

    /**
     * @param overlay lies over the window, see {@link app.edgeglass.desktop.shell.dialog.Overlay}
     * @param toasts stand over the lower right corner
     */
    public record Parts(
            Actions actions,
            Navigation navigation,
            Appearance appearance,
            StatusBarViewModel status,
            SessionTabsViewModel sessions,
            app.edgeglass.desktop.shell.notice.NoticesViewModel notices,
            Region overlay,
            Region toasts) {}

    public MainWindow(Stage stage, Parts parts, Look look, Section<WindowSettings> settings) {
        this.stage = stage;
        this.settings = settings;
        content.getStyleClass().add("eg-content");
        content.setId("content");
        content.setFocusTraversable(false);

        var frame = new BorderPane(content);
        // What does not fit is cut at its own edge, not at the window's: the bars always end where the window ends.
        frame.setMinSize(0, 0);
        strip = new SessionTabStrip(parts.sessions());
        var top = new TopBar(
                new SessionChip(parts.status(), parts.actions()),
                strip.alone(),
                parts.actions(),
                parts.appearance(),
                parts.notices());
        frame.setTop(new VBox(top.root(), strip.root(), new EnvironmentStrip(parts.sessions()).root()));
        frame.setLeft(new NavigationRail(parts.navigation(), parts.actions()).root());
        frame.setBottom(new StatusBar(parts.status()).root());
        StackPane.setAlignment(parts.toasts(), Pos.BOTTOM_RIGHT);
        var root = new StackPane(frame, parts.toasts(), parts.overlay());
        root.getStyleClass().add("eg-window");

        var scene = new Scene(root);
        look.dress(scene);
        Shortcuts.install(scene, parts.actions());
        parts.navigation().currentProperty().subscribe(this::show);
        stage.setScene(scene);
        stage.setTitle(Texts.WORDS.say("product"));
        stage.getIcons().setAll(ICON_SIZES.stream().map(MainWindow::icon).toList());
        new WindowPlace(settings).follow(stage);
        parts.status()
                .sessionProperty()
                .subscribe(session -> stage.setTitle(
                        session.isNone()
                                ? Texts.WORDS.say("product")
                                : Texts.WORDS.say("title", session.name(), Texts.WORDS.say("product"))));
    }

    private static Image icon(int size) {
        var stream = MainWindow.class.getResourceAsStream("/app/edgeglass/desktop/shell/icon-" + size + ".png");
        return new Image(java.util.Objects.requireNonNull(stream));
    }

    private void show(@Nullable Screen screen) {
        if (screen == null) {
            content.getChildren().clear();
            return;
        }
        content.getChildren()
                .setAll(views.computeIfAbsent(screen.id(), id -> screen.view().get()));
        settings.update(before -> before.withScreen(screen.id()));
    }

    /** The id of the screen that was shown last time; empty for none. */
    public String lastScreen() {
        return settings.get().screen();
    }

    public void open() {
        stage.show();
        // Not the first button of the bar: nothing there is what a person came for.
        content.requestFocus();
    }

    /** Gives the keyboard to the tabs of the sessions. */
    public void focusSessions() {
        strip.focus();
    }

    public Stage stage() {
        return stage;
    }
}
