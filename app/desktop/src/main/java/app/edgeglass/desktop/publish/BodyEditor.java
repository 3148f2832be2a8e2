package app.edgeglass.desktop.publish;

import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.desktop.control.Carets;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.ContentChange;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/**
 * Where the payload is written, or a file is chosen for it.
 *
 * <p>The text area is JavaFX's CodeArea rather than TextArea: it lays out visible lines only (5 MB in 0.1 s, not 3 s), and
 * has line numbers and colours.
 */
final class BodyEditor {

    private final PublishForm form;
    private final CodeArea area = new CodeArea();
    private final Label prompt = new Label();
    private final Label fileName = new Label();
    private final Button choose = new Button();
    private final Node filePane;
    private final StackPane root;
    private boolean applying;

    BodyEditor(PublishForm form, Consumer<Consumer<Path>> askForFile) {
        this.form = form;
        area.setId("publish-body-editor");
        area.setAccessibleText(Texts.WORDS.say("body.accessible"));
        area.setLineEnding(LineEnding.LF);
        area.setWrapText(true);
        area.setTabSize(2);
        area.setContentPadding(new Insets(5, 8, 5, 8));
        area.getStyleClass().add("eg-body-area");
        Carets.whileWriting(area);
        area.getModel().addListener(new StyledTextModel.Listener() {
            @Override
            public void onContentChange(ContentChange change) {
                if (change.isEdit()) {
                    typed();
                }
            }
        });
        prompt.getStyleClass().add("eg-body-prompt");
        prompt.setMouseTransparent(true);
        StackPane.setAlignment(prompt, Pos.TOP_LEFT);
        filePane = filePane(askForFile);
        root = new StackPane(area, prompt, filePane);
        root.getStyleClass().add("eg-body");
        root.setMinSize(0, 0);
        root.setPrefSize(0, 0);
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        form.format().subscribe(this::show);
        form.written().subscribe(this::write);
        form.file().subscribe(this::name);
    }

    private Node filePane(Consumer<Consumer<Path>> askForFile) {
        fileName.setId("publish-file-name");
        fileName.getStyleClass().add("eg-body-file");
        choose.setId("publish-file-button");
        choose.getStyleClass().add("eg-tool");
        choose.setOnAction(event -> askForFile.accept(form::chooseFile));
        var note = new Label(Texts.WORDS.say("file.note"));
        note.getStyleClass().add("eg-publish-note");
        var words = new VBox(fileName, note);
        words.setAlignment(Pos.CENTER_LEFT);
        var line = new HBox(new FontIcon(MaterialDesignF.FILE_UPLOAD_OUTLINE), words, choose);
        line.getStyleClass().add("eg-body-file-pane");
        line.setAlignment(Pos.CENTER);
        return line;
    }

    private void show(BodyFormat format) {
        boolean file = format == BodyFormat.FILE;
        filePane.setVisible(file);
        area.setVisible(!file);
        area.setLineNumbersEnabled(format == BodyFormat.JSON);
        area.setSyntaxDecorator(format == BodyFormat.HEX ? null : new JsonColours(format == BodyFormat.JSON));
        prompt.setText(
                switch (format) {
                    case TEXT -> Texts.WORDS.say("body.prompt.text");
                    case JSON -> Texts.WORDS.say("body.prompt.json");
                    case HEX -> Texts.WORDS.say("body.prompt.hex");
                    case FILE -> "";
                });
        showPrompt();
    }

    private void showPrompt() {
        prompt.setVisible(form.written().get().isEmpty() && form.format().get() != BodyFormat.FILE);
        // Beside the line numbers.
        prompt.setTranslateX(form.format().get() == BodyFormat.JSON ? 26 : 0);
    }

    /** What a person typed goes into the form. What the form holds otherwise is shown, but stays exactly as it is. */
    private void typed() {
        if (!applying) {
            applying = true;
            form.written().set(area.getText());
            applying = false;
        }
    }

    private void write(String text) {
        if (!applying) {
            applying = true;
            // Replaced rather than set, so that it can be undone.
            area.replaceText(TextPos.ZERO, area.getDocumentEnd(), text);
            area.select(TextPos.ZERO);
            applying = false;
        }
        showPrompt();
    }

    private void name(@Nullable Path file) {
        fileName.setText(file == null ? Texts.WORDS.say("file.none") : file.toString());
        choose.setText(file == null ? Texts.WORDS.say("file.choose") : Texts.WORDS.say("file.other"));
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            form.chooseFile(files.getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Puts text where the cursor is. */
    void insert(String text) {
        TextPos caret = area.getCaretPosition();
        area.insertText(caret == null ? TextPos.ZERO : caret, text, null);
        area.requestFocus();
    }

    void focus() {
        if (area.isVisible()) {
            area.requestFocus();
        } else {
            choose.requestFocus();
        }
    }

    StackPane root() {
        return root;
    }
}
