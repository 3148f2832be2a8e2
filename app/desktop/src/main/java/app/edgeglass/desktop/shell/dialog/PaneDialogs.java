package app.edgeglass.desktop.shell.dialog;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.Section;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks inside the window, and for files with the platform's own chooser. */
public final class PaneDialogs implements Dialogs {

    private final Overlay overlay;
    private final Supplier<Window> owner;
    private final Section<DialogSettings> settings;

    /** @param settings where the folder of the last file is remembered */
    public PaneDialogs(Overlay overlay, Supplier<Window> owner, Section<DialogSettings> settings) {
        this.overlay = overlay;
        this.owner = owner;
        this.settings = settings;
    }

    @Override
    public void confirm(Confirmation question, Runnable onYes) {
        var yes = button("dialog-confirm-button", question.confirm());
        yes.getStyleClass().add(question.destructive() ? Styles.DANGER : Styles.ACCENT);
        yes.setDefaultButton(!question.destructive());
        yes.setOnAction(event -> {
            overlay.close();
            onYes.run();
        });
        var no = button("dialog-cancel-button", Texts.WORDS.say("cancel"));
        no.setCancelButton(true);
        no.setOnAction(event -> overlay.close());
        open(question.title(), question.sentence(), "", no, no, yes);
    }

    @Override
    public void destroy(
            app.edgeglass.core.connection.change.Confirmation question, String confirm, Consumer<String> onTyped) {
        new DestructionDialog(overlay).ask(question, confirm, onTyped);
    }

    @Override
    public void decide(Decision question, Runnable onFirst, Runnable onSecond) {
        var first = button("dialog-confirm-button", question.first());
        first.getStyleClass().add(Styles.ACCENT);
        first.setDefaultButton(true);
        first.setOnAction(event -> {
            overlay.close();
            onFirst.run();
        });
        var second = button("dialog-other-button", question.second());
        second.setOnAction(event -> {
            overlay.close();
            onSecond.run();
        });
        var no = button("dialog-cancel-button", Texts.WORDS.say("cancel"));
        no.setCancelButton(true);
        no.setOnAction(event -> overlay.close());
        open(question.title(), question.sentence(), "", first, no, second, first);
    }

    @Override
    public void failed(Failure failure) {
        var close = button("dialog-close-button", Texts.WORDS.say("close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> overlay.close());
        open(Texts.WORDS.say("failed"), failure.sentence(), failure.remedy(), close, close);
    }

    private static Button button(String id, String text) {
        var button = new Button(text);
        button.setId(id);
        return button;
    }

    private void open(String title, String sentence, String remedy, Button focus, Button... buttons) {
        var heading = new Label(title);
        heading.getStyleClass().add("eg-dialog-title");
        heading.setId("dialog-title");
        var said = new Label(sentence);
        said.setId("dialog-sentence");
        said.setWrapText(true);
        var advice = new Label(remedy);
        advice.setId("dialog-remedy");
        advice.setWrapText(true);
        advice.getStyleClass().add("eg-dialog-remedy");
        advice.setVisible(!remedy.isEmpty());
        advice.setManaged(!remedy.isEmpty());
        var row = new HBox(buttons);
        row.getStyleClass().add("eg-dialog-buttons");
        var box = new VBox(heading, said, advice, row);
        box.getStyleClass().add("eg-dialog");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.open(box, Pos.CENTER, focus, () -> {});
    }

    @Override
    public void openFile(FileQuestion question, Consumer<Path> onChosen) {
        chosen(chooser(question).showOpenDialog(owner.get()), onChosen);
    }

    @Override
    public void openFolder(String title, Consumer<Path> onChosen) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File chosen = chooser.showDialog(owner.get());
        if (chosen != null) {
            onChosen.accept(chosen.toPath());
        }
    }

    @Override
    public void saveFile(FileQuestion question, Consumer<Path> onChosen) {
        var chooser = chooser(question);
        chooser.setInitialFileName(question.name());
        chosen(chooser.showSaveDialog(owner.get()), onChosen);
    }

    private void chosen(@Nullable File file, Consumer<Path> onChosen) {
        if (file != null) {
            Path path = file.toPath();
            Path folder = path.toAbsolutePath().getParent();
            settings.update(before -> new DialogSettings(folder == null ? "" : folder.toString()));
            onChosen.accept(path);
        }
    }

    private FileChooser chooser(FileQuestion question) {
        var chooser = new FileChooser();
        chooser.setTitle(question.title());
        String folder = settings.get().folder();
        if (!folder.isEmpty() && Files.isDirectory(Path.of(folder))) {
            chooser.setInitialDirectory(new File(folder));
        }
        question.kinds()
                .forEach(kind -> chooser.getExtensionFilters().add(new ExtensionFilter(kind.label(), kind.patterns())));
        if (!question.kinds().isEmpty()) {
            chooser.getExtensionFilters().add(new ExtensionFilter(Texts.WORDS.say("all-files"), "*.*", "*"));
        }
        return chooser;
    }
}
