package app.edgeglass.desktop.shell.session;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.ProfileColour;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** One tab: the profile's colour, how it stands, its name, what it is to be careful of, what has come unseen. */
final class SessionTabNode extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Region colour = new Region();
    private final FontIcon sign = new FontIcon(SessionSign.EMPTY.icon());
    private final Label name = new Label();
    private final Label environment = new Label();
    private final FontIcon lock = new FontIcon(MaterialDesignL.LOCK_OUTLINE);
    private final FontIcon alarm = new FontIcon(MaterialDesignA.ALERT);
    private final Label unseen = new Label();
    private final Tooltip tooltip = new Tooltip();
    private boolean selected;

    SessionTabNode(int id, Runnable close) {
        setId("session-tab-" + id);
        getStyleClass().add("eg-session-tab");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        setFocusTraversable(false);
        colour.getStyleClass().add("eg-session-colour");
        name.setId("session-tab-" + id + "-name");
        name.getStyleClass().add("eg-session-name");
        // What tells long names of one site apart often stands at their end.
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        environment.getStyleClass().add("eg-session-environment");
        environment.setMinWidth(Region.USE_PREF_SIZE);
        lock.getStyleClass().add("eg-session-lock");
        alarm.getStyleClass().add("eg-session-alarm");
        unseen.setId("session-tab-" + id + "-unseen");
        unseen.getStyleClass().add("eg-session-unseen");
        unseen.setMinWidth(Region.USE_PREF_SIZE);
        var button = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        button.setId("session-tab-" + id + "-close-button");
        button.getStyleClass().add("eg-session-close");
        // The keyboard has a key for it, and a stop less at each tab.
        button.setFocusTraversable(false);
        button.setAccessibleText(Texts.WORDS.say("tab.close"));
        button.setOnAction(event -> close.run());
        getChildren().setAll(colour, sign, name, environment, lock, alarm, unseen, button);
        Tooltip.install(this, tooltip);
    }

    void show(SessionTab tab, boolean isShown) {
        ProfileColour own = tab.kind().shownColour();
        colour.getStyleClass().setAll("eg-session-colour", Colours.styleClass(own));
        shown(colour, own != ProfileColour.NONE);
        sign.setIconCode(tab.sign().icon());
        sign.getStyleClass().removeIf(style -> style.startsWith("eg-sign-"));
        sign.getStyleClass().add(tab.sign().styleClass());
        name.setText(tab.name());
        Environment behind = tab.kind().environment();
        environment.setText(
                switch (behind) {
                    case PRODUCTION -> Texts.WORDS.say("tab.production");
                    case STAGING -> Texts.WORDS.say("tab.staging");
                    case DEVELOPMENT -> "";
                });
        environment
                .getStyleClass()
                .setAll(
                        "label",
                        "eg-session-environment",
                        behind == Environment.PRODUCTION ? "eg-session-production" : "eg-session-staging",
                        Colours.styleClass(own));
        shown(environment, behind != Environment.DEVELOPMENT);
        shown(lock, tab.kind().readOnly());
        shown(alarm, !tab.alarm().isEmpty());
        unseen.setText(tab.unseen() == 0 ? "" : Texts.FIGURES.shortCount(tab.unseen()));
        shown(unseen, tab.unseen() > 0);
        tooltip.setText(tab.tooltip());
        setAccessibleText(tab.accessible());
        selected = isShown;
        // One stop of the Tab key for all tabs; the arrow keys go from one to the next.
        setFocusTraversable(isShown);
        pseudoClassStateChanged(SELECTED, isShown);
    }

    private static void shown(Node node, boolean shows) {
        node.setVisible(shows);
        node.setManaged(shows);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(selected)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
