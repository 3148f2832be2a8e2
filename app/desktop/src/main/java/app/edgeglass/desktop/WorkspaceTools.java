package app.edgeglass.desktop;

import app.edgeglass.core.message.SharedBudget;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.core.settings.Section;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.ConnectionViewModel.LocalServerTurn;
import app.edgeglass.desktop.connection.SessionOpener;
import app.edgeglass.desktop.connection.StartView;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.shell.Dividers;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.Overlay;
import app.edgeglass.desktop.shell.notice.Notices;
import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableValue;

/**
 * What the sessions of the window have in common.
 *
 * @param budget what all feeds may take together
 * @param em the size of text in pixels
 * @param offers what a start page offers of the kept connections
 * @param worlds the sample worlds to choose from, as far as they are known
 * @param neighbours the other sessions, and the screens beside the own one
 */
record WorkspaceTools(
        TaskRunner tasks,
        Clock clock,
        Notices notices,
        Dialogs dialogs,
        Overlay overlay,
        Sampling sampling,
        Payloads payloads,
        PublishHistory history,
        SharedBudget budget,
        Section<SubjectsSettings> subjects,
        Section<LocalServerSettings> localServer,
        Dividers dividers,
        ObservableValue<Double> em,
        StartOffers offers,
        ObservableValue<List<StartView.Choice>> worlds,
        Neighbours neighbours) {

    ConnectionViewModel connection(LocalServerTurn turn) {
        return new ConnectionViewModel(
                tasks, new SessionOpener(clock, budget, SampleFolder::load, localServer::get), turn);
    }
}
