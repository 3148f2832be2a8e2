package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.connection.StartView.Known;
import app.edgeglass.desktop.control.ColourDot;
import app.edgeglass.desktop.control.Controls;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The connections that a person has used before, a click each. */
final class KnownList {

    private static final int LONGEST = 120;
    /** So that some of the address is to be seen beside it. */
    private static final int LONGEST_NAME = 44;

    private final VBox rows = new VBox();
    private final VBox root;

    KnownList(Region heading) {
        rows.getStyleClass().add("eg-known-rows");
        root = new VBox(heading, rows);
        root.getStyleClass().add("eg-known");
        show(List.of());
    }

    void show(List<Known> known) {
        rows.getChildren().setAll(known.stream().map(KnownList::row).toList());
        Controls.visible(root, !known.isEmpty());
    }

    private static Button row(Known known) {
        var name = new Label(SafeText.show(known.name(), LONGEST_NAME));
        name.getStyleClass().add("eg-known-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var detail = new Label(SafeText.show(known.detail(), LONGEST));
        detail.getStyleClass().add("eg-known-detail");
        detail.setMinWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        var line = new HBox(
                known.isContext() ? new FontIcon(MaterialDesignC.CONSOLE) : new ColourDot(known.colour()),
                name,
                detail);
        if (!known.badge().isEmpty()) {
            var badge = new Label(known.badge());
            badge.getStyleClass()
                    .addAll(
                            "eg-session-environment",
                            known.production() ? "eg-session-production" : "eg-session-staging");
            badge.getStyleClass()
                    .add(ColourDot.styleClass(
                            known.colour() == ProfileColour.NONE ? ProfileColour.RED : known.colour()));
            badge.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(badge);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("eg-known-line");
        var button = new Button(null, line);
        button.setId("start-known-" + known.id());
        button.setAccessibleText(
                Texts.WORDS.say("start.known.accessible", known.name(), known.detail(), known.badge()));
        button.getStyleClass().add("eg-known-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> known.open().run());
        return button;
    }

    Region root() {
        return root;
    }
}
