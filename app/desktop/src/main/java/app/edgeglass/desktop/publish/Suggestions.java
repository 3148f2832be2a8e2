package app.edgeglass.desktop.publish;

import app.edgeglass.core.text.SafeText;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;

/** Known subjects below the field in which one is being typed. Choosing one types it; it sends nothing. */
final class Suggestions {

    private static final int SHOWN = 200;
    private static final double ROW = 1.9;

    private final PublishViewModel model;
    private final TextField field;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private boolean choosing;

    Suggestions(PublishViewModel model, TextField field) {
        this.model = model;
        this.field = field;
        list.setId("publish-subject-suggestions");
        list.setAccessibleText(Texts.WORDS.say("subject.suggestions"));
        list.getStyleClass().addAll("dense", "eg-suggestions");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new SubjectNameCell());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose();
            }
        });
        popup.getContent().add(list);
        popup.setAutoHide(true);
        field.textProperty().subscribe(this::typed);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static final class SubjectNameCell extends ListCell<String> {

        @Override
        protected void updateItem(String subject, boolean empty) {
            super.updateItem(subject, empty);
            setText(empty || subject == null ? null : SafeText.show(subject, SHOWN));
        }
    }

    private void typed(String text) {
        if (choosing || !field.isFocused() || text.isBlank()) {
            popup.hide();
            return;
        }
        model.complete(text.strip(), names -> show(text, names));
    }

    private void show(String text, List<String> names) {
        boolean nothingNew = names.isEmpty() || names.equals(List.of(text));
        if (nothingNew || !field.isFocused() || !field.getText().equals(text) || field.getScene() == null) {
            popup.hide();
            return;
        }
        // The same again, which an answer to an earlier letter may be, leaves the choice alone.
        if (!popup.isShowing() || !list.getItems().equals(names)) {
            list.getItems().setAll(names);
            list.getSelectionModel().clearSelection();
        }
        double em = field.getFont().getSize();
        list.setFixedCellSize(em * ROW);
        list.setPrefSize(field.getWidth(), em * ROW * names.size() + 4);
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        popup.show(field, place.getMinX(), place.getMaxY() + 2);
    }

    private void pressed(KeyEvent event) {
        if (!popup.isShowing() || event.isAltDown()) {
            return;
        }
        int selected = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(Math.min(list.getItems().size() - 1, selected + 1));
            case UP -> select(Math.max(0, selected - 1));
            case ENTER -> {
                if (selected < 0 || event.isShortcutDown()) {
                    return;
                }
                choose();
            }
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int row) {
        list.getSelectionModel().clearAndSelect(row);
        list.scrollTo(row);
    }

    private void choose() {
        String chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            choosing = true;
            field.setText(chosen);
            field.end();
            choosing = false;
        }
        popup.hide();
    }
}
