package app.edgeglass.desktop;

import app.edgeglass.core.message.Budget;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.settings.Directories;
import app.edgeglass.core.settings.MemorySettings;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.connection.SessionStatusSampler;
import app.edgeglass.desktop.control.Carets;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Fx;
import app.edgeglass.desktop.fx.FxTaskRunner;
import app.edgeglass.desktop.fx.PulseSampler;
import app.edgeglass.desktop.fx.Ticker;
import app.edgeglass.desktop.sandbox.LocalServerView;
import app.edgeglass.desktop.sandbox.LocalServerViewModel;
import app.edgeglass.desktop.sandbox.StoreAlarm;
import app.edgeglass.desktop.settings.SettingsView;
import app.edgeglass.desktop.settings.SettingsViewModel;
import app.edgeglass.desktop.shell.Appearance;
import app.edgeglass.desktop.shell.Dividers;
import app.edgeglass.desktop.shell.Groups;
import app.edgeglass.desktop.shell.Look;
import app.edgeglass.desktop.shell.MainWindow;
import app.edgeglass.desktop.shell.Navigation;
import app.edgeglass.desktop.shell.Screen;
import app.edgeglass.desktop.shell.StatusBarViewModel;
import app.edgeglass.desktop.shell.WindowActions;
import app.edgeglass.desktop.shell.action.Actions;
import app.edgeglass.desktop.shell.action.PaletteView;
import app.edgeglass.desktop.shell.action.PaletteViewModel;
import app.edgeglass.desktop.shell.action.ShortcutsView;
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
import java.util.LinkedHashMap;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The one place that puts all together. Made on the window's thread. */
public final class Wiring implements AutoCloseable {

    private static final List<String> STYLED = List.of(
            "shell",
            "shell/dialog",
            "shell/action",
            "shell/notice",
            "settings",
            "control",
            "connection",
            "subject",
            "message",
            "publish",
            "sandbox");
    private static final Duration CALM = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(2);

    private final Notices notices;
    private final ErrorHandler errors;
    private final SettingsStore settings;
    private final Fx fx;
    private final PulseSampler sampler;
    private final Actions actions = new Actions();
    private final Navigation navigation;
    private final StatusBarViewModel status = new StatusBarViewModel();
    private final Appearance appearance;
    private final PaletteViewModel palette;
    private final Dialogs dialogs;
    private final TaskRunner tasks;
    private final MainWindow window;
    private final ConnectionViewModel connection;
    private final SubjectsScreen subjects;
    private final SessionMemory memory;

    /** @param stage not shown yet */
    public Wiring(Stage stage, Directories directories, Clock clock) {
        this(stage, Kept.open(directories, clock));
    }

    Wiring(Stage stage, Kept kept) {
        Clock clock = kept.clock();
        notices = kept.notices();
        settings = kept.store();
        errors = new ErrorHandler(notices);
        fx = new Fx(errors);
        tasks = new FxTaskRunner(fx);
        sampler = new PulseSampler(Ticker.onWindowThread(fx));
        var systemDark = Platform.getPreferences().colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK);
        appearance = new Appearance(kept.appearance(), systemDark);
        // Before the first control: else the toolkit reads its own theme first, for nothing.
        var look = new Look(appearance, STYLED);
        navigation = new Navigation(actions);
        var overlay = new Overlay();
        dialogs = new PaneDialogs(overlay, () -> stage, kept.dialogs());
        palette = new PaletteViewModel(actions, tasks, kept.palette(), List.of(Groups.view(), Groups.window()));
        var paletteView = new PaletteView(palette, overlay);
        var shortcuts =
                new ShortcutsView(actions, overlay, () -> appearance.em().getValue());
        var history = new PublishHistory(new PublishSettings.Store(kept.publish()));
        var published = new PublishedMemory(kept.publish(), history);
        var settingsView = new SettingsView(
                new SettingsViewModel(
                        appearance,
                        kept.memory(),
                        kept.directories(),
                        Runtime.getRuntime().maxMemory(),
                        published),
                overlay);
        var noticesModel = new NoticesViewModel(notices, clock);
        var noticesView = new NoticesView(noticesModel, overlay, clock);
        WindowActions.register(
                actions,
                appearance,
                new WindowCommands(
                        paletteView::toggle, noticesView::toggle, shortcuts::open, settingsView::open, stage::close));

