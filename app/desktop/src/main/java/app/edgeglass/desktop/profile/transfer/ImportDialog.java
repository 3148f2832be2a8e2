package app.edgeglass.desktop.profile.transfer;

import app.edgeglass.core.connection.exchange.ImportPlan;
import app.edgeglass.core.connection.exchange.ImportPlan.Fate;
import app.edgeglass.core.connection.exchange.ImportPlan.Line;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.store.UnreadableProfile;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.control.ColourDot;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.shell.dialog.DialogBox;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows what an import would do, line by line, before it is done. */
final class ImportDialog {

    private static final int LONGEST = 160;
    private static final int MOST_TROUBLES = 3;

    private final ImportViewModel model;
    private final Overlay overlay;

    ImportDialog(ImportViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
    }

    void open(Consumer<ImportPlan> onImport) {
        var summary = new Label();
        summary.setId("import-summary");
        var list = new ListView<Integer>();
        list.setId("import-list");
        list.setAccessibleText(Texts.WORDS.say("import.list.accessible"));
        list.getStyleClass().add("eg-import-list");
        list.getItems()
                .setAll(IntStream.range(0, model.planProperty().get().lines().size())
                        .boxed()
                        .toList());
        list.setCellFactory(view -> new Cell());
        List<UnreadableProfile> unreadable = model.planProperty().get().unreadable();
        String said = unreadable.stream()
                .map(entry -> entry.failure().sentence())
                .distinct()
                .limit(MOST_TROUBLES)
                .collect(Collectors.joining(" "));
        var trouble = new Label(Texts.WORDS.say("import.unreadable", unreadable.size(), said));
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.getStyleClass().add("eg-server-trouble");
        Controls.visible(trouble, !unreadable.isEmpty());
        var go = new Button();
        go.setId("import-confirm-button");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setOnAction(event -> {
            overlay.close();
            onImport.accept(model.planProperty().get());
        });
        var cancel = new Button(Texts.WORDS.say("cancel"));
        cancel.setId("import-cancel-button");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> overlay.close());
        model.planProperty().subscribe(plan -> {
            summary.setText(model.summary());
            go.setText(Texts.WORDS.say("import.go", model.changes()));
            go.setDisable(model.changes() == 0);
        });
        var content = new VBox(summary, list, trouble);
        content.getStyleClass().add("eg-transfer-form");
        VBox.setVgrow(list, Priority.ALWAYS);
        var box = new DialogBox("import-dialog", Texts.WORDS.say("import.title"), content, List.of(cancel, go));
        overlay.open(box.wide().root(), Pos.CENTER, go, () -> {});
    }

    /** A profile of the file, and what becomes of it. */
    private final class Cell extends ListCell<Integer> {

        private final ColourDot dot = new ColourDot();
        private final Label name = new Label();
        private final Label detail = new Label();
        private final ComboBox<Fate> fates = new ComboBox<>();
        private final HBox content;
        private boolean filling;

        Cell() {
            detail.getStyleClass().addAll("eg-muted", "eg-small");
            var words = new VBox(name, detail);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            name.setMinWidth(0);
            detail.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            fates.setMinWidth(Region.USE_PREF_SIZE);
            fates.setConverter(new StringConverter<>() {
                @Override
                public String toString(Fate fate) {
                    return fate == null ? "" : ImportViewModel.words(fate);
                }

                @Override
                public Fate fromString(String text) {
                    throw new UnsupportedOperationException("not editable");
                }
            });
            fates.valueProperty().subscribe(fate -> {
                Integer at = getItem();
                if (!filling && fate != null && at != null) {
                    model.choose(at, fate);
                }
            });
            content = new HBox(dot, words, fates);
            content.setAlignment(Pos.CENTER_LEFT);
            content.getStyleClass().add("eg-row-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Integer at, boolean empty) {
            super.updateItem(at, empty);
            if (empty || at == null) {
                setGraphic(null);
                return;
            }
            Line line = model.planProperty().get().lines().get(at);
            filling = true;
            dot.show(line.profile().look().colour());
            name.setText(SafeText.show(line.name(), LONGEST));
            String addresses =
                    line.profile().urls().stream().map(ServerUrl::shown).collect(Collectors.joining(", "));
            detail.setText(SafeText.show(
                    line.withSecrets() ? Texts.WORDS.say("import.with-secrets", addresses) : addresses, LONGEST));
            fates.setId("import-fate-" + at);
            fates.setAccessibleText(Texts.WORDS.say("import.fate.accessible", line.name()));
            fates.getItems().setAll(line.choices());
            if (!line.choices().contains(line.fate())) {
                fates.getItems().add(line.fate());
            }
            fates.setValue(line.fate());
            fates.setDisable(fates.getItems().size() < 2);
            filling = false;
            setGraphic(content);
        }
    }
}
