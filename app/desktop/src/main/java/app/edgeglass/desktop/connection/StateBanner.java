package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.desktop.shell.action.Shortcuts;
import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The line above the tree that says that the connection is away; nothing while it is live. */
public final class StateBanner {

    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    private final Label sentence = new Label();
    private final Label remedy = new Label();
    private final Button again = new Button(Texts.WORDS.say("banner.again"));
    private final Button reconnect = new Button(Texts.WORDS.say("banner.reconnect"));
    private final HBox root;
    private @Nullable Session shown;

    public StateBanner(ConnectionViewModel model) {
        sentence.setId("state-banner-sentence");
        sentence.getStyleClass().add("eg-banner-sentence");
        sentence.setWrapText(true);
        remedy.setWrapText(true);
        again.setId("state-banner-again-button");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> model.tryAgain());
        reconnect.setId("state-banner-reconnect-button");
        reconnect.setMinWidth(Region.USE_PREF_SIZE);
        reconnect.setTooltip(new Tooltip(Texts.WORDS.say("banner.reconnect.tooltip", Shortcuts.shown("Shortcut+R"))));
        reconnect.setOnAction(event -> reconnect());
        var close = new Button(Texts.WORDS.say("banner.close"));
        close.setId("state-banner-close-button");
        close.getStyleClass().add("flat");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> model.disconnect());
        var icon = new FontIcon(MaterialDesignL.LAN_DISCONNECT);
        icon.getStyleClass().add("eg-icon-large");
        var text = new VBox(sentence, remedy);
        HBox.setHgrow(text, Priority.ALWAYS);
        root = new HBox(icon, text, reconnect, again, close);
        root.setId("state-banner");
        root.getStyleClass().add("eg-banner");
        root.setAlignment(Pos.CENTER_LEFT);
        show(null, Instant.EPOCH);
    }

    /** Shows how this session stands now; to be called again and again. */
    public void show(@Nullable Session session, Instant now) {
        shown = session;
        SessionState state = session == null ? null : session.state();
        Instant silent = session == null ? null : session.silentSince().orElse(null);
        Instant next = session == null ? null : session.nextAttempt().orElse(null);
        boolean visible = true;
        switch (state) {
            case SessionState.Live(var _, var server)
            when silent != null -> {
                sentence.setText(Texts.WORDS.say(
                        "banner.silent", server.url(), Texts.FIGURES.age(Duration.between(silent, now))));
                remedy.setText(Texts.WORDS.say("banner.silent.remedy"));
            }
            case SessionState.Reconnecting(var since, var server) -> {
                sentence.setText(
                        Texts.WORDS.say("banner.lost", server, Texts.FIGURES.age(Duration.between(since, now))));
                remedy.setText(
                        next == null
                                ? Texts.WORDS.say("banner.lost.remedy")
                                : Texts.WORDS.say("banner.lost.next", whole(Duration.between(now, next))));
            }
            case SessionState.Closed(var _, var reason)
            when reason != null -> {
                sentence.setText(reason.sentence());
                remedy.setText(reason.remedy());
            }
            case null, default -> visible = false;
        }
        boolean closed = state instanceof SessionState.Closed;
        again.setVisible(closed);
        again.setManaged(closed);
        reconnect.setVisible(visible && !closed);
        reconnect.setManaged(visible && !closed);
        root.pseudoClassStateChanged(CLOSED, closed);
        root.setVisible(visible);
        root.setManaged(visible);
    }

    /** Without the tenths of the last second, which would flicker. */
    private static String whole(Duration left) {
        return Texts.FIGURES.age(Duration.ofSeconds(Math.max(1, left.toSeconds())));
    }

    private void reconnect() {
        if (shown != null) {
            shown.reconnectNow();
        }
    }

    public Parent root() {
        return root;
    }
}
