package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What is shown while nothing is open: connect, or explore a sample world on a local server. */
public final class StartView {

    /** A sample world to choose. */
    public record Choice(String name, String title, String description) {}

    /**
     * Something that can be done about a failure, as a button beside it.
     *
     * @param id in kebab-case
     */
    public record Remedy(String id, String text, Runnable action) {}

    /**
     * A connection that is kept, or that another tool has kept on this computer.
     *
     * @param detail where it leads to
     * @param badge what environment it is in; empty for nothing to mind
     * @param production whether it is one to be careful with
     * @param isContext whether it is the other tool's
     */
    public record Known(
            String id,
            String name,
            String detail,
            ProfileColour colour,
            String badge,
            boolean production,
            boolean isContext,
            Runnable open) {}

    private final ConnectionViewModel model;
    private final TextField url = new TextField();
    private final StartAnswer answer;
    private final Button connect = new Button();
    private final VBox samples = new VBox();
    private final KnownList known = new KnownList(heading("start.known.heading", "start.known.note"));
    private final Button keep = link("start-keep-button", Texts.WORDS.say("start.keep"));
    private final Button all = link("start-all-button", Texts.WORDS.say("start.all"));
    private final Button back = new Button(null, new FontIcon(MaterialDesignA.ARROW_LEFT));
    private final ScrollPane root;

