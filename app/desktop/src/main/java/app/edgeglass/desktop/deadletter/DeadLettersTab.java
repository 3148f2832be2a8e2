package app.edgeglass.desktop.deadletter;

import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.control.PayloadViewModel;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.time.Clock;
import java.time.Duration;

/** Makes the tab. */
public final class DeadLettersTab {

    private static final Duration INTERVAL = Duration.ofMillis(300);

    private DeadLettersTab() {}

    public static DeadLettersView make(
            TaskRunner tasks,
            Clock clock,
            EmColumns widths,
            PayloadOutlet outlet,
            Dialogs dialogs,
            Overlay overlay,
            Sampling sampling) {
        var view = new DeadLettersView(
                new DeadLettersViewModel(tasks, clock),
                new PayloadViewModel(tasks),
                widths,
                outlet,
                dialogs,
                new TargetDialog(overlay));
        sampling.register(INTERVAL, view.root(), view::sample);
        return view;
    }
}
