package app.edgeglass.desktop;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.desktop.backup.BackupDialogs;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import app.edgeglass.desktop.stream.StreamListView;
import app.edgeglass.desktop.stream.StreamListViewModel;
import app.edgeglass.desktop.stream.StreamOverview;
import app.edgeglass.desktop.stream.StreamOverviewViewModel;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The list of a session's streams, and what is told of one of them; each leads to the other. */
final class StreamPages {

    private final WorkspaceTools tools;
    private final StreamListView.Window window;
    private final StreamListViewModel list;
    private final StreamListView view;
    private @Nullable StreamsScreen screen;

    StreamPages(ConnectionViewModel connection, WorkspaceTools tools, Sampling sampling, EmColumns widths) {
        this.tools = tools;
        window = new StreamListView.Window(tools.tasks(), tools.dialogs(), tools.notices(), sampling, tools.clock());
        list = new StreamListViewModel(tools.tasks(), tools.clock(), System::nanoTime);
        connection.openProperty().subscribe(open -> list.use(open == null ? null : open.session()));
        view = new StreamListView(list, widths, window, this::open);
    }

    void serve(StreamsScreen served) {
        screen = served;
    }

    /** Saving and restoring, also from the list. */
    void offer(BackupDialogs backups, ConnectionViewModel connection) {
        backups.onChanged(list::refresh);
        view.offer("stream-menu-save", Texts.WORDS.say("streams.save"), backups::save);
        var restore = new Button(Texts.WORDS.say("streams.restore"), new FontIcon(MaterialDesignB.BACKUP_RESTORE));
        restore.setId("stream-restore-button");
        restore.setTooltip(new Tooltip(Texts.WORDS.say("streams.restore.tooltip")));
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.setOnAction(event -> {
            OpenSession open = connection.openProperty().get();
            if (open != null) {
                backups.restore(open.session());
            }
        });
        restore.disableProperty().bind(connection.openProperty().isNull());
        view.addTool(restore);
    }

    private void open(StreamRef stream) {
        if (screen != null) {
            screen.open(stream);
        }
    }

    void create() {
        view.create();
    }

    /** In the palette. */
    static void register(Actions actions, Workspaces workspaces, Runnable showStreams) {
        actions.register(
                Action.of("stream-create", Texts.WORDS.say("streams.title"), Texts.WORDS.say("streams.create"), () -> {
                            showStreams.run();
                            workspaces.current().streams().create();
                        })
                        .when(() -> workspaces.current().open() != null));
    }

    Parent list() {
        return view.root();
    }

    /** What a stream holds, who keeps it, and all of its configuration. */
    StreamsScreen.Part overview() {
        return new StreamsScreen.Part("stream-overview-tab", Texts.WORDS.say("streams.overview"), () -> {
            var model = new StreamOverviewViewModel(tools.tasks(), tools.clock(), System::nanoTime);
            var overview = new StreamOverview(model, window, this::gone);
            return new StreamsScreen.Shown(overview.root(), overview::show);
        });
    }

    private void gone() {
        list.refresh();
        if (screen != null) {
            screen.back();
        }
    }
}
