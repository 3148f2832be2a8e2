package app.edgeglass.desktop.shell;

import app.edgeglass.core.settings.Section;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** Puts the window where it was, as long as that can be seen, and remembers where it goes. */
final class WindowPlace {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 520;
    /** So much of the title bar must be on a screen for the window to be grasped there. */
    private static final double GRASP = 100;

    private final Section<WindowSettings> settings;

    WindowPlace(Section<WindowSettings> settings) {
        this.settings = settings;
    }

    void follow(Stage stage) {
        restore(stage);
        Runnable moved = () -> {
            // While maximised or minimised the numbers are not those to come back to.
            if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
                settings.update(before -> before.at(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
            }
        };
        stage.xProperty().subscribe(moved);
        stage.yProperty().subscribe(moved);
        stage.widthProperty().subscribe(moved);
        stage.heightProperty().subscribe(moved);
        stage.maximizedProperty().subscribe(() -> settings.update(before -> before.withMaximized(stage.isMaximized())));
    }

    private void restore(Stage stage) {
        WindowSettings before = settings.get();
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        if (before.width() > 0 && canBeGrasped(before)) {
            stage.setX(before.x());
            stage.setY(before.y());
            stage.setWidth(before.width());
            stage.setHeight(before.height());
        } else {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
            stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
            stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
        }
        stage.setMaximized(before.maximized());
    }

    private static boolean canBeGrasped(WindowSettings place) {
        return javafx.stage.Screen.getScreens().stream()
                .map(javafx.stage.Screen::getVisualBounds)
                .anyMatch(screen -> place.y() >= screen.getMinY() - 1
                        && place.y() < screen.getMaxY() - GRASP
                        && place.x() + place.width() > screen.getMinX() + GRASP
                        && place.x() < screen.getMaxX() - GRASP);
    }
}
