package app.edgeglass.desktop;

import app.edgeglass.desktop.StreamsScreen.Part;
import app.edgeglass.desktop.StreamsScreen.Shown;
import app.edgeglass.desktop.consumer.ConsumersView;
import app.edgeglass.desktop.consumer.ConsumersViewModel;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Sampling;
import java.time.Duration;

/** The tab of a stream's consumers. */
final class StreamConsumers {

    /** How often the list is asked whether it is time for the next question. */
    private static final Duration OFTEN = Duration.ofMillis(250);

    private StreamConsumers() {}

    static Part part(WorkspaceTools tools, Sampling sampling, EmColumns widths) {
        return new Part("stream-consumers-tab", Texts.WORDS.say("streams.consumers"), () -> {
            var model = new ConsumersViewModel(tools.tasks(), tools.clock());
            var view = new ConsumersView(
                    model,
                    new ConsumersView.Tools(
                            tools.tasks(),
                            tools.clock(),
                            tools.notices(),
                            tools.dialogs(),
                            tools.payloads(),
                            new ScreenSurroundings(tools.notices(), tools.dialogs(), tools.tasks()),
                            widths,
                            () -> new EmColumns(tools.em())));
            sampling.register(OFTEN, view.root(), view::sample);
            return new Shown(view.root(), view::show);
        });
    }
}
