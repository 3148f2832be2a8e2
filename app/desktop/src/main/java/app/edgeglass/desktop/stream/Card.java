package app.edgeglass.desktop.stream;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A small page: a title, some rows, what is wrong, and buttons. */
final class Card {

    private final VBox rows = new VBox();
    private final Label trouble = new Label();
    private final StackPane root;

    Card(String id, String title, List<Button> buttons) {
        var heading = new Label(title);
        heading.getStyleClass().add("eg-dialog-title");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        rows.getStyleClass().add("eg-card-rows");
        trouble.setId(id + "-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.getStyleClass().add("eg-form-problem");
        var foot = new HBox(buttons.toArray(Button[]::new));
        foot.getStyleClass().add("eg-dialog-buttons");
        var card = new VBox(heading, rows, trouble, foot);
        card.getStyleClass().add("eg-stream-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root = new StackPane(card);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        root.setId(id);
        root.getStyleClass().add("eg-stream-card-page");
    }

    /** A row with a name. */
    Card row(String name, Node control) {
        var label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("eg-field-label");
        var row = new VBox(label, control);
        row.getStyleClass().add("eg-form-cell");
        rows.getChildren().add(row);
        return this;
    }

    /** Words that explain. */
    Card note(String words) {
        var note = new Label(words);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("eg-form-hint");
        rows.getChildren().add(note);
        return this;
    }

    Card add(Node node) {
        rows.getChildren().add(node);
        return this;
    }

    Label trouble() {
        return trouble;
    }

    StackPane root() {
        return root;
    }

    static Button button(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
