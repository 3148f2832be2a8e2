package app.edgeglass.desktop.shell.action;

import app.edgeglass.desktop.shell.dialog.Overlay;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The command palette: a field, and below it what fits. */
public final class PaletteView {

    private static final int PAGE = 8;
    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 12;
    /** Of the window's height. */
    private static final double MOST_SHARE = 0.6;

    private final PaletteViewModel model;
    private final Overlay overlay;
    private final TextField field = new TextField();
    private final ListView<PaletteRow> list = new ListView<>();
    private final VBox box;

    public PaletteView(PaletteViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        field.setId("palette-field");
        field.setPromptText(Texts.WORDS.say("palette.prompt"));
        field.setAccessibleText(Texts.WORDS.say("palette.prompt"));
        field.getStyleClass().add("eg-palette-field");
        field.textProperty().subscribe(text -> model.type(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);

        list.setId("palette-list");
        list.setAccessibleText(Texts.WORDS.say("palette.list"));
        list.getStyleClass().addAll("eg-palette-list", "edge-to-edge");
        list.setFocusTraversable(false);
        list.setItems(model.rows());
        list.setCellFactory(view -> new PaletteCell(this::run));
        var nothing = new Label(Texts.WORDS.say("palette.nothing"));
        nothing.getStyleClass().add("eg-muted");
        list.setPlaceholder(nothing);
        model.selectedProperty().subscribe(row -> {
            list.getSelectionModel().select(row);
            if (row != null) {
                reveal(list.getItems().indexOf(row));
            }
        });

        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        this::height,
                        list.fixedCellSizeProperty(),
                        list.insetsProperty(),
                        overlay.root().heightProperty(),
                        model.rows()));
        box = new VBox(field, list);
        box.getStyleClass().add("eg-palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** As high as its rows, up to a limit. */
    private double height() {
        int rows = Math.clamp(model.rows().size(), LEAST_ROWS, MOST_ROWS);
        double wanted = rows * Math.max(1, list.getFixedCellSize())
                + 1
                + list.getInsets().getTop()
                + list.getInsets().getBottom();
        return Math.min(wanted, overlay.root().getHeight() * MOST_SHARE);
    }

    /** A heading stays in view with the first row below it. */
    private void reveal(int index) {
        boolean belowHeading = index > 0 && !list.getItems().get(index - 1).canRun();
        int wanted = belowHeading ? index - 1 : index;
        if (list.lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow) {
            flow.scrollTo(wanted);
        }
    }

    /** Opens it, or closes it when it is open. */
    public void toggle() {
        if (overlay.isShowing(box)) {
            overlay.close();
            return;
        }
        field.clear();
        model.open();
        overlay.open(box, Pos.TOP_CENTER, field, () -> {});
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(PAGE);
            case PAGE_UP -> model.move(-PAGE);
            case ENTER -> run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run(PaletteRow row) {
        model.select(row);
        run();
    }

    private void run() {
        model.take().ifPresent(taken -> {
            overlay.close();
            taken.run();
        });
    }
}
