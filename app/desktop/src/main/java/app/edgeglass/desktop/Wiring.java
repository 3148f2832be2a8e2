package app.edgeglass.desktop;

import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.SharedBudget;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.settings.Directories;
import app.edgeglass.core.settings.MemorySettings;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.SessionStatusSampler;
import app.edgeglass.desktop.connection.StartView;
import app.edgeglass.desktop.control.Carets;
import app.edgeglass.desktop.fx.Fx;
import app.edgeglass.desktop.fx.FxTaskRunner;
import app.edgeglass.desktop.fx.PulseSampler;
import app.edgeglass.desktop.fx.Ticker;
import app.edgeglass.desktop.profile.ConnectionsViewModel;
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
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The one place that puts all together. Made on the window's thread. */
public final class Wiring implements AutoCloseable {

    private static final Duration CALM = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(2);

    /** Falls when the window has been laid out, and only its drawing is left. */
    private final CountDownLatch firstPicture = new CountDownLatch(1);

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
    private final Workspaces workspaces;
    private final ConnectionsScreen connections;
    private final SessionSources sources;
    private final TabMemory tabMemory;

    /** @param stage not shown yet */
    public Wiring(Stage stage, Directories directories, Clock clock) {
        this(stage, Kept.open(directories, clock, Computer.apart(directories)));
    }

    Wiring(Stage stage, Kept kept) {
        Clock clock = kept.clock();
        notices = kept.notices();
        settings = kept.store();
        errors = new ErrorHandler(notices);
        fx = new Fx(errors);
        tasks = new FxTaskRunner(fx, firstPicture);
        sampler = new PulseSampler(Ticker.onWindowThread(fx));
        var systemDark = Platform.getPreferences().colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK);
        appearance = new Appearance(kept.appearance(), systemDark);
        // Before the first control: else the toolkit reads its own theme first, for nothing.
        var look = new Look(appearance, StyledParts.ALL);
        navigation = new Navigation(actions);
        var overlay = new Overlay();
        dialogs = new PaneDialogs(overlay, () -> stage, kept.dialogs());
        palette = new PaletteViewModel(actions, tasks, kept.palette(), List.of(Groups.view(), Groups.window()));
        var paletteView = new PaletteView(palette, overlay);
        var shortcuts =
                new ShortcutsView(actions, overlay, () -> appearance.em().getValue());
        var history = new PublishHistory(new PublishSettings.Store(kept.publish()));
        var published = new PublishedMemory(kept.publish(), history);
        var noticesModel = new NoticesViewModel(notices, clock);
        var noticesView = new NoticesView(noticesModel, overlay, clock);
        var known = new KnownConnections();
        var neighbours = new Neighbours();
        var worlds = new ReadOnlyObjectWrapper<List<StartView.Choice>>(List.of());
        var tools = new WorkspaceTools(
                tasks,
                clock,
                notices,
                dialogs,
                overlay,
                sampler,
                Payloads.builtIn(),
                history,
                new SharedBudget(() -> budget(kept.memory().get())),
                kept.subjects(),
                kept.localServer(),
                new Dividers(kept.window()),
                appearance.em(),
                known,
                worlds,
                neighbours);
        workspaces = new Workspaces(tools);
        sources = new SessionSources(kept.profiles(), kept.contexts(), notices);
        tabMemory = new TabMemory(workspaces, sources, kept.sessions());
        var settingsView = new SettingsView(
                new SettingsViewModel(
                        appearance,
                        kept.memory(),
                        kept.directories(),
                        Runtime.getRuntime().maxMemory(),
                        published,
                        tabMemory),
                overlay);
        WindowActions.register(
                actions,
                appearance,
                new WindowCommands(
                        paletteView::toggle,
                        noticesView::toggle,
                        shortcuts::open,
                        settingsView::open,
                        () -> end(stage)));
        var stageOfSubjects = new SessionStage(
                workspaces,
                workspace -> workspace.subjects().root(),
                workspace -> workspace.subjects().focus());
        navigation.add(new Screen(
                "subjects",
                Texts.WORDS.say("subjects.title"),
                MaterialDesignF.FILE_TREE_OUTLINE,
                stageOfSubjects::root));
        Runnable showSubjects = () -> navigation.go("subjects");
        neighbours.serve(workspaces, showSubjects);
        var stageOfStreams = new SessionStage(
                workspaces,
                workspace -> workspace.streams().root(),
                workspace -> workspace.streams().focus());
        look.beforeDressing(() -> {
            stageOfSubjects.thin();
            stageOfStreams.thin();
        });
        navigation.add(new Screen(
                "streams", Texts.WORDS.say("streams.title"), MaterialDesignD.DATABASE_OUTLINE, stageOfStreams::root));
        var screenWindow = new ConnectionsScreen.Window(
                tasks,
                dialogs,
                overlay,
                notices,
                new Dividers(kept.window()),
                clock,
                () -> navigation.go(ConnectionActions.SCREEN));
        connections = new ConnectionsScreen(
                new ConnectionsViewModel.Kept(
                        kept.profiles(), kept.contexts(), kept.connections(), new StartMarks(kept.sessions())),
                screenWindow);
        connections.leadTo(new SessionDoor(workspaces, sources, showSubjects, connections::examine));
        known.serve(connections);
        navigation.add(new Screen(
                ConnectionActions.SCREEN,
                Texts.WORDS.say("connections.title"),
                MaterialDesignL.LAN_CONNECT,
                connections::root));
        var owner = new ServerOwner(workspaces, kept.localServer(), dialogs);
        var serverModel = new LocalServerViewModel(owner);
        var serverView = new LocalServerView(serverModel);
        navigation.add(
                new Screen("local-server", Texts.WORDS.say("server.title"), MaterialDesignS.SERVER, serverView::root));
        SubjectActions.register(actions, workspaces, showSubjects, dialogs, notices);
        SessionActions.register(actions, workspaces, showSubjects);
        StreamWatch.register(actions, workspaces);
        StreamPages.register(actions, workspaces, () -> navigation.go("streams"));
        actions.register(published.forgetting(notices));
        palette.addSource(new SubjectPalette(workspaces, showSubjects));
        ConnectionActions.register(actions, connections, workspaces, navigation);
        palette.addSource(new SessionPalette(workspaces, showSubjects));
        palette.addSource(new ConnectionPalette(connections.model()));

