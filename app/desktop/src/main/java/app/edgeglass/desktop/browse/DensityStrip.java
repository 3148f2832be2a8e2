package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.Density;
import app.edgeglass.desktop.control.Controls;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** How many messages came when, as a strip over the time from the first to the last; a click goes to that time. */
final class DensityStrip {

    private static final int BARS = 160;
    private static final double STEP = 1.0 / BARS;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration LONG = Duration.ofDays(2);

    private final BrowseViewModel model;
    private final Bars bars = new Bars();
    private final Label from = new Label();
    private final Label to = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final HBox root;
    private double[] counts = new double[BARS];

    /** Columns, and the mark of where the table is. */
    private static final class Bars extends Region {

        private final Region[] columns = new Region[BARS];
        private final Region mark = new Region();
        private double[] parts = new double[BARS];
        private double place;

        Bars() {
            getStyleClass().add("eg-density");
            for (int i = 0; i < BARS; i++) {
                columns[i] = new Region();
                columns[i].getStyleClass().add("eg-density-bar");
                columns[i].setManaged(false);
                columns[i].setMouseTransparent(true);
                getChildren().add(columns[i]);
            }
            mark.getStyleClass().add("eg-density-mark");
            mark.setManaged(false);
            mark.setMouseTransparent(true);
            getChildren().add(mark);
        }

        void show(double[] heights) {
            parts = heights;
            requestLayout();
        }

        void mark(double at, boolean visible) {
            place = at;
            mark.setVisible(visible);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double left = snappedLeftInset();
            double width = getWidth() - left - snappedRightInset();
            double height = getHeight() - snappedTopInset() - snappedBottomInset();
            double bottom = snappedTopInset() + height;
            for (int i = 0; i < BARS; i++) {
                double x = snapPositionX(left + width * i * STEP);
                double next = snapPositionX(left + width * (i + 1) * STEP);
                // What there is is seen, however little.
                double tall = parts[i] <= 0 ? 0 : Math.max(1, parts[i] * height);
                columns[i].resizeRelocate(x, bottom - tall, Math.max(1, next - x - 1), tall);
            }
            double wide = mark.prefWidth(-1);
            mark.resizeRelocate(left + place * width - wide / 2, snappedTopInset(), wide, height);
        }
    }

    DensityStrip(BrowseViewModel model) {
        this.model = model;
        bars.setId("browse-density");
        bars.setFocusTraversable(true);
        bars.setAccessibleRole(AccessibleRole.SLIDER);
        bars.setAccessibleText(Texts.WORDS.say("density.accessible"));
        bars.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> go(event.getX() / bars.getWidth()));
        bars.addEventHandler(MouseEvent.MOUSE_MOVED, event -> tell(event.getX() / bars.getWidth()));
        bars.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        Tooltip.install(bars, tooltip);
        HBox.setHgrow(bars, Priority.ALWAYS);
        for (Label end : new Label[] {from, to}) {
            end.getStyleClass().add("eg-browse-note");
            end.setMinWidth(Region.USE_PREF_SIZE);
        }
        from.setId("browse-density-from");
        to.setId("browse-density-to");
        root = new HBox(from, bars, to);
        root.getStyleClass().add("eg-density-row");
        root.setAlignment(Pos.CENTER);
        model.density().densityProperty().subscribe(this::show);
        model.shownProperty().subscribe(this::mark);
    }

    private void show(Density density) {
        Controls.visible(root, !density.isEmpty());
        if (density.isEmpty()) {
            return;
        }
        counts = density.counts(BARS);
        double most = Arrays.stream(counts).max().orElse(1);
        bars.show(Arrays.stream(counts).map(count -> count / Math.max(1, most)).toArray());
        boolean days = Duration.between(density.from(), density.to()).compareTo(LONG) > 0;
        from.setText(said(density.from(), days ? DAY : SECOND));
        to.setText(said(density.to(), days ? DAY : SECOND));
        mark(model.shownProperty().get());
    }

    private static String said(Instant time, DateTimeFormatter by) {
        return by.format(time.atZone(ZoneId.systemDefault()));
    }

    private void mark(@Nullable Shown shown) {
        Density density = density();
        if (shown == null || density.isEmpty() || shown.rows().isEmpty()) {
            bars.mark(0, false);
        } else {
            bars.mark(Math.clamp(density.partOf(shown.top()), 0, 1), true);
        }
    }

    private Density density() {
        return model.density().densityProperty().get();
    }

    private void go(double part) {
        if (!density().isEmpty()) {
            model.scrollTo(density().sequenceAt(part));
        }
    }

    private void tell(double part) {
        if (!density().isEmpty()) {
            int bar = Math.clamp((long) (part * BARS), 0, BARS - 1);
            tooltip.setText(Texts.WORDS.say(
                    "density.tooltip",
                    said(density().timeAt(part), SECOND),
                    Texts.FIGURES.shortCount(Math.round(counts[bar])),
                    Texts.FIGURES.count(density().sequenceAt(part))));
        }
    }

    private void pressed(KeyEvent event) {
        Shown shown = model.shownProperty().get();
        if (shown == null || density().isEmpty()) {
            return;
        }
        double at = density().partOf(shown.top());
        switch (event.getCode()) {
            case LEFT -> {
                go(at - STEP);
                event.consume();
            }
            case RIGHT -> {
                go(at + STEP);
                event.consume();
            }
            default -> {}
        }
    }

    Parent root() {
        return root;
    }
}
