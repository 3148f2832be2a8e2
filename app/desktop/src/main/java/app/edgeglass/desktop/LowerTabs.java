package app.edgeglass.desktop;

import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.subject.SubjectSearch;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.control.PayloadSource;
import app.edgeglass.desktop.control.PayloadView;
import app.edgeglass.desktop.control.PayloadViewModel;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.message.MessageDetailsView;
import app.edgeglass.desktop.message.MessageDetailsViewModel;
import app.edgeglass.desktop.message.MessageTableViewModel.Looked;
import app.edgeglass.desktop.message.ShownMessage;
import app.edgeglass.desktop.publish.Activity;
import app.edgeglass.desktop.publish.PayloadPane;
import app.edgeglass.desktop.publish.PublishView;
import app.edgeglass.desktop.publish.PublishViewModel;
import app.edgeglass.desktop.publish.SubjectNames;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The tabs below the message table: the message that is looked at, and publishing. */
final class LowerTabs {

    private static final String MESSAGE = "message-tab";
    private static final String PUBLISH = "publish-tab";
    private static final Duration CALM = Duration.ofMillis(500);

    private final SubjectsScreen screen;
    private final MessageDetailsViewModel details;
    private final PublishViewModel publish;
    private final Supplier<PublishView> makeViews;
    private @Nullable PublishView publishView;

    /** What the tabs need from the window. */
    interface Window extends PayloadOutlet {

        /** Asks for a file to read; never answers when the person turns away. */
        void openFile(Consumer<Path> onChosen);
    }

    LowerTabs(
            SubjectsScreen screen,
            ConnectionViewModel connection,
            TaskRunner tasks,
            Payloads payloads,
            Clock clock,
            Sampling sampling,
            PublishHistory history,
            Window window) {
        this.screen = screen;
        details = new MessageDetailsViewModel(tasks, clock);
        publish = new PublishViewModel(history, names(connection), tasks, clock);
        makeViews = () -> {
            var detailsView = new MessageDetailsView(details, window);
            screen.addTab(MESSAGE, Texts.WORDS.say("subjects.tab.message"), detailsView.root());
            sampling.register(CALM, detailsView.root(), details::sample);
            var view = new PublishView(
                    publish, payloads, new Replies(new PayloadViewModel(tasks), window), sampling, actions(window));
            screen.addTab(PUBLISH, Texts.WORDS.say("subjects.tab.publish"), view.root());
            return view;
        };
        screen.onFill(this::views);
        screen.messages().lookedProperty().subscribe(this::look);
        screen.tree()
                .selectedSubjectProperty()
                .subscribe(subject -> publish.form().select(subject));
        connection.openProperty().subscribe(open -> publish.use(open == null ? null : open.session()));
    }

    /** The window shows itself without these; they are made when a session is on its way, or somebody asks for them. */
    private PublishView views() {
        PublishView view = publishView;
        if (view == null) {
            view = makeViews.get();
            publishView = view;
        }
        return view;
    }

    private void look(@Nullable Looked looked) {
        details.show(looked == null ? null : ShownMessage.of(looked.message(), looked::previous));
    }

    private static SubjectNames names(ConnectionViewModel connection) {
        return (typed, most) -> {
            OpenSession open = connection.openProperty().get();
            return open == null
                    ? List.of()
                    : SubjectSearch.starting(open.feed().capture().tree(), typed, most);
        };
    }

    private static PublishView.Actions actions(Window window) {
        return new PublishView.Actions() {
            @Override
            public void copy(String text) {
                window.copy(text, Texts.WORDS.say("copied.value"));
            }

            @Override
            public void openFile(Consumer<Path> onChosen) {
                window.openFile(onChosen);
            }
        };
    }

    /** Whether messages are being published again and again. */
    boolean isRepeating() {
        return publish.activity().get() == Activity.REPEATING;
    }

    /** Brings publishing to the front, with this subject in it. */
    void publishTo(String subject) {
        PublishView view = views();
        screen.showTab(PUBLISH);
        publish.publishTo(subject);
        view.focusPayload();
    }

    /** Brings publishing to the front. */
    void showPublish() {
        PublishView view = views();
        screen.showTab(PUBLISH);
        view.focusSubject();
    }

    /** Brings the message that is looked at to the front. */
    void showMessage() {
        screen.showTab(MESSAGE);
    }

    /** Brings the difference to the message before to the front. */
    void showDiff() {
        screen.showTab(MESSAGE);
        details.tabProperty().set(MessageDetailsViewModel.Tab.DIFF);
    }

    /** Publishes once more what is being looked at: opens it in the form, and sends nothing. */
    void publishAgain() {
        Looked looked = screen.messages().lookedProperty().get();
        if (looked != null) {
            screen.showTab(PUBLISH);
            publish.publishAgain(looked.message());
        }
    }

    /** Opens a message in the form, to be published once more, and sends nothing. */
    void publishAgain(LoggedMessage message) {
        views();
        screen.showTab(PUBLISH);
        publish.publishAgain(message);
    }

    /** Shows the payload of a reply as the rest of the window shows payloads. */
    private static final class Replies implements PayloadPane {

        private final PayloadViewModel model;
        private final PayloadView view;

        Replies(PayloadViewModel model, PayloadOutlet outlet) {
            this.model = model;
            this.view = new PayloadView(model, outlet);
        }

        @Override
        public Node node() {
            return view.root();
        }

        @Override
        public void show(String subject, byte[] payload) {
            model.show(PayloadSource.of(subject, 0, payload));
        }
    }
}
