package app.edgeglass.desktop.shell;

import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import app.edgeglass.desktop.shell.action.Shortcuts;
import app.edgeglass.desktop.shell.notice.NoticesViewModel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The bar at the top: the product, the session, the way into the palette, and what concerns the whole window. */
final class TopBar {

    /** Below this width, in pixels for each percent of zoom, the mark stands for the name. */
    private static final double NARROW = 6.5;

    private final HBox bar = new HBox();
    private final Actions actions;

    /** @param besideChip stands beside the name of the session */
    TopBar(SessionChip chip, Region besideChip, Actions actions, Appearance appearance, NoticesViewModel notices) {
        this.actions = actions;
        var product = new Label(Texts.WORDS.say("product"));
        appearance.zoomProperty().subscribe(zoom -> product.setGraphic(ProductMark.node(0.2 * zoom.doubleValue())));
        product.getStyleClass().add("eg-product");
        product.setMinWidth(Region.USE_PREF_SIZE);

        var bell = button("notices-button", WindowActions.NOTICES, MaterialDesignB.BELL_OUTLINE);
        var badge = new Label();
        badge.setId("notices-badge");
        badge.getStyleClass().add("eg-badge");
        badge.setMouseTransparent(true);
        notices.unreadProperty().subscribe(unread -> {
            badge.setText(unread.intValue() > 99 ? "99+" : unread.toString());
            badge.setVisible(unread.intValue() > 0);
            bell.setAccessibleText(Texts.WORDS.say("notices.accessible", unread));
        });
        var bellWithBadge = new StackPane(bell, badge);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);

        var theme = button("theme-button", WindowActions.THEME, MaterialDesignW.WEATHER_NIGHT);
        appearance
                .darkProperty()
                .subscribe(dark -> theme.setGraphic(
                        new FontIcon(dark ? MaterialDesignW.WEATHER_SUNNY : MaterialDesignW.WEATHER_NIGHT)));
        var keys = button("shortcuts-button", WindowActions.SHORTCUTS, MaterialDesignK.KEYBOARD_OUTLINE);

        var settings = button("settings-button", WindowActions.SETTINGS, MaterialDesignC.COG_OUTLINE);

        Runnable compact = () -> product.setContentDisplay(
                bar.getWidth() > 0
                                && bar.getWidth()
                                        < NARROW * appearance.zoomProperty().get()
                        ? ContentDisplay.GRAPHIC_ONLY
                        : ContentDisplay.LEFT);
        bar.widthProperty().subscribe(compact);
        appearance.zoomProperty().subscribe(compact);
        bar.getStyleClass().add("eg-top-bar");
        bar.getChildren()
                .addAll(
                        product,
                        chip.root(),
                        besideChip,
                        space(),
                        paletteButton(),
                        space(),
                        side(bellWithBadge, theme, keys, settings));
    }

    private static HBox side(Node... nodes) {
        var side = new HBox(nodes);
        side.getStyleClass().add("eg-top-side");
        side.setFillHeight(false);
        return side;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Button paletteButton() {
        var text = new Label(Texts.WORDS.say("palette.field"), new FontIcon(MaterialDesignM.MAGNIFY));
        text.getStyleClass().add("eg-palette-button-text");
        var space = space();
        var keys = new Label();
        keys.getStyleClass().add("eg-key");
        actions.find(Actions.PALETTE)
                .ifPresent(action ->
                        keys.setText(Shortcuts.shown(action.shortcuts().getFirst())));
        var line = new HBox(text, space, keys);
        line.getStyleClass().add("eg-palette-button-line");
        var button = new Button();
        button.setGraphic(line);
        button.setId("palette-button");
        button.setAccessibleText(Texts.WORDS.say("palette.field"));
        button.getStyleClass().add("eg-palette-button");
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(event -> actions.run(Actions.PALETTE));
        return button;
    }

    private Button button(String id, String actionId, Ikon icon) {
        Action action = actions.find(actionId).orElseThrow();
        var button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(action.title());
        button.setTooltip(new Tooltip(Shortcuts.tooltip(action)));
        button.getStyleClass().add("eg-icon-button");
        button.setOnAction(event -> actions.run(actionId));
        return button;
    }

    Region root() {
        return bar;
    }
}
