package app.edgeglass.desktop.shell;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The bar at the bottom: at the left what the session is, at the right what flows. */
final class StatusBar {

    private static final double NEARLY_FULL = 0.95;
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

    private final PartsLine bar = new PartsLine();

    StatusBar(StatusBarViewModel model) {
        bar.setId("status-bar");
        bar.getStyleClass().add("eg-status-bar");
        addSession(model);

        var counters = new HBox();
        counters.setId("status-counters");
        counters.getStyleClass().add("eg-status-counters");
        model.countersProperty().subscribe(list -> {
            counters.getChildren().setAll(list.stream().map(StatusBar::counter).toList());
            counters.setManaged(!list.isEmpty());
        });
        bar.addRight(counters, 5);
        bar.addRight(rate("status-in", MaterialDesignA.ARROW_DOWN, model.ratesInProperty(), "status.in.tooltip"), 4);
        bar.addRight(rate("status-out", MaterialDesignA.ARROW_UP, model.ratesOutProperty(), "status.out.tooltip"), 1);
        bar.addRight(memory(model), 2);
    }

    private void addSession(StatusBarViewModel model) {
        var dot = new Region();
        var server = label("status-server");
        var state = label("status-state");
        var rtt = label("status-rtt");
        rtt.setTooltip(new Tooltip(Texts.WORDS.say("status.rtt.tooltip")));
        var details = new Tooltip();
        model.sessionProperty().subscribe(session -> {
            details.setText(session.details());
            server.setTooltip(session.details().isEmpty() ? null : details);
            server.setAccessibleHelp(session.details());
            dot.getStyleClass().setAll("eg-dot", session.tone().styleClass());
            show(server, session.isNone() ? Texts.WORDS.say("session.none") : session.server());
            show(state, session.state());
            show(rtt, session.rtt());
            state.getStyleClass()
                    .setAll("label", "eg-status-text", session.tone().styleClass() + "-text");
        });
        var named = new HBox(dot, server);
        named.getStyleClass().add("eg-status-session");
        bar.addLeft(named, 7);
        bar.addLeft(state, 6);
        bar.addLeft(rtt, 3);
    }

    private static Label label(String id) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add("eg-status-text");
        return label;
    }

    /** What is empty takes no room. */
    private static void show(Label label, String text) {
        label.setText(text);
        label.setManaged(!text.isEmpty());
    }

    private static Node rate(String id, Ikon icon, ObservableValue<String> text, String tooltipKey) {
        var label = label(id);
        label.setGraphic(new FontIcon(icon));
        label.getStyleClass().add("eg-status-rate");
        label.setTooltip(new Tooltip(Texts.WORDS.say(tooltipKey)));
        text.subscribe(value -> show(label, value));
        return label;
    }

    private static Node counter(Counter counter) {
        var name = new Label(counter.label());
        name.getStyleClass().add("eg-status-name");
        var value = new Label(Texts.WORDS.say("status.count", counter.value()));
        value.setId("status-" + counter.id());
        value.getStyleClass().addAll("eg-status-text", counter.tone().styleClass() + "-text");
        var pair = new HBox(name, value);
        pair.getStyleClass().add("eg-status-counter");
        Tooltip.install(pair, new Tooltip(counter.explanation()));
        return pair;
    }

    private static Node memory(StatusBarViewModel model) {
        var gauge = new ProgressBar(0);
        gauge.setId("status-memory-gauge");
        gauge.getStyleClass().add("eg-gauge");
        gauge.progressProperty().bind(model.memoryShareProperty());
        model.memoryShareProperty()
                .subscribe(share -> gauge.pseudoClassStateChanged(FULL, share.doubleValue() > NEARLY_FULL));
        var text = label("status-memory");
        var pair = new HBox(gauge, text);
        pair.getStyleClass().add("eg-status-memory");
        Tooltip.install(pair, new Tooltip(Texts.WORDS.say("status.memory.tooltip")));
        model.memoryProperty().subscribe(value -> {
            text.setText(value);
            gauge.setAccessibleText(Texts.WORDS.say("status.memory.accessible", value));
            pair.setManaged(!value.isEmpty());
        });
        return pair;
    }

    Region root() {
        return bar;
    }
}
