package app.edgeglass.desktop.control.tree;

import app.edgeglass.core.text.SafeText;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A token with its indent, the arrow that opens its branch and the dot that lights up when a message comes. */
final class SubjectCell extends LiveCell {

    private static final double INDENT_EM = 1.15;
    private static final int MOST_CHARACTERS = 200;
    private static final PseudoClass EXPANDED = PseudoClass.getPseudoClass("expanded");
    private static final PseudoClass LEAF = PseudoClass.getPseudoClass("leaf");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass CONTEXT = PseudoClass.getPseudoClass("context");

    private static final double ROOM_FOR_NAME_EM = 8;

    private final Region indent = new Region();
    private final StackPane arrow = new StackPane();
    private final Region dot = new Region();
    private final Label token = new Label();
    private final Label below = new Label();
    private final HBox box = new HBox(indent, arrow, dot, token, below);

    SubjectCell(Consumer<TreeRow> onToggle) {
        var mark = new Region();
        mark.getStyleClass().add("eg-tree-arrow-mark");
        arrow.getChildren().add(mark);
        arrow.getStyleClass().add("eg-tree-arrow");
        dot.getStyleClass().add("eg-tree-dot");
        token.getStyleClass().add("eg-tree-token");
        below.getStyleClass().add("eg-tree-below");
        below.setMinWidth(Region.USE_PREF_SIZE);
        box.getStyleClass().add("eg-tree-cell");
        box.setAlignment(Pos.CENTER_LEFT);
        arrow.setOnMousePressed(event -> {
            TreeRow row = drawn();
            if (event.getButton() == MouseButton.PRIMARY && row != null && row.hasChildren()) {
                onToggle.accept(row);
                event.consume();
            }
        });
        setText(null);
    }

    /** Steps of one size, until there would be no room left for the name: deeper ones stand below each other. */
    private double indentOf(TreeRow row) {
        double em = getFont().getSize();
        double room = getTableColumn().getWidth() - ROOM_FOR_NAME_EM * em;
        return Math.clamp(row.depth() * INDENT_EM * em, 0, Math.max(0, room));
    }

    @Override
    protected void draw(@Nullable TreeRow row) {
        if (row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        indent.setMinWidth(indentOf(row));
        arrow.pseudoClassStateChanged(EXPANDED, row.isExpanded());
        arrow.pseudoClassStateChanged(LEAF, !row.hasChildren());
        dot.pseudoClassStateChanged(ACTIVE, row.freshness(Now.micros()) == TreeRow.Freshness.NOW);
        String name = row.token();
        token.setText(name.isEmpty() ? Texts.WORDS.say("empty-token") : SafeText.show(name, MOST_CHARACTERS));
        token.pseudoClassStateChanged(CONTEXT, !row.isMatch());
        boolean rest = row.isRest();
        boolean folded = rest || (row.hasChildren() && !row.isExpanded());
        String subjects = Texts.FIGURES.count(row.subjects());
        below.setText(rest ? Texts.WORDS.say("rest", subjects) : folded ? subjects : "");
        below.setVisible(folded);
        below.setManaged(folded);
        setAccessibleText(Texts.WORDS.say(
                rest ? "rest.accessible" : "row.accessible",
                token.getText(),
                Texts.FIGURES.count(row.messages()),
                subjects));
        setGraphic(box);
    }
}
