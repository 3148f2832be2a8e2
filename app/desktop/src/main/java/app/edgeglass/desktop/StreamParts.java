package app.edgeglass.desktop;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.desktop.census.CensusView;
import app.edgeglass.desktop.census.CensusViewModel;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Sampling;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Makes the Streams screen of a session out of its features. */
final class StreamParts {

    private StreamParts() {}

    /** The messages of the stream. */
    private static StreamsScreen.Part messages(WorkspaceTools tools, Sampling sampling, StreamLinks links) {
        return new StreamsScreen.Part(MessagesTab.ID, Texts.WORDS.say("streams.messages"), () -> {
            var tab = new MessagesTab(tools, sampling);
            links.serve(tab);
            return new StreamsScreen.Shown(tab.root(), tab::show);
        });
    }

    /** The subjects of the stream with their counts. */
    private static StreamsScreen.Part subjects(WorkspaceTools tools, Sampling sampling, StreamLinks links) {
        return new StreamsScreen.Part("stream-subjects-tab", Texts.WORDS.say("streams.subjects"), () -> {
            var model = new CensusViewModel(tools.tasks(), System::nanoTime);
            var view = new CensusView(model, new EmColumns(tools.em()), sampling, new CensusActions(tools, links));
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

    /** @param sampling ends with the session's place in the window */
    static StreamsScreen screen(ConnectionViewModel connection, WorkspaceTools tools, Sampling sampling) {
        var links = new StreamLinks();
        var screen = new StreamsScreen(
                connection, new Label(), List.of(messages(tools, sampling, links), subjects(tools, sampling, links)));
        links.serve(screen);
        return screen;
    }
}
