package app.edgeglass.desktop.consumer;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** How a lag went, as a line from the left to the right. */
final class LagCurve extends Region {

    private final Polyline line = new Polyline();
    private List<Long> values = List.of();

    LagCurve() {
        getStyleClass().add("eg-lag-curve");
        line.getStyleClass().add("eg-lag-line");
        line.setManaged(false);
        getChildren().add(line);
    }

    void show(List<Long> newValues, String accessible) {
        values = newValues;
        setAccessibleText(accessible);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.getPoints().clear();
        if (values.size() < 2) {
            return;
        }
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        for (int i = 0; i < values.size(); i++) {
            line.getPoints()
                    .addAll(
                            snappedLeftInset() + width * i / (values.size() - 1),
                            snappedTopInset() + height * (1 - values.get(i) / (double) most));
        }
    }
}