        window = new MainWindow(
                stage,
                new MainWindow.Parts(
                        actions,
                        navigation,
                        appearance,
                        status,
                        workspaces.tabs(),
                        noticesModel,
                        overlay.root(),
                        new Toasts(noticesModel).root()),
                look,
                kept.window());
        stage.setOnCloseRequest(event -> {
            if (connections.model().editor().changedProperty().get()) {
                event.consume();
                end(stage);
            }
        });
        navigation.go("subjects");
        sampler.follow(stage);
        // After the window's own listener, which makes the screen visible.
        navigation.currentProperty().subscribe(screen -> sampler.takeDue());
        sampler.register(Duration.ofMillis(250), stage::isShowing, noticesModel::sample);
        var statusSampler = new SessionStatusSampler(status, clock);
        Runnable sampleStatus = () -> statusSampler.sample(
                workspaces.current().open(), workspaces.current().rates());
        // Also while the window is minimised: what happens is noted, and what was open is remembered.
        sampler.register(CALM, () -> true, () -> {
            workspaces.sample();
            tabMemory.remember();
        });
        sampler.register(CALM, stage::isShowing, sampleStatus);
        workspaces.currentProperty().addListener((of, before, now) -> {
            sampleStatus.run();
            sampler.takeDue();
        });
        sampler.register(
                REST, stage::isShowing, () -> Carets.rest(stage.getScene().getRoot()));
        sampler.registerLive(Duration.ofMillis(100), stage::isShowing, connections::sample);
        sampler.register(CALM, serverView.root(), serverModel::sample);
        sampler.register(CALM, stage::isShowing, new StoreAlarm(owner, notices)::sample);
        var _ = tasks.start(
                "list samples",
                SampleFolder::choices,
                choices -> {
                    worlds.set(choices);
                    var titles = new LinkedHashMap<String, String>();
                    choices.forEach(choice -> titles.put(choice.name(), choice.title()));
                    serverView.offer(titles);
                },
                notices::failed);
    }

    /** What was typed into the form of a connection is asked about first. */
    private void end(Stage stage) {
        connections.model().leave(stage::close);
    }

    private static Budget budget(MemorySettings settings) {
        return SettingsViewModel.inEffect(settings, Runtime.getRuntime().maxMemory());
    }

    /** Shows the window. */
    public void open() {
        window.open();
        connections.model().contexts().load();
        OnceLaidOut.run(window.stage().getScene(), () -> {
            firstPicture.countDown();
            fx.later(workspaces::prepare);
        });
    }

    /** Opens what was asked for on the command line. */
    void start(Options.Start wanted) {
        switch (wanted) {
            case Options.Start.Usual() -> tabMemory.open();
            case Options.Start.Url(var urls) -> workspaces.open(urls);
            case Options.Start.Sample(var name) -> workspaces.startLocal(name);
            case Options.Start.Sandbox() -> workspaces.startLocal("");
            case Options.Start.Context(var name) -> workspaces.open(sources.context(name));
            case Options.Start.Refused(var failure) -> connection().refuse(failure);
        }
    }

    /** Stops the local server, from any thread; for an end that does not come from the window. */
    void stopServer() {
        workspaces.world().ifPresent(LocalWorld::close);
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

    Workspaces workspaces() {
        return workspaces;
    }

    ConnectionsScreen connections() {
        return connections;
    }

    TabMemory tabMemory() {
        return tabMemory;
    }

    /** That of the shown session. */
    public ConnectionViewModel connection() {
        return workspaces.current().connection();
    }

    /** That of the shown session. */
    StreamsScreen streams() {
        return workspaces.current().streams();
    }

    SubjectsScreen subjects() {
        return workspaces.current().subjects();
    }

    public MainWindow window() {
        return window;
    }

    /** Ends what runs and saves what is to be kept. */
    @Override
    public void close() {
        firstPicture.countDown();
        sampler.close();
        appearance.close();
        tabMemory.remember();
        workspaces.closeNow();
        settings.close();
    }
}
