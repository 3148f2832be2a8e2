package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.browse.ValueColumn;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.control.Controls;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** Which values of the messages have a column: what the message that is looked at has, or what a person writes. */
final class ColumnsBar {

    private static final int CHARACTERS = 80;

    private final BrowseViewModel model;
    private final BrowseTable table;
    private final MenuButton button = new MenuButton(Texts.WORDS.say("columns"));
    private final TextField field = new TextField();
    private final Label wrong = new Label();
    private final HBox row;

    ColumnsBar(BrowseViewModel model, BrowseTable table) {
        this.model = model;
        this.table = table;
        button.setId("browse-columns-button");
        button.setGraphic(new FontIcon(MaterialDesignV.VIEW_COLUMN_OUTLINE));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnShowing(event -> button.getItems().setAll(items()));
        // Without any it would not open.
        button.getItems().setAll(written());
        field.setId("browse-column-field");
        field.setPromptText(Texts.WORDS.say("columns.prompt"));
        field.setAccessibleText(Texts.WORDS.say("columns.prompt"));
        field.getStyleClass().addAll("eg-tool-field", "eg-browse-column-field");
        field.setOnAction(event -> add());
        field.textProperty().subscribe(() -> wrong.setText(""));
        wrong.setId("browse-column-wrong");
        wrong.getStyleClass().add("eg-browse-wrong");
        row = new HBox(
                field,
                Controls.textButton("browse-column-add-button", Texts.WORDS.say("columns.add"), this::add),
                Controls.iconButton(
                        "browse-column-close-button",
                        MaterialDesignC.CLOSE,
                        Texts.WORDS.say("columns.close"),
                        () -> open(false)),
                wrong);
        row.getStyleClass().add("eg-browse-tools");
        row.setAlignment(Pos.CENTER_LEFT);
        Controls.visible(row, false);
    }

    private List<MenuItem> items() {
        var texts = new LinkedHashSet<String>();
        table.added().forEach(column -> texts.add(column.text()));
        StoredMessage looked = model.lookedProperty().get();
        if (looked != null) {
            texts.addAll(ValueColumn.offered(looked));
        }
        var items = new ArrayList<MenuItem>();
        for (String text : texts) {
            var item = new CheckMenuItem(SafeText.show(text, CHARACTERS));
            item.setMnemonicParsing(false);
            item.setSelected(
                    table.added().stream().anyMatch(column -> column.text().equals(text)));
            item.setOnAction(event -> {
                if (item.isSelected()) {
                    table.add(ValueColumn.parse(text));
                } else {
                    table.remove(text);
                }
            });
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(written());
        return items;
    }

    private MenuItem written() {
        var item = new MenuItem(Texts.WORDS.say("columns.write"));
        item.setId("browse-column-write");
        item.setOnAction(event -> open(true));
        return item;
    }

    private void open(boolean wanted) {
        Controls.visible(row, wanted);
        if (wanted) {
            field.requestFocus();
        } else {
            table.focus();
        }
    }

    private void add() {
        try {
            table.add(ValueColumn.parse(field.getText()));
            field.clear();
        } catch (Failure e) {
            wrong.setText(e.sentence() + " " + e.remedy());
        }
    }

    Node button() {
        return button;
    }

    /** Where one is written; to be seen only when that is wanted. */
    Node row() {
        return row;
    }
}
