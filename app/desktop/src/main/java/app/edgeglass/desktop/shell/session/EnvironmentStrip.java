package app.edgeglass.desktop.shell.session;

import app.edgeglass.core.connection.profile.Environment;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Says, over everything that belongs to a session, that it is production, staging or only to be read. */
public final class EnvironmentStrip {

    private final SessionTabsViewModel model;
    private final FontIcon icon = new FontIcon(MaterialDesignS.SHIELD_ALERT);
    private final Label words = new Label();
    private final Label readOnly = new Label(Texts.WORDS.say("read-only"), new FontIcon(MaterialDesignL.LOCK_OUTLINE));
    private final HBox root = new HBox();

    public EnvironmentStrip(SessionTabsViewModel model) {
        this.model = model;
        words.setId("environment-words");
        words.getStyleClass().add("eg-environment-words");
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        readOnly.setId("environment-read-only");
        readOnly.getStyleClass().add("eg-environment-read-only");
        readOnly.setMinWidth(Region.USE_PREF_SIZE);
        readOnly.setTooltip(new Tooltip(Texts.WORDS.say("read-only.explained")));
        readOnly.setAccessibleHelp(Texts.WORDS.say("read-only.explained"));
        root.setId("environment-strip");
        root.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().setAll(icon, words, readOnly);
        model.kindProperty().subscribe(this::show);
        model.nameProperty().subscribe(this::show);
    }

    private void show() {
        SessionTab.Kind kind = model.kindProperty().get();
        String name = model.nameProperty().get();
        boolean shown = kind.readOnly() || kind.environment() != Environment.DEVELOPMENT;
        root.setVisible(shown);
        root.setManaged(shown);
        if (!shown) {
            return;
        }
        words.setText(
                switch (kind.environment()) {
                    case PRODUCTION ->
                        kind.readOnly()
                                ? Texts.WORDS.say("production.read-only", name)
                                : Texts.WORDS.say("production", name);
                    case STAGING -> Texts.WORDS.say("staging", name);
                    case DEVELOPMENT -> Texts.WORDS.say("read-only.only", name);
                });
        icon.setIconCode(icon(kind.environment()));
        readOnly.setVisible(kind.readOnly());
        readOnly.setManaged(kind.readOnly());
        root.getStyleClass()
                .setAll(
                        "eg-environment",
                        switch (kind.environment()) {
                            case PRODUCTION -> "eg-environment-production";
                            case STAGING -> "eg-environment-staging";
                            case DEVELOPMENT -> "eg-environment-development";
                        },
                        Colours.styleClass(kind.shownColour()));
    }

    private static Ikon icon(Environment environment) {
        return switch (environment) {
            case PRODUCTION -> MaterialDesignS.SHIELD_ALERT;
            case STAGING -> MaterialDesignF.FLASK_OUTLINE;
            case DEVELOPMENT -> MaterialDesignL.LOCK_OUTLINE;
        };
    }

    public Region root() {
        return root;
    }
}
