package app.edgeglass.desktop.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * A line of parts, some at its left end and some at its right. Where there is no room for all, whole parts go, the least
 * important first, so that what is left can be read.
 */
final class PartsLine extends Pane {

    private static final double GAP = 0.55;

    private final List<Part> parts = new ArrayList<>();

    private record Part(Node node, boolean right, int importance) {}

    /** Adds a part at the left end, after those that are there. */
    void addLeft(Node node, int importance) {
        add(new Part(node, false, importance));
    }

    /** Adds a part at the right end, after those that are there. */
    void addRight(Node node, int importance) {
        add(new Part(node, true, importance));
    }

    private void add(Part part) {
        parts.add(part);
        getChildren().add(part.node());
    }

    /** In proportion to the line's height, which the stylesheet sets in em. */
    private double gap() {
        return snapSpaceX(getHeight() * GAP);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        Set<Part> shown = fitting(right - left);
        for (Part part : parts) {
            boolean shows = shown.contains(part);
            part.node().setVisible(shows);
            if (shows && !part.right()) {
                left = place(part.node(), left);
            }
        }
        for (Part part : parts.reversed()) {
            if (part.right() && shown.contains(part)) {
                right -= width(part.node());
                place(part.node(), right);
                right -= gap();
            }
        }
    }

    private double place(Node node, double x) {
        double width = width(node);
        double height = Math.min(getHeight(), snapSizeY(node.prefHeight(-1)));
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
        return x + width + gap();
    }

    private double width(Node node) {
        return snapSizeX(node.prefWidth(-1));
    }

    private Set<Part> fitting(double room) {
        var shown = new HashSet<Part>();
        double used = 0;
        var byImportance = parts.stream()
                .filter(part -> part.node().isManaged())
                .sorted(Comparator.comparingInt(Part::importance).reversed())
                .toList();
        for (Part part : byImportance) {
            used += width(part.node()) + (shown.isEmpty() ? 0 : gap());
            if (used > room && !shown.isEmpty()) {
                break;
            }
            shown.add(part);
        }
        return shown;
    }
}
