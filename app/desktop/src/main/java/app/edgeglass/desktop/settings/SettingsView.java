package app.edgeglass.desktop.settings;

import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.settings.SettingsViewModel.Field;
import app.edgeglass.desktop.shell.Appearance;
import app.edgeglass.desktop.shell.ThemeChoice;
import app.edgeglass.desktop.shell.dialog.Overlay;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The settings, over the window. */
public final class SettingsView {

    /** Title, button and a margin. */
    private static final double ROUND_THE_GRID = 160;

    private final SettingsViewModel model;
    private final Overlay overlay;

    public SettingsView(SettingsViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
    }

    public void open() {
        var grid = new GridPane();
        grid.getStyleClass().add("eg-settings-grid");
        int row = 0;
        heading(grid, row++, Texts.WORDS.say("appearance"));
        row(grid, row++, Texts.WORDS.say("theme"), themes());
        row(grid, row++, Texts.WORDS.say("zoom"), zoom());
        heading(grid, row++, Texts.WORDS.say("start"));
        row(grid, row++, Texts.WORDS.say("start.open"), start());
        heading(grid, row++, Texts.WORDS.say("memory"));
        var budgets = new BudgetFields(model);
        row(grid, row++, Texts.WORDS.say("memory.log"), budgets.field(Field.LOG, "settings-log-bytes"));
        grid.add(budgets.note(Field.LOG), 1, row++);
        row(grid, row++, Texts.WORDS.say("memory.values"), budgets.field(Field.VALUES, "settings-value-bytes"));
        grid.add(budgets.note(Field.VALUES), 1, row++);
        row(grid, row++, Texts.WORDS.say("memory.tree"), budgets.field(Field.TREE, "settings-tree-bytes"));
        grid.add(budgets.note(Field.TREE), 1, row++);
        budgets.show();
        note(
                grid,
                row++,
                Texts.WORDS.say("memory.note", Sizes.say(model.mostTogether()), Sizes.say(model.memoryOfProgram())));
        heading(grid, row++, Texts.WORDS.say("published"));
        grid.add(remember(), 0, row++, 2, 1);
        grid.add(published(), 0, row++, 2, 1);
        heading(grid, row++, Texts.WORDS.say("files"));
        row(
                grid,
                row++,
                Texts.WORDS.say("files.settings"),
                path(model.directories().config()));
        row(grid, row++, Texts.WORDS.say("files.data"), path(model.directories().data()));
        row(grid, row, Texts.WORDS.say("files.logs"), path(model.directories().logs()));

        var title = new Label(Texts.WORDS.say("title"));
        title.getStyleClass().add("eg-dialog-title");
        var close = new Button(Texts.WORDS.say("close"));
        close.setId("settings-close-button");
        close.setDefaultButton(true);
        close.setOnAction(event -> overlay.close());
        var buttons = new HBox(close);
        buttons.getStyleClass().add("eg-dialog-buttons");
        // In a small window, or with large text, not all of it has room.
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // So that the window behind stays to be seen.
        scroll.maxHeightProperty().bind(overlay.root().heightProperty().subtract(ROUND_THE_GRID));
        var box = new VBox(title, scroll, buttons);
        box.setId("settings");
        box.getStyleClass().addAll("eg-dialog", "eg-settings");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.open(box, Pos.CENTER, close, () -> {});
    }

    private static void heading(GridPane grid, int row, String text) {
        var label = new Label(text);
        label.getStyleClass().add("eg-settings-heading");
        grid.add(label, 0, row, 2, 1);
    }

    private static void note(GridPane grid, int row, String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("eg-muted", "eg-small");
        grid.add(label, 1, row);
    }

    private static void row(GridPane grid, int row, String name, Node control) {
        var label = new Label(name);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(label, 0, row);
        grid.add(control, 1, row);
    }

    private Node themes() {
        Appearance appearance = model.appearance();
        var group = new ToggleGroup();
        var buttons = new ArrayList<ToggleButton>();
        for (ThemeChoice choice : ThemeChoice.values()) {
            var button = new ToggleButton(name(choice));
            button.setId("settings-theme-" + choice.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(appearance.themeProperty().get() == choice);
            button.getStyleClass()
                    .add(
                            switch (choice) {
                                case SYSTEM -> Styles.LEFT_PILL;
                                case LIGHT -> Styles.CENTER_PILL;
                                case DARK -> Styles.RIGHT_PILL;
                            });
            button.setOnAction(event -> {
                appearance.choose(choice);
                button.setSelected(true);
            });
            buttons.add(button);
        }
        return new HBox(buttons.toArray(Node[]::new));
    }

    private static String name(ThemeChoice choice) {
        return switch (choice) {
            case SYSTEM -> Texts.WORDS.say("theme.system");
            case LIGHT -> Texts.WORDS.say("theme.light");
            case DARK -> Texts.WORDS.say("theme.dark");
        };
    }

    private Node zoom() {
        Appearance appearance = model.appearance();
        return choice(
                "settings-zoom",
                Appearance.zoomSteps(),
                appearance.zoomProperty().get(),
                percent -> Texts.WORDS.say("percent", percent),
                appearance::zoomTo);
    }

    private Node start() {
        return choice(
                "settings-at-start",
                List.of(AtStart.values()),
                model.start().atStart(),
                SettingsView::name,
                model.start()::choose);
    }

    private static String name(AtStart choice) {
        return switch (choice) {
            case LAST -> Texts.WORDS.say("start.last");
            case SAMPLE -> Texts.WORDS.say("start.sample");
            case PAGE -> Texts.WORDS.say("start.page");
        };
    }

    private Node remember() {
        var box = new CheckBox(Texts.WORDS.say("published.remember"));
        box.setId("settings-remember-published");
        box.setSelected(model.published().isRemembered());
        box.setOnAction(event -> model.published().remember(box.isSelected()));
        return box;
    }

    private Node published() {
        var note = new Label(Texts.WORDS.say("published.note"));
        note.setWrapText(true);
        note.getStyleClass().addAll("eg-muted", "eg-small");
        HBox.setHgrow(note, Priority.ALWAYS);
        var forget =
                new Button(Texts.WORDS.say("published.forget", model.published().count()));
        forget.setId("settings-forget-published-button");
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setDisable(model.published().count() == 0);
        forget.setOnAction(event -> {
            model.published().forget();
            forget.setText(Texts.WORDS.say("published.forget", 0));
            forget.setDisable(true);
        });
        var line = new HBox(note, forget);
        line.getStyleClass().add("eg-settings-line");
        return line;
    }

    static <T> ComboBox<T> choice(
            String id, List<T> choices, @Nullable T present, Function<T, String> words, Consumer<T> onChosen) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        if (present != null) {
            box.setValue(present);
        }
        box.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                onChosen.accept(now);
            }
        });
        return box;
    }

    private static Node path(Path folder) {
        var field = new TextField(folder.toString());
        field.setEditable(false);
        field.getStyleClass().addAll("eg-settings-path", "eg-code");
        return field;
    }
}
