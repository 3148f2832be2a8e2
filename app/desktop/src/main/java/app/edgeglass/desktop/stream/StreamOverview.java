package app.edgeglass.desktop.stream;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.stream.StreamWarning;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.stream.StreamOverviewViewModel.Seen;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The Overview tab of a stream: state, replicas, origins, all of its configuration, and what can be done. */
public final class StreamOverview {

    private static final Duration OFTEN = Duration.ofMillis(250);

    private final StreamOverviewViewModel model;
    private final StreamCommands commands;
    private final Clock clock;
    private final Pages pages;
    private final Label trouble = new Label();
    private final Label warnings = new Label();
    private final FactGrid state = new FactGrid("stream-state");
    private final FactGrid replicas = new FactGrid("stream-replicas");
    private final FactGrid config = new FactGrid("stream-config");
    private final FillBar fill = new FillBar();
    private final VBox content = new VBox();
    private @Nullable ObjectNode shownConfig;

    /** @param gone called when the stream was deleted here */
    public StreamOverview(StreamOverviewViewModel model, StreamListView.Window window, Runnable gone) {
        this.model = model;
        this.clock = window.clock();
        fill.setId("stream-fill");
        fill.setMaxWidth(Double.MAX_VALUE);
        var left = new VBox(
                section(Texts.WORDS.say("overview.state"), fill, state.root()),
                section(Texts.WORDS.say("overview.replicas"), replicas.root()));
        left.getStyleClass().add("eg-overview-column");
        var right = new VBox(section(Texts.WORDS.say("overview.config"), config.root()));
        right.getStyleClass().add("eg-overview-column");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        var columns = new HBox(left, right);
        columns.getStyleClass().add("eg-overview-columns");
        content.getChildren().add(columns);
        content.getStyleClass().add("eg-overview");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "eg-field-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        for (Label line : List.of(trouble, warnings)) {
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.setMaxWidth(Double.MAX_VALUE);
        }
        trouble.setId("stream-overview-trouble");
        trouble.getStyleClass().add("eg-stream-trouble");
        warnings.setId("stream-overview-warnings");
        warnings.getStyleClass().add("eg-stream-warning-line");
        var page = new VBox(tools(), trouble, warnings, scroll);
        page.getStyleClass().add("eg-stream-pane");
        pages = new Pages(page);
        pages.root().setId("stream-overview");
        commands = new StreamCommands(window.around(), pages, new StreamCommands.Changed() {
            @Override
            public void changed(StreamServices of, String stream) {
                model.refresh();
            }

            @Override
            public void deleted(StreamServices of, String stream) {
                gone.run();
            }
        });
        model.seenProperty().subscribe(this::show);
        window.sampling().register(OFTEN, page, model::sample);
    }

    private static VBox section(String title, Node... nodes) {
        var heading = new Label(title);
        heading.getStyleClass().add("eg-overview-title");
        var box = new VBox(heading);
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("eg-overview-section");
        return box;
    }

    private HBox tools() {
        Button edit = Card.button(
                "stream-edit-button",
                Texts.WORDS.say("menu.edit"),
                () -> target(at -> at.commands().edit(at.services(), at.name())));
        Button purge = Card.button(
                "stream-purge-button",
                Texts.WORDS.say("menu.purge"),
                () -> target(at -> at.commands().purge(at.services(), at.name())));
        Button copy = Card.button(
                "stream-copy-button",
                Texts.WORDS.say("menu.copy"),
                () -> target(at -> at.commands().copy(at.services(), at.name())));
        var more = new MenuButton(Texts.WORDS.say("overview.more"));
        more.setId("stream-more-button");
        more.getItems().addAll(new StreamMenu("stream-more", this::target).items());
        var tools = new HBox(edit, copy, purge, more);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("eg-stream-header");
        return tools;
    }

    private void target(Consumer<StreamMenu.Target> action) {
        StreamServices services = model.services();
        var stream = model.shown();
        if (services != null && stream != null) {
            action.accept(new StreamMenu.Target(commands, services, stream.name()));
        }
    }

    /** Another stream, or none: what was over it belonged to the one before. */
    public void show(@Nullable StreamRef stream) {
        pages.back();
        model.show(stream);
    }

    private void show(Seen seen) {
        trouble.setText(seen.failure()
                .map(failure -> failure.sentence() + " " + failure.remedy())
                .orElse(""));
        Controls.visible(trouble, seen.failure().isPresent());
        warnings.setText(String.join(
                " · ", seen.warnings().stream().map(StreamWarning::sentence).toList()));
        Controls.visible(warnings, !seen.warnings().isEmpty());
        StreamInfo info = seen.info();
        content.setVisible(info != null);
        if (info == null) {
            shownConfig = null;
            return;
        }
        Controls.visible(fill, info.fill().isPresent());
        info.fill().ifPresent(fill::show);
        state.show(rows(info));
        replicas.show(replicaRows(info));
        // It seldom changes, and its labels are many.
        if (!info.config().equals(shownConfig)) {
            shownConfig = info.config();
            config.show(configRows(info.config()));
        }
    }

    private List<FactGrid.Fact> rows(StreamInfo info) {
        var rows = new ArrayList<FactGrid.Fact>();
        StateText.facts(info, clock.instant()).forEach((name, value) -> rows.add(new FactGrid.Fact(name, value, "")));
        return rows;
    }

    private static List<FactGrid.Fact> replicaRows(StreamInfo info) {
        var rows = new ArrayList<FactGrid.Fact>();
        info.replicas()
                .leader()
                .ifPresent(leader -> rows.add(new FactGrid.Fact(leader, Texts.WORDS.say("replica.leader"), "")));
        info.replicas()
                .followers()
                .forEach(follower -> rows.add(new FactGrid.Fact(follower.name(), StateText.of(follower), "")));
        info.origins()
                .forEach(origin -> rows.add(new FactGrid.Fact(
                        origin.mirror()
                                ? Texts.WORDS.say("origin.mirror", origin.name())
                                : Texts.WORDS.say("origin.source", origin.name()),
                        StateText.of(origin),
                        "")));
        if (rows.isEmpty()) {
            rows.add(new FactGrid.Fact(Texts.WORDS.say("replica.alone"), "", ""));
        }
        return rows;
    }

    /** All that the server says, in the order of the form, and then what nobody here knows. */
    private static List<FactGrid.Fact> configRows(ObjectNode config) {
        var rows = new ArrayList<FactGrid.Fact>();
        var names = new LinkedHashSet<String>();
        StreamGroups.all().forEach(group -> names.addAll(group.fields()));
        names.retainAll(config.propertyNames());
        names.forEach(name -> rows.add(
                new FactGrid.Fact(StreamText.FIELDS.label(name), StreamText.value(name, config.get(name)), name)));
        config.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> rows.add(new FactGrid.Fact(
                        Texts.WORDS.say("overview.unknown", name), StreamText.value(name, config.get(name)), name)));
        return rows;
    }

    public Parent root() {
        return pages.root();
    }
}
