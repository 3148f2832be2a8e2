package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.Extent;
import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.shell.Dividers;
import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The messages of a stream: ways to get anywhere in it, what it looks like over time, its rows, and one of them in full. */
public final class BrowseView {

    /** From this width on, in em, table and details stand side by side. */
    private static final double SIDE_BY_SIDE = 80;

    private static final double TABLE_PART = 0.62;
    private static final KeyCombination JUMP = new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);

    private final BrowseViewModel model;
    private final JumpBar jump;
    private final BrowseTable table;
    private final Label extent = new Label();
    private final VBox root;

    /** What the view asks of others. */
    public interface Surroundings {

        /** How a payload reads in one line. */
        String preview(StoredMessage message, int limit);

        /** Where the details of a message are shown. */
        Parent details();

        /** What else can be done with a message, for its menu; made anew for each time it opens. */
        List<MenuItem> menu(StreamRef stream, StoredMessage message);

        /** What else can be done with the messages of the stream, for the bar above them. */
        List<Node> tools();
    }

    /** @param em the size of text in pixels */
    public BrowseView(
            BrowseViewModel model,
            EmColumns widths,
            ObservableValue<Double> em,
            Dividers dividers,
            Clock clock,
            Surroundings around) {
        this.model = model;
        jump = new JumpBar(model, clock);
        table = new BrowseTable(model, widths, around);
        var columns = new ColumnsBar(model, table);
        extent.setId("browse-extent");
        extent.getStyleClass().add("eg-browse-note");
        extent.setMinWidth(0);
        var tools = new HBox(jump.root(), Controls.space(), extent, columns.button());
        tools.getChildren().addAll(around.tools());
        tools.getStyleClass().add("eg-browse-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        var split = new SplitPane(table.root(), around.details());
        split.setId("browse-split");
        split.widthProperty()
                .subscribe(width -> split.setOrientation(
                        width.doubleValue() / em.getValue() < SIDE_BY_SIDE
                                ? Orientation.VERTICAL
                                : Orientation.HORIZONTAL));
        dividers.follow(split, TABLE_PART);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(
                tools, columns.row(), new SearchBar(model).root(), new DensityStrip(model).root(), failureBar(), split);
        root.setId("browse");
        root.getStyleClass().add("eg-browse");
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (JUMP.match(event)) {
                jump.focus();
                event.consume();
            }
        });
        model.shownProperty().subscribe(shown -> extent.setText(shown == null ? "" : said(shown.extent())));
    }

    private static String said(Extent extent) {
        if (extent.isEmpty()) {
            return Texts.WORDS.say("extent.empty");
        }
        String messages = Texts.FIGURES.count(extent.messages());
        String said = Texts.WORDS.say(
                "extent",
                messages,
                Texts.FIGURES.count(extent.first()),
                Texts.FIGURES.count(extent.last()),
                Sizes.say(extent.bytes(), Texts.WORDS.locale()));
        return extent.deleted() == 0
                ? said
                : Texts.WORDS.say("extent.deleted", said, Texts.FIGURES.count(extent.deleted()));
    }

    private HBox failureBar() {
        var sentence = new Label();
        sentence.setId("browse-failure");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var again = Controls.textButton("browse-retry-button", Texts.WORDS.say("retry"), model::refresh);
        var bar = new HBox(new FontIcon(MaterialDesignA.ALERT_OUTLINE), sentence, again);
        bar.getStyleClass().add("eg-browse-failure");
        bar.setAlignment(Pos.CENTER_LEFT);
        Runnable tell = () -> {
            Failure failure = reason();
            Controls.visible(bar, failure != null);
            sentence.setText(failure == null ? "" : failure.sentence() + " " + failure.remedy());
        };
        model.failureProperty().subscribe(tell);
        model.search().failureProperty().subscribe(tell);
        tell.run();
        return bar;
    }

    private @Nullable Failure reason() {
        Failure reading = model.failureProperty().get();
        return reading == null ? model.search().failureProperty().get() : reading;
    }

    /** Gives the keyboard to the table. */
    public void focus() {
        table.focus();
    }

    public Parent root() {
        return root;
    }
}