        connection = new ConnectionViewModel(
                tasks, clock, () -> budget(kept.memory().get()), SampleFolder::load, kept.localServer()::get);
        var help = new ScreenSurroundings(notices, dialogs, tasks);
        var payloads = Payloads.builtIn();
        subjects = new SubjectsScreen(
                connection, tasks, payloads, clock, new Dividers(kept.window()), new EmColumns(appearance.em()), help);
        help.serve(subjects);
        memory = new SessionMemory(connection, subjects, kept.subjects());
        navigation.add(new Screen(
                "subjects", Texts.WORDS.say("subjects.title"), MaterialDesignF.FILE_TREE_OUTLINE, subjects::root));
        var owner = new ServerOwner(connection, kept.localServer(), dialogs);
        subjects.start().remedyBy(owner::remedies);
        var serverModel = new LocalServerViewModel(owner);
        var serverView = new LocalServerView(serverModel);
        navigation.add(
                new Screen("local-server", Texts.WORDS.say("server.title"), MaterialDesignS.SERVER, serverView::root));
        var lower = new LowerTabs(subjects, connection, tasks, payloads, clock, sampler, history, help);
        help.publishWith(lower::publishTo);
        Runnable showSubjects = () -> navigation.go("subjects");
        SubjectActions.register(actions, subjects, lower, connection, showSubjects, dialogs, notices);
        actions.register(published.forgetting(notices));
        palette.addSource(new SubjectPalette(connection, subjects, showSubjects));

        window = new MainWindow(
                stage,
                new MainWindow.Parts(
                        actions,
                        navigation,
                        appearance,
                        status,
                        noticesModel,
                        overlay.root(),
                        new Toasts(noticesModel).root()),
                look,
                kept.window());
        navigation.go("subjects");
        sampler.follow(stage);
        // After the window's own listener, which makes the screen visible.
        navigation.currentProperty().subscribe(screen -> sampler.takeDue());
        sampler.register(Duration.ofMillis(250), stage::isShowing, noticesModel::sample);
        var statusSampler = new SessionStatusSampler(status, notices, clock, System::nanoTime);
        sampler.register(
                CALM,
                stage::isShowing,
                () -> statusSampler.sample(connection.openProperty().get()));
        subjects.follow(sampler);
        sampler.register(
                REST, stage::isShowing, () -> Carets.rest(stage.getScene().getRoot()));
        sampler.register(CALM, () -> true, memory::save);
        sampler.register(CALM, serverView.root(), serverModel::sample);
        sampler.register(CALM, stage::isShowing, new StoreAlarm(owner, notices)::sample);
        var _ = tasks.start(
                "list samples",
                SampleFolder::choices,
                choices -> {
                    subjects.start().offer(choices);
                    var titles = new LinkedHashMap<String, String>();
                    choices.forEach(choice -> titles.put(choice.name(), choice.title()));
                    serverView.offer(titles);
                },
                notices::failed);
    }

    private static Budget budget(MemorySettings settings) {
        return SettingsViewModel.inEffect(settings, Runtime.getRuntime().maxMemory());
    }

    /** Shows the window. */
    public void open() {
        window.open();
        OnceLaidOut.run(window.stage().getScene(), () -> fx.later(subjects::prepare));
    }

    /** Opens what was asked for on the command line. */
    void start(Options.Start wanted) {
        switch (wanted) {
            case Options.Start.Url(var urls) -> connection.connect(urls);
            case Options.Start.Sample(var name) -> connection.startLocal(name);
            case Options.Start.Sandbox() -> connection.startLocal("");
            case Options.Start.Refused(var failure) -> connection.refuse(failure);
        }
    }

    /** Stops the local server, from any thread; for an end that does not come from the window. */
    void stopServer() {
        OpenSession open = connection.openProperty().get();
        if (open != null) {
            open.world().ifPresent(LocalWorld::close);
        }
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

    public Navigation navigation() {
        return navigation;
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public Appearance appearance() {
        return appearance;
    }

    public Actions actions() {
        return actions;
    }

    public TaskRunner tasks() {
        return tasks;
    }

    public PulseSampler sampler() {
        return sampler;
    }

    public ConnectionViewModel connection() {
        return connection;
    }

    SubjectsScreen subjects() {
        return subjects;
    }

    public MainWindow window() {
        return window;
    }

    /** Ends what runs and saves what is to be kept. */
    @Override
    public void close() {
        memory.save();
        sampler.close();
        connection.closeNow();
        settings.close();
    }
}
