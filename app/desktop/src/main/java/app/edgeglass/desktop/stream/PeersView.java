package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.Replicas;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.desktop.control.Controls;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The servers that keep a stream: which one leads, and which one is to go. */
final class PeersView {

    private final Card card;
    private final Button cancel;

    /** What is asked of the screen. */
    interface Commands {

        /** @param to which server is to lead; empty for any */
        void stepDown(String to);

        void remove(String peer);
    }

    PeersView(StreamInfo stream, Runnable back, Commands commands) {
        cancel = Card.button("stream-peers-cancel-button", Texts.WORDS.say("form.cancel"), back);
        Button stepDown = Card.button(
                "stream-peers-step-down-button", Texts.WORDS.say("peers.step-down"), () -> commands.stepDown(""));
        Replicas replicas = stream.replicas();
        stepDown.setDisable(replicas.followers().isEmpty());
        card = new Card("stream-peers", Texts.WORDS.say("peers.title", stream.name()), List.of(cancel, stepDown));
        if (!replicas.clustered()) {
            card.note(Texts.WORDS.say("peers.none"));
            return;
        }
        card.note(replicas.leader()
                .map(leader -> Texts.WORDS.say("peers.leader", leader))
                .orElseGet(() -> Texts.WORDS.say("peers.no-leader")));
        replicas.followers().forEach(follower -> card.add(row(follower, commands)));
        card.note(Texts.WORDS.say("peers.note"));
    }

    private static HBox row(Replicas.Follower follower, Commands commands) {
        var name = new Label(follower.name());
        name.getStyleClass().add("eg-code");
        var state = new Label(StateText.of(follower));
        state.getStyleClass().add("eg-muted");
        state.setMinWidth(Region.USE_PREF_SIZE);
        Button lead = Controls.textButton(
                "stream-peers-lead-" + follower.name(),
                Texts.WORDS.say("peers.lead"),
                () -> commands.stepDown(follower.name()));
        lead.setDisable(follower.offline());
        Button remove = Controls.textButton(
                "stream-peers-remove-" + follower.name(),
                Texts.WORDS.say("peers.remove"),
                () -> commands.remove(follower.name()));
        var row = new HBox(name, state, Controls.space(), lead, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("eg-form-line");
        return row;
    }

    Node first() {
        return cancel;
    }

    Parent root() {
        return card.root();
    }
}
