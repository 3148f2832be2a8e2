package app.edgeglass.desktop;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.desktop.advisory.EventsTab;
import app.edgeglass.desktop.backup.BackupDialogs;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.deadletter.DeadLettersTab;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What of a stream's page tells of what goes on, and what saves it. */
final class StreamWatch {

    private StreamWatch() {}

    static StreamsScreen.Part deadLetters(WorkspaceTools tools, Sampling sampling, EmColumns widths) {
        return new StreamsScreen.Part("stream-dead-letters-tab", Texts.WORDS.say("streams.dead-letters"), () -> {
            var view = DeadLettersTab.make(
                    tools.tasks(),
                    tools.clock(),
                    widths,
                    new ScreenSurroundings(tools.notices(), tools.dialogs(), tools.tasks()),
                    tools.dialogs(),
                    tools.overlay(),
                    sampling);
            return new StreamsScreen.Shown(view.root(), view::show);
        });
    }

    static StreamsScreen.Part events(WorkspaceTools tools, Sampling sampling, EmColumns widths) {
        return new StreamsScreen.Part("stream-events-tab", Texts.WORDS.say("streams.events"), () -> {
            var view = EventsTab.make(
                    tools.tasks(),
                    tools.clock(),
                    widths,
                    new ScreenSurroundings(tools.notices(), tools.dialogs(), tools.tasks()),
                    sampling);
            return new StreamsScreen.Shown(view.root(), view::show);
        });
    }

    /** Saving and restoring, for the list of streams and for a stream's page. */
    static BackupDialogs backups(WorkspaceTools tools, Sampling sampling) {
        return new BackupDialogs(
                tools.tasks(), tools.notices(), tools.overlay(), tools.dialogs(), sampling, tools.clock());
    }

    /** On the stream's page. */
    static void offerSaving(StreamsScreen screen, BackupDialogs backups) {
        var save = new Button(Texts.WORDS.say("streams.save"), new FontIcon(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.setId("stream-save-button");
        save.setTooltip(new Tooltip(Texts.WORDS.say("streams.save.tooltip")));
        save.setOnAction(event -> {
            StreamRef stream = screen.opened();
            if (stream != null) {
                backups.save(stream);
            }
        });
        screen.addTool(save);
    }

    /** In the palette. */
    static void register(Actions actions, Workspaces workspaces) {
        String streams = Texts.WORDS.say("streams.title");
        actions.register(
                Action.of("stream-save", streams, Texts.WORDS.say("streams.save.action"), () -> {
                            StreamRef stream = workspaces.current().openedStream();
                            if (stream != null) {
                                workspaces.current().backups().save(stream);
                            }
                        })
                        .when(() -> workspaces.current().openedStream() != null),
                Action.of("stream-restore", streams, Texts.WORDS.say("streams.restore.action"), () -> {
                            OpenSession open = workspaces.current().open();
                            if (open != null) {
                                workspaces.current().backups().restore(open.session());
                            }
                        })
                        .when(() -> workspaces.current().open() != null));
    }
}
