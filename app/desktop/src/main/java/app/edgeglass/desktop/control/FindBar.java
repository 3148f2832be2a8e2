package app.edgeglass.desktop.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The field in which one looks for text in a payload, with how often it is there. */
final class FindBar {

    private final PayloadFind find;
    private final Runnable onClose;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final HBox root;

    FindBar(PayloadFind find, Runnable onClose) {
        this.find = find;
        this.onClose = onClose;
        field.setId("payload-find-field");
        field.setPromptText(Texts.WORDS.say("find.prompt"));
        field.setAccessibleText(Texts.WORDS.say("find.prompt"));
        field.getStyleClass().add("small");
        field.textProperty().bindBidirectional(find.queryProperty());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setId("payload-find-count");
        count.getStyleClass().add("eg-find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        root = new HBox(
                field,
                count,
                Controls.iconButton(
                        "payload-find-previous-button",
                        MaterialDesignC.CHEVRON_UP,
                        Texts.WORDS.say("find.previous"),
                        () -> find.step(-1)),
                Controls.iconButton(
                        "payload-find-next-button",
                        MaterialDesignC.CHEVRON_DOWN,
                        Texts.WORDS.say("find.next"),
                        () -> find.step(1)),
                Controls.iconButton(
                        "payload-find-close-button",
                        MaterialDesignC.CLOSE,
                        Texts.WORDS.say("find.close"),
                        this::close));
        root.getStyleClass().add("eg-find-bar");
        root.setAlignment(Pos.CENTER_LEFT);
        Controls.visible(root, false);
        find.foundProperty().subscribe(this::count);
        find.queryProperty().subscribe(() -> count(find.foundProperty().get()));
    }

    private void count(PayloadFind.Found found) {
        if (find.queryProperty().get().isEmpty()) {
            count.setText("");
        } else if (found.hits().isEmpty()) {
            count.setText(Texts.WORDS.say("find.none"));
        } else {
            var key = found.hits().size() == PayloadFind.MOST ? "find.count-more" : "find.count";
            count.setText(say(key, found));
        }
    }

    private static String say(String key, PayloadFind.Found found) {
        return Texts.WORDS.say(key, found.current() + 1, found.hits().size());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
            find.step(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    void open() {
        Controls.visible(root, true);
        field.requestFocus();
        field.selectAll();
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void close() {
        Controls.visible(root, false);
        find.queryProperty().set("");
        onClose.run();
    }

    Node root() {
        return root;
    }
}
