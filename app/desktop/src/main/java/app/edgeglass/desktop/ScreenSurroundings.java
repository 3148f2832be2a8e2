package app.edgeglass.desktop;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.BranchRows;
import app.edgeglass.core.message.MessageExport;
import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.FileQuestion;
import app.edgeglass.desktop.shell.notice.Notices;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** Clipboard, files and other screens, for the Subjects screen. */
final class ScreenSurroundings implements SubjectsScreen.Surroundings, LowerTabs.Window {

    private final Notices notices;
    private final Dialogs dialogs;
    private final TaskRunner tasks;
    private @Nullable SubjectsScreen screen;
    private Consumer<String> publishing = subject -> {};

    ScreenSurroundings(Notices notices, Dialogs dialogs, TaskRunner tasks) {
        this.notices = notices;
        this.dialogs = dialogs;
        this.tasks = tasks;
    }

    void serve(SubjectsScreen served) {
        screen = served;
    }

    void publishWith(Consumer<String> wanted) {
        publishing = wanted;
    }

    @Override
    public void copy(String text, String what) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        notices.success(Texts.WORDS.say("copied", what));
    }

    @Override
    public void copyValue(MessageHead message) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message.payload()))
                    .toString();
            copy(text, Texts.WORDS.say("copied.value"));
        } catch (CharacterCodingException e) {
            // Bytes that are no text would not survive the clipboard.
            copy(HexFormat.ofDelimiter(" ").formatHex(message.payload()), Texts.WORDS.say("copied.value.hex"));
        }
    }

    @Override
    public void saveAs(String title, String name, Consumer<Path> onChosen) {
        dialogs.saveFile(new FileQuestion(title, name, List.of()), onChosen);
    }

    @Override
    public void openFile(Consumer<Path> onChosen) {
        dialogs.openFile(new FileQuestion(Texts.WORDS.say("publish.file"), "", List.of()), onChosen);
    }

    @Override
    public void failed(Failure failure) {
        notices.failed(failure);
    }

    @Override
    public void publishTo(String subject) {
        publishing.accept(subject);
    }

    @Override
    public void export() {
        BranchRows rows =
                Objects.requireNonNull(screen).messages().rowsProperty().get();
        if (rows == null || rows.size() == 0) {
            notices.info(Texts.WORDS.say("export.nothing"), "");
            return;
        }
        String name = Texts.WORDS.say("export.name", fileName(rows));
        var question = new FileQuestion(
                Texts.WORDS.say("export.title", rows.size()),
                name,
                List.of(new FileQuestion.Kind(Texts.WORDS.say("export.kind"), List.of("*.ndjson"))));
        dialogs.saveFile(question, file -> export(rows, file));
    }

    private static String fileName(BranchRows rows) {
        String subject = rows.capture().tree().subject(rows.branch());
        String safe = subject.replaceAll("[^A-Za-z0-9_.-]", "_");
        return safe.isEmpty() ? "all" : safe.substring(0, Math.min(80, safe.length()));
    }

    private void export(BranchRows rows, Path file) {
        var _ = tasks.start(
                "export",
                () -> MessageExport.toFile(rows, file),
                done -> notices.success(Texts.WORDS.say("export.done", done.messages(), file)),
                notices::failed);
    }
}
