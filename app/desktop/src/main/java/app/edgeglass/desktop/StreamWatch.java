package app.edgeglass.desktop;

import app.edgeglass.desktop.advisory.EventsTab;
import app.edgeglass.desktop.backup.BackupDialogs;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.deadletter.DeadLettersTab;
import app.edgeglass.desktop.fx.Sampling;

/** What of a stream's page tells of what goes on, and what saves it. */
final class StreamWatch {

    private StreamWatch() {}

    static StreamsScreen.Part deadLetters(WorkspaceTools tools, Sampling sampling) {
        return new StreamsScreen.Part("stream-dead-letters-tab", Texts.WORDS.say("streams.dead-letters"), () -> {
            var view = DeadLettersTab.make(
                    tools.tasks(),
                    tools.clock(),
                    new EmColumns(tools.em()),
                    new ScreenSurroundings(tools.notices(), tools.dialogs(), tools.tasks()),
                    tools.dialogs(),
                    tools.overlay(),
                    sampling);
            return new StreamsScreen.Shown(view.root(), view::show);
        });
    }

    static StreamsScreen.Part events(WorkspaceTools tools, Sampling sampling) {
        return new StreamsScreen.Part("stream-events-tab", Texts.WORDS.say("streams.events"), () -> {
            var view = EventsTab.make(
                    tools.tasks(),
                    tools.clock(),
                    new EmColumns(tools.em()),
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
}
