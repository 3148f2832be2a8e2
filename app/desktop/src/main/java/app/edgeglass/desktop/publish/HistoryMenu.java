package app.edgeglass.desktop.publish;

import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.core.publish.Composition;
import app.edgeglass.core.publish.PublishHistory.Entry;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.shell.action.Shortcuts;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** What was sent last, to be shown again in the form. Choosing sends nothing. */
final class HistoryMenu {

    private static final int SUBJECT_SHOWN = 90;
    private static final int BODY_SHOWN = 90;
    private static final int MOST_ROWS = 7;
    private static final double ROW = 3.4;
    private static final double WIDTH = 36;

    private final PublishViewModel model;
    private final Button button;
    private final ListView<Entry> list = new ListView<>();
    private final Popup popup = new Popup();

    HistoryMenu(PublishViewModel model, Button button) {
        this.model = model;
        this.button = button;
        list.setId("publish-history-list");
        list.setAccessibleText(Texts.WORDS.say("history.button", Shortcuts.shown("Alt+Down")));
        list.getStyleClass().add("eg-history-list");
        list.setPlaceholder(new Label(Texts.WORDS.say("history.empty")));
        list.setCellFactory(view -> new EntryCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose();
            }
        });
        var box = new VBox(list, footer());
        box.getStyleClass().add("eg-history");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        button.setOnAction(event -> toggle());
    }

    private Node footer() {
        var note = new Label(Texts.WORDS.say("history.note"));
        note.getStyleClass().add("eg-publish-note");
        note.setMinWidth(0);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        var clear = new Button(Texts.WORDS.say("history.clear"));
        clear.setId("publish-history-clear-button");
        clear.getStyleClass().addAll("flat", "eg-tool");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(event -> {
            model.forgetAll();
            popup.hide();
        });
        var footer = new HBox(note, clear);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("eg-history-footer");
        return footer;
    }

    void toggle() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        List<Entry> entries = model.history();
        list.getItems().setAll(entries);
        double em = button.getFont().getSize();
        list.setFixedCellSize(em * ROW);
        list.setPrefSize(em * WIDTH, em * ROW * Math.clamp(entries.size(), 1, MOST_ROWS) + 4);
        Bounds place = button.localToScreen(button.getBoundsInLocal());
        popup.show(button, place.getMaxX() - em * WIDTH, place.getMaxY() + 2);
        list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> choose();
            case ESCAPE -> popup.hide();
            case DELETE, BACK_SPACE -> {
                Entry entry = list.getSelectionModel().getSelectedItem();
                if (entry != null) {
                    model.forget(entry);
                    list.getItems().remove(entry);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            popup.hide();
            model.restore(entry);
        }
    }

    /** One line for the payload of an entry. */
    static String bodyOf(Entry entry) {
        Composition composition = entry.composition();
        if (entry.bodyNotKept() > 0) {
            return Texts.WORDS.say("history.not-kept", Texts.size(entry.bodyNotKept()));
        }
        Path file = composition.file();
        if (composition.format() == BodyFormat.FILE && file != null) {
            return file.toString();
        }
        String body = composition.body().strip().replaceAll("\\s+", " ");
        return body.isEmpty() ? Texts.WORDS.say("history.no-payload") : SafeText.show(body, BODY_SHOWN);
    }

    private static String modeOf(Entry entry) {
        if (entry.stored()) {
            return Texts.WORDS.say("history.stored");
        }
        return entry.plan() == null ? Texts.WORDS.say("history.publish") : Texts.WORDS.say("history.request");
    }

    private static final class EntryCell extends ListCell<Entry> {

        private final Label subject = new Label();
        private final Label body = new Label();
        private final Label mode = new Label();
        private final Label time = new Label();
        private final VBox box;

        EntryCell() {
            subject.getStyleClass().add("eg-history-subject");
            body.getStyleClass().add("eg-history-body");
            mode.getStyleClass().add("eg-publish-note");
            time.getStyleClass().add("eg-publish-note");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            mode.setMinWidth(Region.USE_PREF_SIZE);
            time.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(subject, space, mode, time);
            line.getStyleClass().add("eg-history-line");
            box = new VBox(line, body);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            subject.setText(SafeText.show(entry.composition().subject(), SUBJECT_SHOWN));
            body.setText(bodyOf(entry));
            mode.setText(modeOf(entry));
            time.setText(Texts.time(entry.at()));
            setGraphic(box);
        }
    }
}
