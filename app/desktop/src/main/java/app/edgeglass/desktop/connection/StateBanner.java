package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.desktop.shell.action.Shortcuts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private final Button now = new Button(Texts.WORDS.say("banner.now"));
    private final HBox root;

    public StateBanner(ConnectionViewModel model) {
        sentence.setId("state-banner-sentence");
        sentence.getStyleClass().add("eg-banner-sentence");
        sentence.setWrapText(true);
        remedy.setWrapText(true);
        again.setId("state-banner-again-button");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> model.tryAgain());
        now.setId("state-banner-reconnect-button");
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.setTooltip(new Tooltip(Texts.WORDS.say("banner.now.tooltip", Shortcuts.shown("Shortcut+R"))));
        now.setOnAction(event -> model.reconnectNow());
        var close = new Button(Texts.WORDS.say("banner.close"));
        close.setId("state-banner-close-button");
        close.getStyleClass().add("flat");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> model.disconnect());
        var icon = new FontIcon(MaterialDesignL.LAN_DISCONNECT);
        icon.getStyleClass().add("eg-icon-large");
        var text = new VBox(sentence, remedy);
        HBox.setHgrow(text, Priority.ALWAYS);
        root = new HBox(icon, text, again, now, close);
        root.setId("state-banner");
        root.getStyleClass().add("eg-banner");
        root.setAlignment(Pos.CENTER_LEFT);
        show(null, Instant.EPOCH);
    }

    /** Shows how this session stands now; to be called again and again. */
    public void show(@Nullable Session session, Instant at) {
        SessionState state = session == null ? null : session.state();
        Instant silent = session == null ? null : session.silentSince().orElse(null);
        boolean visible = true;
        switch (state) {
            case SessionState.Live(var _, var server)
            when silent != null -> {
                sentence.setText(Texts.WORDS.say(
                        "banner.silent", server.url(), Texts.FIGURES.age(Duration.between(silent, at))));
                remedy.setText(Texts.WORDS.say("banner.silent.remedy"));
            }
            case SessionState.Reconnecting(var since, var server) -> {
                sentence.setText(
                        Texts.WORDS.say("banner.lost", server, Texts.FIGURES.age(Duration.between(since, at))));
                remedy.setText(
                        Texts.WORDS.say("banner.lost.remedy", attempt(session, at)));
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
        now.setVisible(!closed);
        now.setManaged(!closed);
        root.pseudoClassStateChanged(CLOSED, closed);
        root.setVisible(visible);
        root.setManaged(visible);
    }

    /** What will be done next about a lost connection, and when. */
    private static String attempt(@Nullable Session session, Instant at) {
        return Optional.ofNullable(session)
                .flatMap(Session::nextAttempt)
                .filter(next -> next.isAfter(at))
                .map(next -> Texts.WORDS.say("banner.next", Texts.FIGURES.age(Duration.between(at, next))))
                .orElseGet(() -> Texts.WORDS.say("banner.trying"));
    }

    public Parent root() {
        return root;
    }
}