    public StartView(ConnectionViewModel model) {
        this.model = model;
        url.setId("start-url");
        url.setPromptText(Texts.WORDS.say("start.url.prompt"));
        url.setAccessibleText(Texts.WORDS.say("start.url.accessible"));
        url.setOnAction(event -> connect());
        HBox.setHgrow(url, Priority.ALWAYS);
        connect.setId("start-connect-button");
        connect.setText(Texts.WORDS.say("start.connect"));
        connect.getStyleClass().add("accent");
        connect.setMinWidth(Region.USE_PREF_SIZE);
        connect.setDefaultButton(true);
        connect.setOnAction(event -> connect());
        var line = new HBox(url, connect);
        line.getStyleClass().add("eg-start-line");
        answer = new StartAnswer(model);
        samples.getStyleClass().add("eg-start-samples");
        back.setId("start-back-button");
        back.getStyleClass().addAll("flat", "small");
        var box = new VBox(
                back,
                heading("start.connect.heading", "start.connect.note"),
                line,
                new HBox(keep, all),
                answer.root(),
                known.root(),
                heading("start.samples.heading", "start.samples.note"),
                samples);
        box.getStyleClass().add("eg-start");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        var centre = new VBox(box);
        centre.setAlignment(Pos.CENTER);
        centre.getStyleClass().add("eg-start-page");
        root = new ScrollPane(centre);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.getStyleClass().addAll("edge-to-edge", "eg-start-scroll");
        root.setId("start-page");
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && back.isVisible()) {
                back.fire();
                event.consume();
            }
        });
        offerReturn("", () -> {});
        model.standingProperty().subscribe(this::show);
        model.targetProperty().subscribe(() -> show(model.standingProperty().get()));
    }

    /**
     * Offers the way back to what is open.
     *
     * @param name what is open; empty when nothing is
     */
    public void offerReturn(String name, Runnable onReturn) {
        back.setText(Texts.WORDS.say("start.back", name));
        back.setTooltip(new Tooltip(Texts.WORDS.say("start.back.tooltip")));
        back.setVisible(!name.isEmpty());
        back.setManaged(!name.isEmpty());
        back.setOnAction(event -> onReturn.run());
    }

    private static VBox heading(String key, String noteKey) {
        var title = new Label(Texts.WORDS.say(key));
        title.getStyleClass().add("title-3");
        var note = new Label(Texts.WORDS.say(noteKey));
        note.getStyleClass().add("eg-start-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(title, note);
        box.getStyleClass().add("eg-start-heading");
        return box;
    }

    /** Has what is typed as a secret kept, where the person wants that. */
    public void keepSecretsBy(SecretKeeper keeper) {
        answer.keepSecretsBy(keeper);
    }

    /** Has what can be done about a failure offered beside it. */
    public void remedyBy(Function<Failure, List<Remedy>> known) {
        answer.remedyBy(known);
    }

    /** Offers these connections. */
    public void offerKnown(List<Known> connections) {
        known.show(connections);
    }

    /**
     * Offers to keep what was typed, and to look at all that is kept.
     *
     * @param onKeep gets what was typed
     */
    public void offerKeeping(Consumer<String> onKeep, Runnable onAll) {
        keep.setOnAction(event -> onKeep.accept(url.getText()));
        all.setOnAction(event -> onAll.run());
    }

    private static Button link(String id, String words) {
        var button = new Button(words);
        button.setId(id);
        button.getStyleClass().addAll("eg-link-button", "eg-start-link");
        return button;
    }

    /** Offers these worlds. */
    public void offer(List<Choice> choices) {
        samples.getChildren().clear();
        for (Choice choice : choices) {
            samples.getChildren()
                    .add(card(
                            "start-sample-" + choice.name(),
                            icon(choice.name()),
                            choice.title(),
                            choice.description(),
                            () -> model.startLocal(choice.name())));
        }
        samples.getChildren()
                .add(card(
                        "start-empty-server",
                        MaterialDesignS.SERVER,
                        Texts.WORDS.say("start.empty-server"),
                        Texts.WORDS.say("start.empty-server.note"),
                        () -> model.startLocal("")));
    }

    private static Ikon icon(String sample) {
        return switch (sample) {
            case "edge-fleet" -> MaterialDesignA.ACCESS_POINT_NETWORK;
            case "factory-line" -> MaterialDesignF.FACTORY;
            case "orders" -> MaterialDesignC.CART_OUTLINE;
            default -> MaterialDesignP.PLAY_CIRCLE_OUTLINE;
        };
    }

    private static Button card(String id, Ikon ikon, String title, String description, Runnable action) {
        var name = new Label(title);
        name.getStyleClass().add("eg-card-title");
        var note = new Label(description);
        note.getStyleClass().add("eg-card-note");
        note.setWrapText(true);
        // A label that wraps is as small as one line unless it is told not to be.
        note.setMinHeight(Region.USE_PREF_SIZE);
        name.setMinHeight(Region.USE_PREF_SIZE);
        var text = new VBox(name, note);
        text.setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().add("eg-card-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        var icon = new FontIcon(ikon);
        icon.getStyleClass().addAll("eg-card-icon", "eg-icon-huge");
        var content = new HBox(icon, text);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("eg-card-content");
        var card = new Card(content);
        card.setId(id);
        card.setAccessibleText(title + ". " + description);
        card.getStyleClass().add("eg-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setOnAction(event -> action.run());
        return card;
    }

    private void connect() {
        model.connect(url.getText());
    }

    private void show(Standing standing) {
        boolean busy = standing instanceof Standing.Opening;
        url.setDisable(busy);
        connect.setDisable(busy);
        samples.setDisable(busy);
        // One button stands out: the one that is waited for.
        connect.getStyleClass().remove("accent");
        if (!(standing instanceof Standing.Wanting)) {
            connect.getStyleClass().add("accent");
        }
        if (standing instanceof Standing.Failed(var to, var _) && !to.isEmpty()) {
            url.setText(to);
        }
        answer.show(standing);
    }

    /** Puts a URL into the field, as the one used last. */
    public void propose(String text) {
        url.setText(text);
    }

    /** Gives the keyboard to the field, or to that of a secret that is wanted. */
    public void focus() {
        if (url.getScene() == null) {
            // What stands in a scroll pane joins the scene when that is dressed.
            root.applyCss();
        }
        if (!answer.focus()) {
            url.requestFocus();
            url.selectAll();
        }
    }

    public Parent root() {
        return root;
    }
}
