package app.edgeglass.desktop.shell;

import app.edgeglass.desktop.shell.action.Actions;
import app.edgeglass.desktop.shell.action.Shortcuts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The screens, down the left side: sign and name. */
final class NavigationRail {

    private final Navigation navigation;
    private final Actions actions;
    private final VBox rail = new VBox();
    private final ToggleGroup group = new ToggleGroup();

    NavigationRail(Navigation navigation, Actions actions) {
        this.navigation = navigation;
        this.actions = actions;
        rail.setId("navigation");
        rail.getStyleClass().add("eg-rail");
        navigation.screens().addListener((ListChangeListener<Screen>) change -> show());
        navigation.currentProperty().subscribe(this::select);
        show();
    }

    private void show() {
        rail.getChildren().clear();
        group.getToggles().clear();
        for (Screen screen : navigation.screens()) {
            var button = new ToggleButton(screen.title(), new FontIcon(screen.icon()));
            button.setId("navigation-" + screen.id());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setUserData(screen);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("eg-rail-button");
            actions.find("go-" + screen.id())
                    .map(Shortcuts::tooltip)
                    .ifPresent(text -> button.setTooltip(new Tooltip(text)));
            button.setOnAction(event -> {
                navigation.go(screen.id());
                // A second click on the shown screen must not let go of it.
                button.setSelected(true);
            });
            rail.getChildren().add(button);
        }
        boolean some = !navigation.screens().isEmpty();
        rail.setVisible(some);
        rail.setManaged(some);
        navigation.current().ifPresent(this::select);
    }

    private void select(@Nullable Screen screen) {
        group.selectToggle(group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(screen))
                .findFirst()
                .orElse(null));
    }

    Region root() {
        return rail;
    }
}
