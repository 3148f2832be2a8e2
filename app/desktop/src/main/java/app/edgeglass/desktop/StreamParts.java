package app.edgeglass.desktop;

import app.edgeglass.desktop.StreamsScreen.Part;
import app.edgeglass.desktop.StreamsScreen.Shown;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.consumer.ConsumersView;
import app.edgeglass.desktop.consumer.ConsumersViewModel;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Sampling;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;

/** Makes the Streams screen of a session out of its features. */
final class StreamParts {

    /** How often a list is asked whether it is time for the next question. */
    private static final Duration OFTEN = Duration.ofMillis(250);

    private StreamParts() {}

    /** @param sampling ends with the session's place in the window */
    static StreamsScreen screen(ConnectionViewModel connection, WorkspaceTools tools, Sampling sampling) {
        return new StreamsScreen(connection, new Label(), List.of(consumers(tools, sampling)));
    }

    private static Part consumers(WorkspaceTools tools, Sampling sampling) {
        return new Part("stream-consumers-tab", Texts.WORDS.say("streams.consumers"), () -> {
            var model = new ConsumersViewModel(tools.tasks(), tools.clock());
            var outlet = new ScreenSurroundings(tools.notices(), tools.dialogs(), tools.tasks());
            var view = new ConsumersView(
                    model,
                    new ConsumersView.Tools(
                            tools.tasks(),
                            tools.clock(),
                            tools.notices(),
                            tools.dialogs(),
                            tools.payloads(),
                            outlet,
                            () -> new EmColumns(tools.em())));
            sampling.register(OFTEN, view.root(), view::sample);
            return new Shown(view.root(), view::show);
        });
    }
}
