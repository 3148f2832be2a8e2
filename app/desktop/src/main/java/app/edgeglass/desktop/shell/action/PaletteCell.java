package app.edgeglass.desktop.shell.action;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A row of the palette: a heading, or a title with the letters that fit set off, and its keys or detail at the right. */
final class PaletteCell extends ListCell<PaletteRow> {

    private final TextFlow title = new TextFlow();
    private final Label right = new Label();
    private final HBox line;

    PaletteCell(Consumer<PaletteRow> onTaken) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        title.getStyleClass().add("eg-palette-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(title, space, right);
        line.getStyleClass().add("eg-palette-row");
        line.setFillHeight(false);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            PaletteRow row = getItem();
            if (row != null && row.canRun()) {
                onTaken.accept(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("eg-palette-heading", "eg-palette-choice");
        setText(null);
        setGraphic(null);
        if (empty || row == null) {
            return;
        }
        switch (row) {
            case PaletteRow.Heading heading -> {
                setText(heading.text());
                getStyleClass().add("eg-palette-heading");
            }
            case PaletteRow.Command command -> {
                show(command.action().title(), command.positions());
                right.setText(
                        command.action().shortcuts().isEmpty()
                                ? ""
                                : Shortcuts.shown(command.action().shortcuts().getFirst()));
                right.getStyleClass().setAll("label", right.getText().isEmpty() ? "eg-palette-detail" : "eg-key");
                setAccessibleText(command.action().title());
            }
            case PaletteRow.Found found -> {
                show(found.entry().title(), found.positions());
                right.setText(found.entry().detail());
                right.getStyleClass().setAll("label", "eg-palette-detail");
                setAccessibleText(found.entry().title());
            }
        }
    }

    private void show(String text, List<Integer> positions) {
        var fits = new HashSet<>(positions);
        title.getChildren().clear();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || fits.contains(i) != fits.contains(start)) {
                var part = new Text(text.substring(start, i));
                part.getStyleClass().add(fits.contains(start) ? "eg-palette-fit" : "eg-palette-text");
                title.getChildren().add(part);
                start = i;
            }
        }
        getStyleClass().add("eg-palette-choice");
        setGraphic(line);
    }
}
