package app.edgeglass.desktop.publish;

import java.util.ArrayList;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The headers, a line each. */
final class HeadersEditor {

    /** About three and a half lines, in em, so that one sees that there are more. */
    private static final double MOST_HEIGHT = 9;

    private final PublishForm form;
    private final VBox lines = new VBox();
    private final ScrollPane root = new ScrollPane(lines);

    HeadersEditor(PublishForm form) {
        this.form = form;
        lines.getStyleClass().add("eg-header-lines");
        root.setId("publish-headers");
        root.setAccessibleText(Texts.WORDS.say("headers.accessible"));
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("eg-headers");
        root.setMinHeight(Region.USE_PREF_SIZE);
        lines.heightProperty().subscribe(this::fit);
        form.headers().addListener((ListChangeListener<HeaderLine>) change -> show());
        show();
    }

    /** Lines are few, and each keeps its place, so all are made anew when one comes or goes. */
    private void show() {
        var rows = new ArrayList<Node>();
        for (int i = 0; i < form.headers().size(); i++) {
            rows.add(row(form.headers().get(i), i + 1));
        }
        var add = new Button(Texts.WORDS.say("headers.add"), new FontIcon(MaterialDesignP.PLUS));
        add.setId("publish-header-add-button");
        add.getStyleClass().addAll("flat", "eg-tool");
        add.setOnAction(event -> add());
        rows.add(add);
        lines.getChildren().setAll(rows);
    }

    /** As high as its lines, up to a few of them. */
    private void fit() {
        if (lines.getChildren().getLast() instanceof Button add) {
            double em = add.getFont().getSize();
            root.setPrefHeight(Math.min(lines.getHeight(), em * MOST_HEIGHT) + 2);
        }
    }

    private Node row(HeaderLine line, int number) {
        TextField name = field(
                "publish-header-name-" + number,
                Texts.WORDS.say("headers.name"),
                Texts.WORDS.say("headers.name.accessible", number));
        name.textProperty().bindBidirectional(line.name());
        name.setPrefColumnCount(12);
        TextField value = field(
                "publish-header-value-" + number,
                Texts.WORDS.say("headers.value"),
                Texts.WORDS.say("headers.value.accessible", number));
        value.textProperty().bindBidirectional(line.value());
        value.setPrefColumnCount(18);
        HBox.setHgrow(name, Priority.SOMETIMES);
        HBox.setHgrow(value, Priority.ALWAYS);
        var remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        remove.setId("publish-header-remove-" + number);
        remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        remove.getStyleClass().addAll("flat", "button-icon", "eg-tool");
        remove.setAccessibleText(Texts.WORDS.say("headers.remove", number));
        remove.setTooltip(new Tooltip(Texts.WORDS.say("headers.remove", number)));
        remove.setOnAction(event -> form.headers().remove(line));
        var row = new HBox(name, value, remove);
        row.getStyleClass().add("eg-header-line");
        return row;
    }

    private static TextField field(String id, String prompt, String accessible) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(accessible);
        field.getStyleClass().addAll("eg-tool-field", "eg-monospaced");
        field.setMinWidth(0);
        return field;
    }

    /** Adds an empty line and goes there. */
    void add() {
        form.addHeader("", "");
        root.applyCss();
        root.layout();
        root.setVvalue(1);
        focus(form.headers().size() - 1);
    }

    private void focus(int line) {
        if (lines.getChildren().get(line) instanceof HBox row) {
            row.getChildren().getFirst().requestFocus();
        }
    }

    ScrollPane root() {
        return root;
    }
}
