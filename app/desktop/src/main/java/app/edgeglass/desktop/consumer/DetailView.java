package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Advice;
import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.consumer.Place;
import app.edgeglass.core.consumer.PriorityGroup;
import app.edgeglass.core.consumer.Warning;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.control.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The selected consumer: what is wrong with it, how it stands, how its lag went, what is advised, and its configuration. */
final class DetailView {

    private static final int MOST_CHARACTERS = 300;

    private final ConsumersViewModel list;
    private final Label name = new Label();
    private final VBox warnings = new VBox();
    private final GridPane facts = new GridPane();
    private final LagCurve curve = new LagCurve();
    private final Label curveNote = new Label();
    private final VBox advice = new VBox();
    private final Label failure = new Label();
    private final ConfigTable config = new ConfigTable();
    private final VBox configPart;
    private final VBox advicePart;
    private final StackPane root;

    DetailView(ConsumersViewModel list, DetailViewModel model, Region actions) {
        this.list = list;
        name.setId("consumer-name");
        name.getStyleClass().addAll("eg-consumer-title", "eg-code");
        name.setMinWidth(0);
        warnings.setId("consumer-warnings");
        warnings.getStyleClass().add("eg-consumer-warnings");
        facts.setId("consumer-facts");
        facts.getStyleClass().add("eg-consumer-config");
        curveNote.getStyleClass().add("eg-consumer-note");
        failure.setId("consumer-detail-failure");
        failure.setWrapText(true);
        failure.setMinHeight(Region.USE_PREF_SIZE);
        failure.getStyleClass().add("eg-tone-bad-text");
        advice.setId("consumer-advice");
        advice.getStyleClass().add("eg-consumer-warnings");
        advicePart = part(Texts.WORDS.say("detail.advice"), advice);
        configPart = part(Texts.WORDS.say("detail.config"), config.root());
        var content = new VBox(
                name,
                actions,
                warnings,
                failure,
                part(Texts.WORDS.say("detail.state"), facts),
                part(Texts.WORDS.say("detail.lag"), new VBox(curve, curveNote)),
                advicePart,
                configPart);
        content.getStyleClass().add("eg-consumer-detail");
        var scroll = new ScrollPane(content);
        scroll.setId("consumer-detail");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Node nothing = Controls.nothing(
                "consumer-detail-nothing",
                MaterialDesignA.ARROW_LEFT,
                Texts.WORDS.say("detail.nothing"),
                Texts.WORDS.say("detail.nothing.sentence"));
        root = new StackPane(nothing, scroll);
        root.setMinSize(0, 0);
        list.selectedProperty().subscribe(line -> {
            nothing.setVisible(line == null);
            scroll.setVisible(line != null);
            show(line);
        });
        model.detailProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::fail);
    }

    private static VBox part(String title, Node content) {
        var heading = new Label(title);
        heading.getStyleClass().add("eg-consumer-heading");
        var part = new VBox(heading, content);
        part.getStyleClass().add("eg-consumer-part");
        return part;
    }

    private void show(@Nullable Line line) {
        if (line == null) {
            return;
        }
        name.setText(SafeText.show(line.row().name(), MOST_CHARACTERS));
        warnings.getChildren()
                .setAll(line.warnings().stream()
                        .map(warning -> note(Phrases.fully(warning, line), style(warning)))
                        .toList());
        Controls.visible(warnings, !line.warnings().isEmpty());
        facts(line);
        List<Long> lags = list.selectedLags();
        long most = lags.stream().mapToLong(Long::longValue).max().orElse(0);
        curveNote.setText(Texts.WORDS.say(
                "detail.lag.note",
                Texts.FIGURES.count(line.row().lag()),
                Texts.FIGURES.count(most),
                Phrases.trendWord(line.trend())));
        curve.show(lags, curveNote.getText());
    }

    private static String style(Warning warning) {
        return switch (warning.weight()) {
            case BROKEN -> "eg-consumer-broken";
            case SUSPECT -> "eg-consumer-suspect";
            case NOTABLE -> "eg-consumer-notable";
        };
    }

    private static Label note(String words, String style) {
        var note = new Label(words);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().addAll("eg-consumer-card", style);
        return note;
    }

    private void facts(Line line) {
        ConsumerRow row = line.row();
        var cells = new ArrayList<Node>();
        fact(cells, Texts.WORDS.say("fact.pending"), Texts.FIGURES.count(row.pending()));
        fact(cells, Texts.WORDS.say("fact.unacknowledged"), unacknowledged(row));
        fact(cells, Texts.WORDS.say("fact.redelivered"), Texts.FIGURES.count(row.redelivered()));
        fact(cells, Texts.WORDS.say("fact.delivered"), place(row.delivered()));
        fact(cells, Texts.WORDS.say("fact.floor"), place(row.ackFloor()));
        line.lagTime().ifPresent(span -> fact(cells, Texts.WORDS.say("fact.behind"), Texts.FIGURES.age(span)));
        line.done().ifPresent(rate -> fact(cells, Texts.WORDS.say("fact.done"), rate(rate)));
        if (row.isPush()) {
            fact(cells, Texts.WORDS.say("fact.push"), push(row));
        } else {
            fact(cells, Texts.WORDS.say("fact.waiting"), Texts.FIGURES.count(row.waiting()));
        }
        row.paused().ifPresent(until -> fact(cells, Texts.WORDS.say("fact.paused"), Texts.dayAndTime(until)));
        for (PriorityGroup group : row.groups()) {
            fact(
                    cells,
                    Texts.WORDS.say("fact.group", group.name()),
                    group.pinned()
                            .map(id -> Texts.WORDS.say(
                                    "fact.pinned",
                                    id,
                                    group.since().map(Texts::moment).orElse("")))
                            .orElse(Texts.WORDS.say("fact.unpinned")));
        }
        fact(cells, Texts.WORDS.say("fact.created"), Texts.dayAndTime(row.created()));
        if (row.clustered()) {
            fact(cells, Texts.WORDS.say("fact.leader"), row.leader().orElse(Texts.WORDS.say("fact.no-leader")));
            if (!row.peers().isEmpty()) {
                fact(cells, Texts.WORDS.say("fact.peers"), peers(row));
            }
        }
        facts.getChildren().setAll(cells);
    }

    private static String unacknowledged(ConsumerRow row) {
        return row.mostAckPending()
                .map(most ->
                        Texts.WORDS.say("fact.of", Texts.FIGURES.count(row.ackPending()), Texts.FIGURES.count(most)))
                .orElse(Texts.FIGURES.count(row.ackPending()));
    }

    private static String place(Place place) {
        String where = Texts.WORDS.say(
                "fact.place", Texts.FIGURES.count(place.stream()), Texts.FIGURES.count(place.consumer()));
        return place.last()
                .map(last -> Texts.WORDS.say("fact.place.last", where, Texts.moment(last)))
                .orElse(where);
    }

    private static String rate(double perSecond) {
        String rate = Texts.FIGURES.rate(perSecond);
        return rate.isEmpty() ? "0" : Texts.WORDS.say("fact.rate", rate);
    }

    private static String push(ConsumerRow row) {
        String where = row.deliverGroup().isEmpty()
                ? row.deliverSubject()
                : Texts.WORDS.say("fact.push.group", row.deliverSubject(), row.deliverGroup());
        return row.bound() ? where : Texts.WORDS.say("fact.push.unbound", where);
    }

    private static String peers(ConsumerRow row) {
        return row.peers().stream()
                .map(peer -> peer.offline()
                        ? Texts.WORDS.say("fact.peer.offline", peer.name())
                        : peer.current()
                                ? Texts.WORDS.say("fact.peer.current", peer.name())
                                : Texts.WORDS.say("fact.peer.behind", peer.name(), Texts.FIGURES.count(peer.lag())))
                .collect(Collectors.joining("\n"));
    }

    private static void fact(List<Node> cells, String title, String value) {
        int row = cells.size() / 2;
        var label = new Label(title);
        label.getStyleClass().add("eg-consumer-field");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var text = new Label(SafeText.show(value, MOST_CHARACTERS));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("eg-consumer-value");
        GridPane.setConstraints(label, 0, row);
        GridPane.setConstraints(text, 1, row);
        cells.add(label);
        cells.add(text);
    }

    private void show(@Nullable Detail detail) {
        Controls.visible(configPart, detail != null);
        List<Advice> given = detail == null ? List.of() : detail.advice();
        Controls.visible(advicePart, !given.isEmpty());
        advice.getChildren().setAll(given.stream().map(DetailView::card).toList());
        if (detail != null) {
            config.show(detail.config());
        }
    }

    /** An advice as a card; what should be changed stands out. */
    static Label card(Advice advice) {
        return note(Phrases.advice(advice), advice.isConcern() ? "eg-consumer-suspect" : "eg-consumer-notable");
    }

    private void fail(@Nullable Failure why) {
        failure.setText(why == null ? "" : why.sentence() + " " + why.remedy());
        Controls.visible(failure, why != null);
    }

    Region root() {
        return root;
    }
}
