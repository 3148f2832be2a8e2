package app.edgeglass.desktop;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.desktop.backup.BackupDialogs;
import app.edgeglass.desktop.census.CensusView;
import app.edgeglass.desktop.census.CensusViewModel;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.transfer.MoveMenu;
import app.edgeglass.desktop.transfer.TransferDialogs;
import app.edgeglass.desktop.transfer.TransferViewModel;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Makes the Streams screen of a session out of its features. */
final class StreamParts {

    private static final Duration CALM = Duration.ofMillis(250);

    private StreamParts() {}

    /** The messages of the stream. */
    private static StreamsScreen.Part messages(
            WorkspaceTools tools, Sampling sampling, EmColumns widths, TransferDialogs transfers, StreamLinks links) {
        return new StreamsScreen.Part(MessagesTab.ID, Texts.WORDS.say("streams.messages"), () -> {
            var tab = new MessagesTab(tools, sampling, widths, transfers);
            links.serve(tab);
            return new StreamsScreen.Shown(tab.root(), tab::show);
        });
    }

    /** The subjects of the stream with their counts. */
    private static StreamsScreen.Part subjects(
            WorkspaceTools tools, Sampling sampling, EmColumns widths, StreamLinks links) {
        return new StreamsScreen.Part("stream-subjects-tab", Texts.WORDS.say("streams.subjects"), () -> {
            var model = new CensusViewModel(tools.tasks(), System::nanoTime);
            var view = new CensusView(model, widths, sampling, new CensusActions(tools, links));
            return new StreamsScreen.Shown(view.root(), model::show);
        });
    }

    /** What the tree of a stream's subjects leads to. */
    private record CensusActions(WorkspaceTools tools, StreamLinks links) implements CensusView.Actions {

        @Override
        public void copy(String subject) {
            var content = new ClipboardContent();
            content.putString(subject);
            Clipboard.getSystemClipboard().setContent(content);
            tools.notices().success(Texts.WORDS.say("copied", subject));
        }

        @Override
        public void showMessages(StreamRef stream, String pattern) {
            links.showMessages(pattern);
        }
    }

    /**
     * @param sampling ends with the session's place in the window
     * @param widths likewise
     */
    static StreamsScreen screen(
            ConnectionViewModel connection,
            WorkspaceTools tools,
            Sampling sampling,
            EmColumns widths,
            BackupDialogs backups) {
        var links = new StreamLinks();
        var moving = new TransferViewModel(tools.tasks(), tools.clock());
        var dialogs = new TransferDialogs(moving, tools.overlay(), tools.dialogs(), tools.neighbours()::sessions);
        var pages = new StreamPages(connection, tools, sampling, widths);
        var screen = new StreamsScreen(
                connection,
                pages.list(),
                List.of(
                        pages.overview(),
                        messages(tools, sampling, widths, dialogs, links),
                        subjects(tools, sampling, widths, links),
                        StreamConsumers.part(tools, sampling, widths),
                        StreamWatch.deadLetters(tools, sampling, widths),
                        StreamWatch.events(tools, sampling, widths)));
        links.serve(screen);
        pages.serve(screen);
        screen.createWith(pages::create);
        screen.addTool(new MoveMenu(dialogs, screen::opened).root());
        StreamWatch.offerSaving(screen, backups);
        pages.offer(backups, connection);
        sampling.register(CALM, moving.runningProperty()::get, moving::sample);
        return screen;
    }
}
