package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.control.ColourDot;
import app.edgeglass.desktop.control.Controls;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** A line of the list. Its nodes are made once and filled again and again. */
final class RowCell extends ListCell<Row> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final int LONGEST = 200;
    private static final double INDENT = 14;

    private final Function<String, Door.Standing> standing;
    private final ColourDot dot = new ColourDot();
    private final FontIcon sign = new FontIcon(MaterialDesignC.CHEVRON_DOWN);
    private final Label name = new Label();
    private final Label badge = new Label();
    private final Label state = new Label();
    private final FontIcon lock = new FontIcon(MaterialDesignL.LOCK_OUTLINE);
    private final Label detail = new Label();
    private final VBox content;

    RowCell(Function<String, Door.Standing> standing) {
        this.standing = standing;
        name.getStyleClass().add("eg-row-name");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        badge.getStyleClass().add("eg-session-environment");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        state.getStyleClass().add("eg-row-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        lock.getStyleClass().add("eg-row-sign");
        sign.getStyleClass().add("eg-row-sign");
        detail.getStyleClass().add("eg-row-detail");
        detail.setMinWidth(0);
        var mark = new StackPane(dot, sign);
        mark.getStyleClass().add("eg-row-mark");
        var line = new HBox(mark, name, state, lock, badge);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("eg-row-line");
        content = new VBox(line, detail);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("eg-row");
        // As wide as the list: a long name is cut with dots, and does not make the list scroll sideways.
        setPrefWidth(0);
        getStyleClass().add("eg-row-cell");
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            setId(null);
            pseudoClassStateChanged(HEADING, false);
            return;
        }
        pseudoClassStateChanged(HEADING, row instanceof Row.Folder || row instanceof Row.Contexts);
        switch (row) {
            case Row.Folder folder -> show(folder);
            case Row.Contexts contexts -> show(contexts);
            case Row.Stored(var profile, int depth) -> show(profile, depth);
            case Row.Context(var context) -> show(context);
            case Row.Unreadable(var entry, int _) ->
                line(
                        entry.name().isEmpty() ? Texts.WORDS.say("row.unreadable") : entry.name(),
                        entry.failure().sentence(),
                        MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                        0);
        }
        setId("connections-row-" + row.key());
        setGraphic(content);
    }

    private void show(Row.Folder folder) {
        line(folder.name(), "", chevron(folder.open()), folder.depth());
        state(Texts.FIGURES.count(folder.size()));
        setAccessibleText(Texts.WORDS.say("row.folder.accessible", folder.path(), folder.size()));
    }

    private void show(Row.Contexts contexts) {
        line(Texts.WORDS.say("contexts"), "", chevron(contexts.open()), 0);
        state(Texts.FIGURES.count(contexts.size()));
        setAccessibleText(Texts.WORDS.say("row.contexts.accessible", contexts.size()));
    }

    private static Ikon chevron(boolean open) {
        return open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT;
    }

    private void show(Profile profile, int depth) {
        line(profile.name(), Rows.addresses(profile), null, depth);
        dot.show(profile.look().colour());
        environment(profile.environment(), profile.look().colour());
        Controls.visible(lock, profile.readOnly());
        String standing = words(this.standing.apply(profile.id()));
        state(standing);
        setAccessibleText(Texts.WORDS.say(
                "row.profile.accessible",
                profile.name(),
                Rows.addresses(profile),
                badge.getText(),
                profile.readOnly() ? Texts.WORDS.say("row.read-only") : "",
                standing));
    }

    private void environment(Environment environment, ProfileColour own) {
        Controls.visible(badge, environment != Environment.DEVELOPMENT);
        // Production without a colour of its own is red, as above the session.
        ProfileColour colour = own == ProfileColour.NONE ? ProfileColour.RED : own;
        badge.getStyleClass().setAll("label", "eg-session-environment", ColourDot.styleClass(colour));
        switch (environment) {
            case DEVELOPMENT -> badge.setText("");
            case STAGING -> {
                badge.setText(Texts.WORDS.say("row.staging"));
                badge.getStyleClass().add("eg-session-staging");
            }
            case PRODUCTION -> {
                badge.setText(Texts.WORDS.say("row.production"));
                badge.getStyleClass().add("eg-session-production");
            }
        }
    }

    private static String words(Door.Standing standing) {
        return switch (standing) {
            case CLOSED -> "";
            case OPENING -> Texts.WORDS.say("standing.opening");
            case LIVE -> Texts.WORDS.say("standing.live");
            case AWAY -> Texts.WORDS.say("standing.away");
        };
    }

    private void show(ContextRow context) {
        String detail = context.problem()
                .map(problem -> problem.sentence())
                .orElseGet(() -> context.description().isBlank()
                        ? context.urls()
                        : Texts.WORDS.say("row.context", context.description(), context.urls()));
        line(
                context.name(),
                detail,
                context.problem().isPresent() ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignC.CONSOLE,
                0);
        state(context.selected() ? Texts.WORDS.say("row.context.selected") : "");
        setAccessibleText(Texts.WORDS.say("row.context.accessible", context.name(), detail, state.getText()));
    }

    /** Fills what all kinds of lines have; the rest is hidden. */
    private void line(String title, String more, @Nullable Ikon icon, int depth) {
        name.setText(SafeText.show(title, LONGEST));
        detail.setText(SafeText.show(more, LONGEST));
        Controls.visible(detail, !more.isEmpty());
        Controls.visible(dot, icon == null);
        Controls.visible(sign, icon != null);
        if (icon != null) {
            sign.setIconCode(icon);
        }
        Controls.visible(badge, false);
        Controls.visible(lock, false);
        state("");
        content.setPadding(new Insets(0, 0, 0, depth * INDENT));
        setAccessibleText(title);
    }

    private void state(String words) {
        state.setText(words);
        Controls.visible(state, !words.isEmpty());
    }
}
