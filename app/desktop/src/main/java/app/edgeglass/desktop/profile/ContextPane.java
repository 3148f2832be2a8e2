package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.context.Note;
import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.Controls;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A context of the {@code nats} CLI: what it comes to here, what of it cannot be honoured, and what can be done with it. */
final class ContextPane {

    private final Label name = new Label();
    private final Label description = new Label();
    private final Label trouble = new Label();
    private final GridPane facts = new GridPane();
    private final VBox notes = new VBox();
    private final Label notesTitle = new Label(Texts.WORDS.say("context.notes"));
    private final Button use = new Button(Texts.WORDS.say("context.use"), new FontIcon(MaterialDesignP.PLAY));
    private final Button test = new Button(Texts.WORDS.say("test"), new FontIcon(MaterialDesignS.STETHOSCOPE));
    private final Button bring = new Button(Texts.WORDS.say("context.import"));
    private final Button select = new Button(Texts.WORDS.say("context.select"));
    private final VBox root;

    ContextPane(ConnectionsViewModel model) {
        name.setId("connections-context-name");
        name.getStyleClass().add("title-3");
        name.setMinWidth(0);
        description.getStyleClass().add("eg-connection-address");
        description.setMinWidth(0);
        var title = new HBox(new FontIcon(MaterialDesignC.CONSOLE), name);
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("eg-connection-title");
        var words = new VBox(title, description);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        button(test, "connections-context-test-button", "test.tooltip", () -> model.test());
        button(use, "connections-context-use-button", "context.use.tooltip", () -> model.connect());
        use.getStyleClass().add("accent");
        var header = new HBox(words, test, use);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("eg-connection-header");
        button(
                bring,
                "connections-context-import-button",
                "context.import.tooltip",
                () -> model.importContext(to -> {}));
        button(select, "connections-context-select-button", "context.select.tooltip", model::selectContext);
        var more = new HBox(bring, select);
        more.getStyleClass().add("eg-form-line");
        trouble.setId("connections-context-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.getStyleClass().add("eg-server-trouble");
        facts.getStyleClass().add("eg-facts");
        notes.setId("connections-context-notes");
        notes.getStyleClass().add("eg-context-notes");
        notesTitle.getStyleClass().add("title-4");
        var page = new VBox(trouble, facts, notesTitle, notes, more);
        page.getStyleClass().add("eg-context-page");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "eg-editor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(header, scroll);
        root.setId("connections-context");
    }

    private static void button(Button button, String id, String tooltipKey, Runnable action) {
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.WORDS.say(tooltipKey)));
        button.setOnAction(event -> action.run());
    }

    void show(Shown.OfContext shown) {
        ContextRow row = shown.row();
        name.setText(row.name());
        description.setText(row.description().isBlank() ? row.urls() : row.description());
        Optional<Failure> failure = shown.failure();
        trouble.setText(
                failure.map(what -> what.sentence() + " " + what.remedy()).orElse(""));
        Controls.visible(trouble, failure.isPresent());
        use.setDisable(failure.isPresent());
        test.setDisable(failure.isPresent());
        bring.setDisable(failure.isPresent());
        select.setDisable(row.selected());
        facts.getChildren().clear();
        notes.getChildren().clear();
        shown.resolved().ifPresent(this::fill);
        Controls.visible(notesTitle, !notes.getChildren().isEmpty());
        Controls.visible(notes, !notes.getChildren().isEmpty());
    }

    private void fill(Resolved resolved) {
        int line = 0;
        for (ProfileFacts.Fact fact : ProfileFacts.of(resolved.profile())) {
            var label = new Label(fact.label());
            label.getStyleClass().add("eg-fact-label");
            var value = new TextField(fact.value());
            value.setEditable(false);
            value.setAccessibleText(fact.label());
            value.getStyleClass().add("eg-fact-value");
            GridPane.setHgrow(value, Priority.ALWAYS);
            facts.addRow(line++, label, value);
        }
        for (Note note : resolved.notes()) {
            var field = new Label(note.field());
            field.getStyleClass().addAll("eg-code", "eg-context-field");
            var sentence = new Label(note.sentence());
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            var box = new VBox(field, sentence);
            box.getStyleClass().add("eg-context-note");
            notes.getChildren().add(box);
        }
    }

    Region root() {
        return root;
    }
}
