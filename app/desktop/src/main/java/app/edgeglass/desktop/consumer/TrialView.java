package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.consumer.TrialViewModel.Count;
import app.edgeglass.desktop.consumer.TrialViewModel.Way;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.control.PayloadSource;
import app.edgeglass.desktop.control.PayloadView;
import app.edgeglass.desktop.control.PayloadViewModel;
import app.edgeglass.desktop.control.Segments;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Trying a consumer out: what it has is looked at, or taken and settled by hand. Says in each case what that does. */
final class TrialView {

    private static final int HEADER_CHARACTERS = 500;

    private final TrialViewModel model;
    private final SeenTable table;
    private final PayloadViewModel payload;
    private final Label warning = new Label();
    private final Label count = new Label();
    private final Label news = new Label();
    private final Label failure = new Label();
    private final Label headers = new Label();
    private final VBox root;

    TrialView(
            TrialViewModel model,
            TaskRunner tasks,
            Payloads payloads,
            PayloadOutlet outlet,
            EmColumns widths,
            Runnable onLeave) {
        this.model = model;
        this.payload = new PayloadViewModel(tasks);
        this.table = new SeenTable(widths, payloads, this::look);
        ObjectProperty<Way> way = new SimpleObjectProperty<>(model.wayProperty().get());
        way.subscribe(model::choose);
        var ways = new Segments<>(way, Texts.WORDS.say("trial.way"))
                .add(Way.PEEK, "trial-way-peek", Texts.WORDS.say("trial.way.peek"))
                .add(Way.TAKE, "trial-way-take", Texts.WORDS.say("trial.way.take"));
        var peekBar = peekBar();
        var takeBar = new TakeBar(model, this::fail).root();
        var settleBar = settleBar();
        var tools = new HBox(ways.root(), new StackPane(peekBar, takeBar));
        tools.getStyleClass().add("eg-consumer-bar");
        tools.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(tools.getChildren().getLast(), Priority.ALWAYS);
        warning.setId("trial-warning");
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.setMaxWidth(Double.MAX_VALUE);
        warning.getStyleClass().add("eg-consumer-card");
        failure.setId("trial-failure");
        failure.setWrapText(true);
        failure.setMinHeight(Region.USE_PREF_SIZE);
        failure.getStyleClass().addAll("eg-tone-bad-text", "eg-consumer-line");
        var split = new SplitPane(table.root(), message(outlet));
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.64);
        split.setMinSize(0, 0);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(head(onLeave), warning, tools, failure, split, settleBar, status());
        root.setId("consumer-trial");
        root.getStyleClass().add("eg-consumer-trial");
        model.wayProperty().subscribe(chosen -> {
            boolean taking = chosen == Way.TAKE;
            Controls.visible(peekBar, !taking);
            Controls.visible(takeBar, taking);
            Controls.visible(settleBar, taking && model.consumer().acknowledges());
            warn(taking);
            show(model.messagesProperty().get());
        });
        model.messagesProperty().subscribe(this::show);
        model.countProperty().subscribe(this::tell);
        model.failureProperty().subscribe(this::fail);
        news.textProperty().bind(model.newsProperty());
    }

    private HBox head(Runnable onLeave) {
        var back = new Button(Texts.WORDS.say("trial.leave"), new FontIcon(MaterialDesignA.ARROW_LEFT));
        back.setId("trial-leave");
        back.getStyleClass().add("flat");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> onLeave.run());
        var title = new Label(Texts.WORDS.say("trial.title", model.consumer().name()));
        title.getStyleClass().add("title-4");
        title.setMinWidth(0);
        var head = new HBox(back, title);
        head.getStyleClass().add("eg-consumer-bar");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox peekBar() {
        var more = Controls.textButton("trial-peek-more", Texts.WORDS.say("trial.peek.on"), model::peekMore);
        more.disableProperty().bind(model.moreProperty().not());
        var bar = new HBox(
                Controls.textButton(
                        "trial-peek-next", Texts.WORDS.say("trial.peek.undelivered"), () -> model.peek(false)),
                Controls.textButton(
                        "trial-peek-open", Texts.WORDS.say("trial.peek.unacknowledged"), () -> model.peek(true)),
                more);
        bar.getStyleClass().add("eg-consumer-settle");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private HBox settleBar() {
        var bar = new HBox(
                Controls.textButton("trial-select-open", Texts.WORDS.say("settle.select-open"), table::selectOpen),
                new SettleBar(
                                (word, confirm) -> {
                                    List<Long> chosen = table.openSelected();
                                    if (chosen.isEmpty()) {
                                        fail(Failure.of("consumer.none-selected"));
                                    } else {
                                        model.settle(chosen, word, confirm);
                                    }
                                },
                                this::fail)
                        .root());
        bar.getStyleClass().add("eg-consumer-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bar.getChildren().getLast(), Priority.ALWAYS);
        return bar;
    }

    private VBox message(PayloadOutlet outlet) {
        var view = new PayloadView(payload, outlet);
        headers.setId("trial-headers");
        headers.setWrapText(true);
        headers.setMinHeight(Region.USE_PREF_SIZE);
        headers.getStyleClass().addAll("eg-code", "eg-consumer-line");
        VBox.setVgrow(view.body(), Priority.ALWAYS);
        var box = new VBox(headers, view.toolbar(), view.body());
        box.setMinSize(0, 0);
        return box;
    }

    private HBox status() {
        news.setId("trial-news");
        news.setMinWidth(0);
        count.setId("trial-count");
        count.getStyleClass().add("eg-pane-note");
        count.setMinWidth(0);
        var clear = Controls.textButton("trial-clear", Texts.WORDS.say("trial.clear"), model::clearSettled);
        var status = new HBox(news, Controls.space(), count, clear);
        status.getStyleClass().add("eg-consumer-bar");
        status.setAlignment(Pos.CENTER_LEFT);
        return status;
    }

    /** What it does to the application, before it is done. */
    private void warn(boolean taking) {
        ConsumerRow row = model.consumer();
        warning.getStyleClass().removeAll("eg-consumer-suspect", "eg-consumer-notable");
        warning.getStyleClass().add(taking ? "eg-consumer-suspect" : "eg-consumer-notable");
        if (!taking) {
            warning.setText(Texts.WORDS.say("trial.warning.peek"));
        } else if (row.isPush()) {
            warning.setText(push(row));
        } else if (!row.acknowledges()) {
            warning.setText(Texts.WORDS.say("trial.warning.none"));
        } else {
            warning.setText(Texts.WORDS.say("trial.warning.pull"));
        }
    }

    private static String push(ConsumerRow row) {
        if (!row.bound()) {
            return Texts.WORDS.say("trial.warning.push.unbound", row.deliverSubject());
        }
        return row.deliverGroup().isEmpty()
                ? Texts.WORDS.say("trial.warning.push.both", row.deliverSubject())
                : Texts.WORDS.say("trial.warning.push.group", row.deliverSubject(), row.deliverGroup());
    }

    private void show(List<Seen> messages) {
        table.show(
                messages,
                model.wayProperty().get() == Way.PEEK
                        ? Texts.WORDS.say("trial.empty.peek")
                        : Texts.WORDS.say("trial.empty.take"));
    }

    private void look(@Nullable Seen message) {
        if (message == null) {
            headers.setText("");
            payload.show(null);
        } else {
            headers.setText(message.headers().stream().map(TrialView::line).collect(Collectors.joining("\n")));
            payload.show(PayloadSource.of(message.subject(), message.sequence(), message.payload()));
        }
        Controls.visible(headers, !headers.getText().isEmpty());
    }

    private static String line(Header header) {
        return SafeText.show(header.name() + ": " + header.value(), HEADER_CHARACTERS);
    }

    private void tell(Count now) {
        if (now.taken() == 0) {
            count.setText("");
            return;
        }
        String open = Texts.WORDS.say("trial.count", now.taken(), now.open());
        String due = now.firstDue()
                .map(at -> Texts.WORDS.say("trial.count.due", open, Texts.moment(at)))
                .orElse(open);
        String lost = now.notKept() > 0 ? Texts.WORDS.say("trial.count.not-kept", due, now.notKept()) : due;
        count.setText(now.forgotten() > 0 ? Texts.WORDS.say("trial.count.forgotten", lost, now.forgotten()) : lost);
    }

    private void fail(@Nullable Failure why) {
        failure.setText(why == null ? "" : why.sentence() + " " + why.remedy());
        Controls.visible(failure, why != null);
    }

    /** In how long all that waits is delivered again, in words; empty where it is not. */
    static String again(Duration span) {
        return Texts.FIGURES.age(span);
    }

    VBox root() {
        return root;
    }
}
