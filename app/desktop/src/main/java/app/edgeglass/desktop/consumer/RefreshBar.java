package app.edgeglass.desktop.consumer;

import app.edgeglass.desktop.consumer.ConsumersViewModel.Shown;
import app.edgeglass.desktop.control.Controls;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What stands above the table: the filter, how many there are, and how often they are asked for. */
final class RefreshBar {

    private final Label count = new Label();
    private final HBox root;

    RefreshBar(ConsumersViewModel model, Runnable create) {
        var filter = new TextField();
        filter.setId("consumer-filter");
        filter.setPromptText(Texts.WORDS.say("filter.prompt"));
        filter.setAccessibleText(Texts.WORDS.say("filter.prompt"));
        filter.getStyleClass().addAll("eg-tool-field", "eg-consumer-filter");
        filter.textProperty().bindBidirectional(model.filterProperty());
        count.setId("consumer-count");
        count.getStyleClass().add("eg-pane-note");
        count.setMinWidth(0);
        var every = new ChoiceBox<Duration>();
        every.setId("consumer-interval");
        every.setAccessibleText(Texts.WORDS.say("refresh.every"));
        every.getStyleClass().add("eg-tool");
        every.getItems().setAll(ConsumersViewModel.INTERVALS);
        every.setConverter(new StringConverter<>() {
            @Override
            public String toString(Duration interval) {
                return Texts.WORDS.say("refresh.interval", interval.toSeconds());
            }

            @Override
            public Duration fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        every.valueProperty().bindBidirectional(model.intervalProperty());
        every.disableProperty().bind(model.pausedProperty());
        var pause =
                Controls.iconToggle("consumer-pause-refresh", MaterialDesignP.PAUSE, Texts.WORDS.say("refresh.pause"));
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        var now = Controls.iconButton(
                "consumer-refresh", MaterialDesignR.REFRESH, Texts.WORDS.say("refresh.now"), model::refresh);
        var fresh = new Button(Texts.WORDS.say("create"), new FontIcon(MaterialDesignP.PLUS));
        fresh.setId("consumer-create");
        fresh.getStyleClass().addAll("accent", "eg-tool");
        fresh.setMinWidth(HBox.USE_PREF_SIZE);
        fresh.setOnAction(event -> create.run());
        root = new HBox(filter, count, Controls.space(), every, pause, now, fresh);
        root.getStyleClass().add("eg-consumer-bar");
        root.setAlignment(Pos.CENTER_LEFT);
        model.shownProperty().subscribe(this::show);
    }

    private void show(@Nullable Shown shown) {
        if (shown == null) {
            count.setText("");
            return;
        }
        String all = Texts.WORDS.say(
                "count",
                Texts.FIGURES.count(shown.total()),
                shown.total(),
                Texts.FIGURES.count(shown.abnormal()),
                shown.abnormal());
        String some = shown.lines().size() < shown.total() - shown.missing().size()
                ? Texts.WORDS.say(
                        "count.shown", Texts.FIGURES.count(shown.lines().size()), all)
                : all;
        String missing = shown.missing().isEmpty()
                ? some
                : Texts.WORDS.say("count.missing", some, shown.missing().size());
        count.setText(
                Texts.WORDS.say("count.asked", missing, Texts.moment(shown.at()), Texts.FIGURES.latency(shown.took())));
    }

    HBox root() {
        return root;
    }
}
