package app.edgeglass.desktop.sandbox;

import app.edgeglass.desktop.sandbox.LocalServerViewModel.Fact;
import app.edgeglass.desktop.sandbox.LocalServerViewModel.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The local server's screen: how it stands, what plays on it, and its log. */
public final class LocalServerView {

    private static final List<Double> SPEEDS = List.of(0.1, 0.5, 1.0, 2.0, 5.0, 10.0);

    private final LocalServerViewModel model;
    private final Label state = new Label();
    private final Label trouble = new Label();
    private final Button stop = new Button(Texts.WORDS.say("stop"), new FontIcon(MaterialDesignS.STOP));
    private final GridPane serverFacts = grid();
    private final Label world = new Label();
    private final GridPane worldFacts = grid();
    private final ToggleGroup speeds = new ToggleGroup();
    private final HBox speedLine = new HBox();
    private final VBox starts = new VBox();
    private final StartFields fields;
    private final Label startTrouble = new Label();
    private final VBox running = new VBox();
    private final VBox stopped = new VBox();
    private final ListView<String> log = new ListView<>();
    private final Label logNote = new Label();
    private final Map<String, TextField> values = new HashMap<>();
    private final SplitPane root;

    public LocalServerView(LocalServerViewModel model) {
        this.model = model;
        fields = new StartFields(model);
        var side = new ScrollPane(new VBox(heading(), running(), stopped()));
        ((VBox) side.getContent()).getStyleClass().add("eg-server-side");
        side.setFitToWidth(true);
        side.getStyleClass().add("edge-to-edge");
        side.setMinWidth(300);
        root = new SplitPane(side, logPane());
        root.setId("local-server-split");
        SplitPane.setResizableWithParent(side, false);
        root.setDividerPositions(0.36);
        model.pictureProperty().subscribe(this::show);
        model.log().addListener((ListChangeListener<String>) change -> note());
        note();
    }

    private Node heading() {
        var title = new Label(Texts.WORDS.say("title"));
        title.getStyleClass().add("title-3");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        stop.setId("local-server-stop-button");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(event -> model.stop());
        state.setId("local-server-state");
        state.getStyleClass().add("eg-server-state");
        var line = new HBox(title, state, space, stop);
        line.getStyleClass().add("eg-server-heading");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node running() {
        world.setId("local-server-world");
        world.getStyleClass().add("title-4");
        world.setWrapText(true);
        trouble.setId("local-server-trouble");
        trouble.setWrapText(true);
        trouble.getStyleClass().add("eg-server-trouble");
        var label = new Label(Texts.WORDS.say("speed"));
        label.getStyleClass().add("eg-fact-label");
        speedLine.getStyleClass().add("eg-server-speeds");
        speedLine.setAlignment(Pos.CENTER_LEFT);
        speedLine.getChildren().add(label);
        for (double speed : SPEEDS) {
            String text = speed < 1 ? Double.toString(speed) : Long.toString(Math.round(speed));
            var button = new ToggleButton(Texts.WORDS.say("speed.value", text));
            button.setId("local-server-speed-" + text.replace('.', '-'));
            button.setAccessibleText(Texts.WORDS.say("speed.accessible", text));
            button.getStyleClass().add("small");
            button.setToggleGroup(speeds);
            button.setUserData(speed);
            button.setOnAction(event -> model.speed(speed));
            speedLine.getChildren().add(button);
        }
        running.getStyleClass().add("eg-server-part");
        running.getChildren().setAll(trouble, serverFacts, world, worldFacts, speedLine);
        return running;
    }

    private Node stopped() {
        var note = new Label(Texts.WORDS.say("stopped.note"));
        note.setWrapText(true);
        starts.getStyleClass().add("eg-server-starts");
        stopped.getStyleClass().add("eg-server-part");
        startTrouble.setId("local-server-start-trouble");
        startTrouble.setWrapText(true);
        startTrouble.setMinHeight(Region.USE_PREF_SIZE);
        startTrouble.getStyleClass().add("eg-server-trouble");
        stopped.getChildren().setAll(startTrouble, note, starts, fields.root());
        return stopped;
    }

    /**
     * Offers worlds to start with.
     *
     * @param samples titles by name
     */
    public void offer(Map<String, String> samples) {
        starts.getChildren().clear();
        samples.forEach((name, title) -> starts.getChildren().add(start(name, Texts.WORDS.say("start.with", title))));
        starts.getChildren().add(start("", Texts.WORDS.say("start.empty")));
    }

    private Button start(String name, String text) {
        var button = new Button(text, new FontIcon(MaterialDesignP.PLAY));
        button.setId(name.isEmpty() ? "local-server-start-empty" : "local-server-start-" + name);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> model.start(name));
        return button;
    }

    private Node logPane() {
        var title = new Label(Texts.WORDS.say("log.title"));
        title.getStyleClass().add("eg-pane-title");
        logNote.getStyleClass().add("eg-pane-note");
        var header = new HBox(title, logNote);
        header.getStyleClass().add("eg-pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        log.setId("local-server-log");
        log.setAccessibleText(Texts.WORDS.say("log.accessible"));
        log.setItems(model.log());
        log.getStyleClass().addAll("eg-server-log", "dense");
        log.setCellFactory(list -> new LogCell());
        var empty = new Label(Texts.WORDS.say("log.empty"));
        empty.getStyleClass().add("eg-placeholder");
        log.setPlaceholder(empty);
        VBox.setVgrow(log, Priority.ALWAYS);
        return new VBox(header, log);
    }

    private void note() {
        int lines = model.log().size();
        logNote.setText(
                model.cutLines() == 0
                        ? Texts.WORDS.say("log.lines", Texts.FIGURES.count(lines))
                        : Texts.WORDS.say(
                                "log.lines.cut", Texts.FIGURES.count(lines), Texts.FIGURES.count(model.cutLines())));
        if (log.getSelectionModel().isEmpty() && lines > 0) {
            log.scrollTo(lines - 1);
        }
    }

    private void show(Picture picture) {
        boolean any = !picture.server().isEmpty();
        visible(running, any);
        visible(stopped, !any);
        visible(stop, any);
        startTrouble.setText(any ? "" : picture.trouble());
        visible(startTrouble, !startTrouble.getText().isEmpty());
        fields.refresh();
        state.setText(any ? picture.state() : Texts.WORDS.say("state.stopped"));
        trouble.setText(picture.trouble());
        visible(trouble, !picture.trouble().isEmpty());
        fill(serverFacts, picture.server());
        boolean playing = !picture.facts().isEmpty();
        world.setText(picture.world());
        visible(world, playing);
        visible(worldFacts, playing);
        visible(speedLine, playing);
        fill(worldFacts, picture.facts());
        speeds.getToggles()
                .forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(picture.speed())));
    }

    private void fill(GridPane grid, List<Fact> facts) {
        int row = 0;
        for (Fact fact : facts) {
            TextField value = values.get(fact.id());
            if (value == null) {
                var label = new Label(fact.label());
                label.getStyleClass().add("eg-fact-label");
                // A field that cannot be changed, so that the value can be selected and copied.
                value = new TextField();
                value.setId("local-server-" + fact.id());
                value.setEditable(false);
                value.setAccessibleText(fact.label());
                value.getStyleClass().add("eg-fact-value");
                GridPane.setHgrow(value, Priority.ALWAYS);
                grid.addRow(row, label, value);
                values.put(fact.id(), value);
            }
            if (!value.getText().equals(fact.value())) {
                value.setText(fact.value());
            }
            row++;
        }
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("eg-facts");
        return grid;
    }

    private static void visible(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    public Parent root() {
        return root;
    }
}
