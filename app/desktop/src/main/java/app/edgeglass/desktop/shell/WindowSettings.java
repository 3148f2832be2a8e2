package app.edgeglass.desktop.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the window was, and how its parts were divided.
 *
 * @param width 0 before the first time
 * @param dividers by the id of the split pane, each divider from 0 to 1
 * @param screen the id of the screen shown last; empty for none
 */
public record WindowSettings(
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        Map<String, List<Double>> dividers,
        String screen) {

    public static final WindowSettings DEFAULT = new WindowSettings(0, 0, 0, 0, false, Map.of(), "");

    public WindowSettings {
        dividers = Map.copyOf(dividers);
    }

    WindowSettings at(double newX, double newY, double newWidth, double newHeight) {
        return new WindowSettings(newX, newY, newWidth, newHeight, maximized, dividers, screen);
    }

    WindowSettings withMaximized(boolean now) {
        return new WindowSettings(x, y, width, height, now, dividers, screen);
    }

    WindowSettings withDividers(String id, List<Double> positions) {
        var changed = new TreeMap<>(dividers);
        changed.put(id, List.copyOf(positions));
        return new WindowSettings(x, y, width, height, maximized, changed, screen);
    }

    WindowSettings withScreen(String id) {
        return new WindowSettings(x, y, width, height, maximized, dividers, id);
    }
}
