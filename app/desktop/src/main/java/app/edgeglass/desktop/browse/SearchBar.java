package app.edgeglass.desktop.browse;

import app.edgeglass.desktop.control.Controls;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A search through payloads, headers and subjects, how far it is, and the way from one that was found to the next. */
final class SearchBar {

    private final BrowseViewModel model;
    private final SearchViewModel search;
    private final TextField field = new TextField();
    private final ToggleButton onwards = new ToggleButton(Texts.WORDS.say("search.onwards"));
    private final HBox root;

    SearchBar(BrowseViewModel model) {
        this.model = model;
        this.search = model.search();
        field.setId("browse-search-field");
        field.setPromptText(Texts.WORDS.say("search.prompt"));
        field.setAccessibleText(Texts.WORDS.say("search.prompt"));
        field.setTooltip(new Tooltip(Texts.WORDS.say("search.tooltip")));
        field.getStyleClass().addAll("eg-tool-field", "eg-browse-search");
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        onwards.setId("browse-search-onwards");
        onwards.setTooltip(new Tooltip(Texts.WORDS.say("search.onwards.tooltip")));
        onwards.getStyleClass().add("small");
        onwards.setMinWidth(Region.USE_PREF_SIZE);
        var start = Controls.textButton("browse-search-button", Texts.WORDS.say("search.start"), this::start);
        var cancel =
                Controls.textButton("browse-search-cancel-button", Texts.WORDS.say("search.cancel"), search::cancel);
        var progress = new ProgressBar();
        progress.setId("browse-search-progress");
        progress.setAccessibleText(Texts.WORDS.say("search.progress"));
        progress.progressProperty().bind(search.partProperty());
        progress.setMinWidth(Region.USE_PREF_SIZE);
        var said = new Label();
        said.setId("browse-search-said");
        said.getStyleClass().add("eg-browse-note");
        said.textProperty().bind(search.saidProperty());
        said.setMinWidth(0);
        Button before = Controls.iconButton(
                "browse-found-previous-button",
                MaterialDesignC.CHEVRON_UP,
                Texts.WORDS.say("search.previous"),
                () -> model.toFound(false));
        Button behind = Controls.iconButton(
                "browse-found-next-button",
                MaterialDesignC.CHEVRON_DOWN,
                Texts.WORDS.say("search.next"),
                () -> model.toFound(true));
        root = new HBox(field, onwards, start, cancel, progress, before, behind, said);
        root.getStyleClass().add("eg-browse-tools");
        root.setAlignment(Pos.CENTER_LEFT);
        search.runningProperty().subscribe(running -> {
            Controls.visible(start, !running);
            Controls.visible(cancel, running);
            Controls.visible(progress, running);
        });
        search.anythingProperty().subscribe(anything -> {
            Controls.visible(before, anything);
            Controls.visible(behind, anything);
        });
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                start();
                event.consume();
            }
            case F3 -> {
                model.toFound(!event.isShiftDown());
                event.consume();
            }
            case ESCAPE -> {
                // First the search, then what it has found.
                if (search.runningProperty().get()) {
                    search.cancel();
                } else {
                    search.forget();
                }
                event.consume();
            }
            default -> {}
        }
    }

    private void start() {
        if (model.shownProperty().get() != null) {
            long from = Math.max(1, model.selectedProperty().get());
            search.start(field.getText(), onwards.isSelected() ? from : 1);
        }
    }

    Parent root() {
        return root;
    }
}
