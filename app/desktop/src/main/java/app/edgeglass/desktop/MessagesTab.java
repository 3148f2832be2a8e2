package app.edgeglass.desktop;

import app.edgeglass.core.browse.JumpTarget;
import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.browse.StreamReader;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import app.edgeglass.desktop.browse.BrowseView;
import app.edgeglass.desktop.browse.BrowseViewModel;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.message.MessageDetailsView;
import app.edgeglass.desktop.message.MessageDetailsViewModel;
import app.edgeglass.desktop.message.ShownMessage;
import app.edgeglass.desktop.transfer.MessageMenu;
import app.edgeglass.desktop.transfer.TransferDialogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The messages of a stream, with the same details of one as the Subjects screen has. */
final class MessagesTab implements BrowseView.Surroundings {

    static final String ID = "stream-messages-tab";
    private static final Duration REFRESH = Duration.ofSeconds(1);
    private static final Duration SEARCH = Duration.ofMillis(200);
    private static final Duration CALM = Duration.ofMillis(500);
    /** A message up to this size is fetched whole when it is looked at; a larger one when somebody asks for all of it. */
    private static final int FETCHED_AT_ONCE = 1 << 20;

    private final WorkspaceTools tools;
    private final ScreenSurroundings surroundings;
    private final MessageMenu menu;
    private final BrowseViewModel model;
    private final MessageDetailsViewModel details;
    private final MessageDetailsView detailsView;
    private final BrowseView view;
    private @Nullable RunningTask fetching;

    /** @param transfers what leads messages elsewhere */
    MessagesTab(WorkspaceTools tools, Sampling sampling, EmColumns widths, TransferDialogs transfers) {
        this.tools = tools;
        surroundings = new ScreenSurroundings(tools.notices(), tools.dialogs(), tools.tasks());
        menu = new MessageMenu(
                transfers, tools.dialogs(), tools.notices(), tools.tasks(), message -> publishAgain(message.number()));
        model = new BrowseViewModel(tools.tasks());
        details = new MessageDetailsViewModel(tools.tasks(), tools.clock());
        detailsView = new MessageDetailsView(details, surroundings);
        view = new BrowseView(model, widths, tools.em(), tools.dividers(), tools.clock(), this);
        model.lookedProperty().subscribe(this::look);
        sampling.register(REFRESH, view.root(), model::sample);
        sampling.register(SEARCH, view.root(), model::sampleSearch);
        sampling.register(CALM, detailsView.root(), details::sample);
    }

    private void look(@Nullable StoredMessage message) {
        if (fetching != null) {
            fetching.cancel();
            fetching = null;
        }
        Optional<StreamReader> reader = model.reader();
        if (message == null || reader.isEmpty()) {
            details.show(null);
            return;
        }
        details.show(shown(message, reader.get()));
        if (!message.isWhole() && message.payloadSize() <= FETCHED_AT_ONCE) {
            fetching = tools.tasks()
                    .start(
                            "message of a stream",
                            () -> reader.get().message(message.sequence()),
                            whole -> whole.ifPresent(found -> details.show(shown(found, reader.get()))),
                            tools.notices()::failed);
        }
    }

    private static ShownMessage shown(StoredMessage message, StreamReader reader) {
        return new ShownMessage(
                logged(message),
                message.payloadSize(),
                () -> message.isWhole()
                        ? Optional.of(logged(message))
                        : reader.message(message.sequence()).map(MessagesTab::logged),
                () -> reader.previous(message).map(MessagesTab::logged));
    }

    private static LoggedMessage logged(StoredMessage message) {
        return new LoggedMessage(
                message.sequence(), message.at(), message.subject(), null, message.headers(), message.payload());
    }

    @Override
    public String preview(StoredMessage message, int limit) {
        return tools.payloads().preview(message.payload(), message.payloadSize(), message.subject(), limit);
    }

    @Override
    public Parent details() {
        return detailsView.root();
    }

    @Override
    public List<MenuItem> menu(StreamRef stream, StoredMessage message) {
        var copy = new MenuItem(Texts.WORDS.say("streams.message.copy-subject"));
        copy.setId("stream-message-copy-subject");
        copy.setOnAction(event -> surroundings.copy(message.subject(), message.subject()));
        var next = new MenuItem(Texts.WORDS.say("streams.message.next-of-subject"));
        next.setId("stream-message-next");
        next.setOnAction(event -> showNext(message.subject()));
        var items = new ArrayList<MenuItem>(List.of(next, copy, new SeparatorMenuItem()));
        items.addAll(menu.items(() -> stream, () -> message, sequence -> model.refresh()));
        return items;
    }

    /** Of a large message only the beginning is here. */
    private void publishAgain(long sequence) {
        model.reader()
                .ifPresent(reader -> tools.tasks()
                        .start(
                                "message to publish again",
                                () -> reader.message(sequence).orElseThrow(() -> Failure.of("payload.gone")),
                                whole -> tools.neighbours().publishAgain(logged(whole)),
                                tools.notices()::failed));
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    /** Goes to the next message of some subjects. */
    void showNext(String pattern) {
        model.jump(new JumpTarget.ToNext(pattern));
    }

    void show(@Nullable StreamRef stream) {
        model.show(stream);
    }

    Parent root() {
        return view.root();
    }
}
