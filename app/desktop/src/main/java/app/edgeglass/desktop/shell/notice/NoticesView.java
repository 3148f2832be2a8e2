package app.edgeglass.desktop.shell.notice;

import app.edgeglass.desktop.shell.dialog.Overlay;
import java.time.Clock;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All notices that are kept, in a drawer at the window's right. */
public final class NoticesView {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final NoticesViewModel model;
    private final Overlay overlay;
    private final Clock clock;
    private final ListView<Notice> list = new ListView<>();
    private final VBox box;

    public NoticesView(NoticesViewModel model, Overlay overlay, Clock clock) {
        this.model = model;
        this.overlay = overlay;
        this.clock = clock;

        var heading = new Label(Texts.WORDS.say("title"));
        heading.getStyleClass().add("eg-dialog-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var clear = new Button(Texts.WORDS.say("clear"));
        clear.setId("notices-clear-button");
        clear.getStyleClass().add("eg-link-button");
        clear.disableProperty().bind(Bindings.isEmpty(model.list()));
        clear.setOnAction(event -> model.clear());
        var close = new Button(Texts.WORDS.say("close"));
        close.setId("notices-close-button");
        close.getStyleClass().add("eg-link-button");
        close.setOnAction(event -> overlay.close());
        var head = new HBox(heading, space, clear, close);
        head.getStyleClass().add("eg-notices-head");

        list.setId("notices-list");
        list.setAccessibleText(Texts.WORDS.say("title"));
        list.getStyleClass().addAll("eg-notices-list", "edge-to-edge");
        list.setItems(model.list());
        list.setCellFactory(view -> new NoticeCell(clock, this::copy));
        list.setPlaceholder(placeholder());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Notice selected = list.getSelectionModel().getSelectedItem();
            // The list would take Esc as the end of an edit.
            if (event.getCode() == KeyCode.ESCAPE) {
                overlay.close();
                event.consume();
            } else if (COPY.match(event) && selected != null) {
                copy(selected);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);

        var forgotten = new Label();
        forgotten.getStyleClass().addAll("eg-notices-forgotten", "eg-muted");
        model.forgottenProperty().subscribe(count -> {
            forgotten.setText(Texts.WORDS.say("forgotten", count));
            forgotten.setVisible(count.longValue() > 0);
            forgotten.setManaged(count.longValue() > 0);
        });
        box = new VBox(head, list, forgotten);
        box.setId("notices");
        box.getStyleClass().add("eg-notices");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        box.setMaxHeight(Double.MAX_VALUE);
    }

    private static VBox placeholder() {
        var title = new Label(Texts.WORDS.say("empty"));
        title.getStyleClass().add("eg-empty-title");
        var sentence = new Label(Texts.WORDS.say("empty.sentence"));
        sentence.getStyleClass().add("eg-muted");
        sentence.setWrapText(true);
        var box = new VBox(title, sentence);
        box.getStyleClass().add("eg-notices-empty");
        return box;
    }

    private void copy(Notice notice) {
        var content = new ClipboardContent();
        content.putString(NoticeText.whole(notice, clock));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Opens the list, or closes it when it is open. */
    public void toggle() {
        if (overlay.isShowing(box)) {
            overlay.close();
            return;
        }
        overlay.open(box, Pos.TOP_RIGHT, list, () -> model.setListOpen(false));
        model.setListOpen(true);
    }
}
