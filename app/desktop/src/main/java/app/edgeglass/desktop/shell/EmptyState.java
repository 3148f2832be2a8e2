package app.edgeglass.desktop.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing yet: what this place is for, and what to do next. */
public final class EmptyState extends VBox {

    /**
     * @param title what is not there
     * @param sentence what to do about it
     * @param controls buttons that do it; the first is the usual one
     */
    public EmptyState(Ikon icon, String title, String sentence, Node... controls) {
        this(sign(icon), title, sentence, controls);
    }

    EmptyState(Node sign, String title, String sentence, Node... controls) {
        getStyleClass().add("eg-empty");
        var heading = new Label(title);
        heading.getStyleClass().add("eg-empty-title");
        var words = new Label(sentence);
        words.getStyleClass().add("eg-empty-sentence");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(sign, heading, words);
        if (controls.length > 0) {
            var row = new FlowPane(controls);
            row.getStyleClass().add("eg-empty-controls");
            getChildren().add(row);
        }
    }

    private static Node sign(Ikon icon) {
        var sign = new FontIcon(icon);
        sign.getStyleClass().add("eg-empty-icon");
        return sign;
    }
}
