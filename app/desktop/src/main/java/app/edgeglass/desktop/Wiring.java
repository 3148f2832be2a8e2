package app.edgeglass.desktop;

import app.edgeglass.core.settings.Directories;
import app.edgeglass.core.settings.MemorySettings;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.fx.Fx;
import app.edgeglass.desktop.fx.FxTaskRunner;
import app.edgeglass.desktop.fx.PulseSampler;
import app.edgeglass.desktop.fx.Ticker;
import app.edgeglass.desktop.settings.SettingsView;
import app.edgeglass.desktop.settings.SettingsViewModel;
import app.edgeglass.desktop.shell.Appearance;
import app.edgeglass.desktop.shell.AppearanceSettings;
import app.edgeglass.desktop.shell.Groups;
import app.edgeglass.desktop.shell.Look;
import app.edgeglass.desktop.shell.MainWindow;
import app.edgeglass.desktop.shell.Navigation;
import app.edgeglass.desktop.shell.StatusBarViewModel;
import app.edgeglass.desktop.shell.Welcome;
import app.edgeglass.desktop.shell.WindowActions;
import app.edgeglass.desktop.shell.WindowSettings;
import app.edgeglass.desktop.shell.action.Actions;
import app.edgeglass.desktop.shell.action.PaletteSettings;
import app.edgeglass.desktop.shell.action.PaletteView;
import app.edgeglass.desktop.shell.action.PaletteViewModel;
import app.edgeglass.desktop.shell.action.ShortcutsView;
import app.edgeglass.desktop.shell.dialog.DialogSettings;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.Overlay;
import app.edgeglass.desktop.shell.dialog.PaneDialogs;
import app.edgeglass.desktop.shell.notice.ErrorHandler;
import app.edgeglass.desktop.shell.notice.Notices;
import app.edgeglass.desktop.shell.notice.NoticesView;
import app.edgeglass.desktop.shell.notice.NoticesViewModel;
import app.edgeglass.desktop.shell.notice.Toasts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The one place that puts all together. Made on the window's thread. */
public final class Wiring implements AutoCloseable {

    private static final List<String> STYLED =
            List.of("shell", "shell/dialog", "shell/action", "shell/notice", "settings");

    private final Notices notices;
    private final ErrorHandler errors;
    private final SettingsStore settings;
    private final PulseSampler sampler;
    private final Actions actions = new Actions();
    private final Navigation navigation;
    private final StatusBarViewModel status = new StatusBarViewModel();
    private final Appearance appearance;
    private final PaletteViewModel palette;
    private final Dialogs dialogs;
    private final TaskRunner tasks;
    private final MainWindow window;

    /** @param stage not shown yet */
    public Wiring(Stage stage, Directories directories, Clock clock) {
        notices = new Notices(clock);
        errors = new ErrorHandler(notices);
        settings = SettingsStore.open(directories.config().resolve("settings.json"), List.of(), clock, notices::failed);
        var windowSettings = settings.section("window", WindowSettings.class, WindowSettings.DEFAULT);

        var fx = new Fx(errors);
        tasks = new FxTaskRunner(fx);
        sampler = new PulseSampler(Ticker.onWindowThread(fx));

        var systemDark = Platform.getPreferences().colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK);
        appearance = new Appearance(
                settings.section("appearance", AppearanceSettings.class, AppearanceSettings.DEFAULT), systemDark);
        navigation = new Navigation(actions);

        var overlay = new Overlay();
        dialogs = new PaneDialogs(
                overlay, () -> stage, settings.section("dialogs", DialogSettings.class, DialogSettings.DEFAULT));
        palette = new PaletteViewModel(
                actions, tasks, settings.section("palette", PaletteSettings.class, PaletteSettings.DEFAULT),
                List.of(Groups.view(), Groups.window()));
        var paletteView = new PaletteView(palette, overlay);
        var shortcuts = new ShortcutsView(actions, overlay);
        var memory = settings.section("memory", MemorySettings.class, MemorySettings.DEFAULT);
        var settingsView = new SettingsView(
                new SettingsViewModel(
                        appearance, memory, directories, Runtime.getRuntime().maxMemory()),
                overlay);
        var noticesModel = new NoticesViewModel(notices, clock);
        var noticesView = new NoticesView(noticesModel, overlay, clock);
        WindowActions.register(actions, appearance, new WindowActions.Window() {
            @Override
            public void togglePalette() {
                paletteView.toggle();
            }

            @Override
            public void toggleNotices() {
                noticesView.toggle();
            }

            @Override
            public void openShortcuts() {
                shortcuts.open();
            }

            @Override
            public void openSettings() {
                settingsView.open();
            }

            @Override
            public void quit() {
                stage.close();
            }
        });
        window = new MainWindow(
                stage,
                new MainWindow.Parts(
                        actions,
                        navigation,
                        appearance,
                        status,
                        noticesModel,
                        overlay.root(),
                        new Toasts(noticesModel).root(),
                        new Welcome(actions, List.of()).root()),
                new Look(appearance, STYLED),
                windowSettings);
        sampler.follow(stage);
        sampler.register(Duration.ofMillis(250), stage::isShowing, noticesModel::sample);
    }

    public void open() {
        window.open();
    }

    public ErrorHandler errors() {
        return errors;
    }

    public Notices notices() {
        return notices;
    }

    public StatusBarViewModel status() {
        return status;
    }

    public Actions actions() {
        return actions;
    }

    public Navigation navigation() {
        return navigation;
    }

    public Appearance appearance() {
        return appearance;
    }

    public PaletteViewModel palette() {
        return palette;
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public TaskRunner tasks() {
        return tasks;
    }

    public MainWindow window() {
        return window;
    }

    /** Ends what runs and saves what is to be kept. */
    @Override
    public void close() {
        sampler.close();
        settings.close();
    }
}
