package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.JsonChange;
import app.edgeglass.core.payload.JsonChange.Kind;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A cell of the table of changes. Owns its nodes and fills them anew for each row. */
final class ChangeCell extends TableCell<JsonChange, JsonChange> {

    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final Label aside = new Label();
    private final HBox line = new HBox(text, aside);
    private final Filler filler;

    /** Fills a cell from a change. */
    @FunctionalInterface
    interface Filler {

        void fill(ChangeCell cell, JsonChange change);
    }

    ChangeCell(Filler filler) {
        this.filler = filler;
        line.getStyleClass().add("eg-change-line");
        text.setMinWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable JsonChange change, boolean empty) {
        super.updateItem(change, empty);
        text.setText("");
        text.setGraphic(null);
        text.getStyleClass().setAll("label", "eg-change-text", "eg-code");
        aside.setText("");
        aside.getStyleClass().setAll("label", "eg-change-aside");
        if (empty || change == null) {
            setGraphic(null);
        } else {
            filler.fill(this, change);
            setGraphic(line);
        }
    }

    static void path(ChangeCell cell, JsonChange change) {
        cell.icon.setIconCode(
                switch (change.kind()) {
                    case ADDED -> MaterialDesignP.PLUS;
                    case REMOVED -> MaterialDesignM.MINUS;
                    case CHANGED -> MaterialDesignS.SWAP_HORIZONTAL;
                });
        cell.icon
                .getStyleClass()
                .setAll(
                        "ikonli-font-icon",
                        switch (change.kind()) {
                            case ADDED -> "eg-change-added";
                            case REMOVED -> "eg-change-removed";
                            case CHANGED -> "eg-change-changed";
                        });
        cell.text.setGraphic(cell.icon);
        cell.text.setText(change.pointer().isEmpty() ? Texts.WORDS.say("diff.whole-value") : change.pointer());
    }

    static void before(ChangeCell cell, JsonChange change) {
        if (change.before() != null) {
            cell.text.setText(change.before());
            cell.text.getStyleClass().add("eg-change-before");
        }
    }

    static void after(ChangeCell cell, JsonChange change) {
        if (change.after() != null) {
            cell.text.setText(change.after());
            cell.text.getStyleClass().add("eg-change-after");
        } else if (change.kind() == Kind.REMOVED) {
            cell.aside.setText(Texts.WORDS.say("diff.removed"));
        }
        change.difference().ifPresent(cell.aside::setText);
    }
}
