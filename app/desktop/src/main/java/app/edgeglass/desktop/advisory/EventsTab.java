package app.edgeglass.desktop.advisory;

import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.control.PayloadViewModel;
import app.edgeglass.desktop.fx.Sampling;
import java.time.Clock;
import java.time.Duration;

/** Makes the tab. */
public final class EventsTab {

    private static final Duration INTERVAL = Duration.ofMillis(300);

    private EventsTab() {}

    public static EventsView make(
            TaskRunner tasks, Clock clock, EmColumns widths, PayloadOutlet outlet, Sampling sampling) {
        var view = new EventsView(new EventsViewModel(clock), new PayloadViewModel(tasks), widths, outlet);
        sampling.register(INTERVAL, view.root(), view::sample);
        return view;
    }
}
