package app.edgeglass.desktop.publish;

import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.core.publish.DraftProblem;
import app.edgeglass.core.publish.DraftProblem.Part;
import app.edgeglass.core.publish.Reply;
import app.edgeglass.desktop.fx.Sampling;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Writing a message and sending it, and reading what is answered.
 *
 * <p>Nothing is sent but by the button and by Ctrl+Enter: Enter in a field does nothing.
 */
public final class PublishView {

    /** What the view asks of others. */
    public interface Actions {

        /** Puts text on the clipboard. */
        void copy(String text);

        /** Asks for a file to send; answers on the window's thread, or never. */
        void openFile(Consumer<Path> onChosen);
    }

    private static final Duration SAMPLE_EVERY = Duration.ofMillis(250);
    /** Narrower than this the replies stand below the payload, not beside it; in the root's font size. */
    private static final double SIDE_BY_SIDE = 48;

    private final PublishViewModel model;
    private final SubjectBar bar;
    private final OptionsBar options;
    private final HeadersEditor headers;
    private final BodyEditor body;
    private final RepliesPane replies;
    private final SplitPane middle = new SplitPane();
    private final VBox root;

    public PublishView(
            PublishViewModel model, Payloads payloads, PayloadPane replyPayload, Sampling sampling, Actions actions) {
        this.model = model;
        bar = new SubjectBar(model);
        body = new BodyEditor(model.form(), actions::openFile);
        headers = new HeadersEditor(model.form());
        replies = new RepliesPane(payloads, replyPayload);
        options = new OptionsBar(model, new OptionsBar.Actions() {
            @Override
            public void insert(String placeholder) {
                body.insert(placeholder);
            }

            @Override
            public void copy(String text) {
                actions.copy(text);
            }
        });
        var strip = new ResultStrip(model);

        var written = new VBox(headers.root(), body.root());
        written.getStyleClass().add("eg-publish-written");
        written.setMinSize(0, 0);
        VBox.setVgrow(body.root(), Priority.ALWAYS);
        middle.getItems().setAll(written);
        middle.getStyleClass().add("eg-publish-middle");
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);

        root = new VBox(bar.root(), options.root(), middle, strip.root());
        root.setId("publish-view");
        root.setAccessibleText(Texts.WORDS.say("accessible"));
        root.getStyleClass().add("eg-publish");
        root.setMinSize(0, 0);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, PublishView::stopEnter);
        root.widthProperty().subscribe(this::arrange);

        headers.root().visibleProperty().bind(options.headers().selectedProperty());
        headers.root().managedProperty().bind(options.headers().selectedProperty());
        options.headers().setOnAction(event -> openHeaders());
        model.form().headers().addListener((ListChangeListener<HeaderLine>) change -> headersChanged());
        model.check().subscribe(this::countHeaders);
        model.outcome().subscribe(this::showReplies);
        sampling.register(SAMPLE_EVERY, root, model::sample);
    }

    private void pressed(KeyEvent event) {
        boolean control = event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.ENTER && control && !event.isShiftDown()) {
            send();
        } else if (event.getCode() == KeyCode.F && control && event.isShiftDown()) {
            model.form().indent();
        } else if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
            bar.toggleHistory();
        } else {
            return;
        }
        event.consume();
    }

    /** Nothing happens by accident: a window may have a default button. What a field does itself with the key, it has done. */
    private static void stopEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            event.consume();
        }
    }

    private void send() {
        if (model.activity().get() == Activity.IDLE) {
            firstError(model.check().get().problems()).ifPresent(this::goTo);
        }
        bar.press();
    }

    /** Where the first error is, so that the keyboard can go there. */
    private static Optional<Part> firstError(List<DraftProblem> problems) {
        return problems.stream()
                .filter(DraftProblem::isError)
                .map(DraftProblem::part)
                .findFirst();
    }

    private void goTo(Part part) {
        switch (part) {
            case SUBJECT -> bar.subject().requestFocus();
            case PAYLOAD -> body.focus();
            case HEADERS -> {
                options.headers().setSelected(true);
                headers.root().requestFocus();
            }
            case REPLY_TO -> options.focusReplyTo();
        }
    }

    private void openHeaders() {
        if (options.headers().isSelected() && model.form().headers().isEmpty()) {
            headers.add();
        }
    }

    /** Headers that come along with what is sent again are to be seen. */
    private void headersChanged() {
        options.headers().setSelected(!model.form().headers().isEmpty());
        countHeaders();
    }

    private void countHeaders() {
        long count =
                model.form().headers().stream().filter(line -> !line.isBlank()).count();
        options.headers()
                .setText(
                        count == 0
                                ? Texts.WORDS.say("headers.toggle")
                                : Texts.WORDS.say("headers.toggle.some", Texts.FIGURES.count(count)));
    }

    private void showReplies(Outcome outcome) {
        List<Reply> some = outcome.replies();
        if (!some.isEmpty()) {
            replies.show(outcome.asked(), some);
        }
        boolean shown = middle.getItems().contains(replies.root());
        if (!some.isEmpty() && !shown) {
            middle.getItems().add(replies.root());
            middle.setDividerPositions(middle.getOrientation() == Orientation.HORIZONTAL ? 0.5 : 0.35);
        } else if (some.isEmpty() && shown) {
            middle.getItems().remove(replies.root());
        }
    }

    private void arrange() {
        double em = bar.subject().getFont().getSize();
        boolean wide = root.getWidth() >= SIDE_BY_SIDE * em;
        Orientation orientation = wide ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (orientation != middle.getOrientation()) {
            middle.setOrientation(orientation);
        }
        var place = wide ? bar.root().getChildren() : options.tools().getChildren();
        if (!place.contains(bar.mode())) {
            place.addFirst(bar.mode());
        }
    }

    /** Gives the keyboard to the payload: the subject is there already. */
    public void focusPayload() {
        if (model.form().format().get() == BodyFormat.FILE
                || !model.form().subject().get().isEmpty()) {
            body.focus();
        } else {
            bar.subject().requestFocus();
        }
    }

    public void focusSubject() {
        bar.subject().requestFocus();
        bar.subject().selectAll();
    }

    public Parent root() {
        return root;
    }
}
