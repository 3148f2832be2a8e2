package app.edgeglass.desktop.shell;

import app.edgeglass.core.settings.Section;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.SplitPane;

/** Remembers how split panes are divided. */
public final class Dividers {

    private final Section<WindowSettings> settings;

    public Dividers(Section<WindowSettings> settings) {
        this.settings = settings;
    }

    /**
     * Divides the pane as it was, and remembers it from now on, under its id.
     *
     * @param pane has its id and its items already
     * @param defaults where its dividers are at first, from 0 to 1
     */
    public void follow(SplitPane pane, double... defaults) {
        List<Double> before = settings.get().dividers().getOrDefault(pane.getId(), List.of());
        boolean fits = before.size() == pane.getDividers().size()
                && before.stream().allMatch(position -> position >= 0 && position <= 1);
        pane.setDividerPositions(
                fits ? before.stream().mapToDouble(Double::doubleValue).toArray() : defaults);
        pane.getDividers()
                .forEach(divider -> divider.positionProperty().subscribe(() -> {
                    // Before it is laid out a pane moves its dividers as it likes.
                    if (pane.getScene() != null && pane.getWidth() > 0) {
                        remember(pane);
                    }
                }));
    }

    private void remember(SplitPane pane) {
        List<Double> positions =
                Arrays.stream(pane.getDividerPositions()).boxed().toList();
        settings.update(before -> before.withDividers(pane.getId(), positions));
    }
}
