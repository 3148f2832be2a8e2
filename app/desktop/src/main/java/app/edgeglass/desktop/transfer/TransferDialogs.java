package app.edgeglass.desktop.transfer;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.transfer.Selection;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.FileQuestion;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The dialogs by which messages of a stream are moved. */
public final class TransferDialogs {

    private final TransferViewModel model;
    private final Overlay overlay;
    private final Dialogs dialogs;
    private final Supplier<List<Session>> sessions;

    /** @param sessions those that are open, that of the stream first */
    public TransferDialogs(
            TransferViewModel model, Overlay overlay, Dialogs dialogs, Supplier<List<Session>> sessions) {
        this.model = model;
        this.overlay = overlay;
        this.dialogs = dialogs;
        this.sessions = sessions;
    }

    private static FileQuestion question(String name) {
        var kind = new FileQuestion.Kind(Texts.WORDS.say("export.file.kind"), List.of("*.ndjson"));
        return new FileQuestion(Texts.WORDS.say("export.file.title"), name, List.of(kind));
    }

    /** Asks which messages to write, and where. */
    public void export(StreamRef stream, Selection proposed) {
        model.forget();
        var range = new RangeFields();
        range.set(proposed);
        var dialog = new TransferDialog(
                model,
                overlay,
                "export-dialog",
                Texts.WORDS.say("export.title", stream.name()),
                Texts.WORDS.say("export.note"),
                List.of(range.line()));
        String name = Texts.WORDS.say("export.file.name", stream.name());
        Runnable go = () -> valid(() -> {
            Selection what = range.selection();
            dialogs.saveFile(question(name), file -> model.export(stream, what, file));
        });
        dialog.open(Texts.WORDS.say("export.go"), go, place -> {}, range.first());
    }

    /** What is wrong with a field is told in the dialog. */
    private void valid(Runnable begin) {
        try {
            begin.run();
        } catch (Failure failure) {
            model.refuse(failure);
        }
    }

    /** Asks which messages to copy, and into which stream. */
    public void copy(StreamRef from, Selection proposed) {
        model.forget();
        var range = new RangeFields();
        range.set(proposed);
        var renaming = new RenamingFields();
        ComboBox<Session> session = sessionChoice();
        var names = new ComboBox<String>();
        names.setId("transfer-stream-box");
        names.setAccessibleText(Texts.WORDS.say("target.stream.accessible"));
        session.valueProperty().subscribe(chosen -> offer(chosen, names));
        session.getSelectionModel().selectFirst();
        var dialog = new TransferDialog(
                model,
                overlay,
                "copy-dialog",
                Texts.WORDS.say("copy.title", from.name()),
                Texts.WORDS.say("copy.note"),
                List.of(
                        range.line(),
                        Fields.line(
                                Fields.labelled(Texts.WORDS.say("target.session"), session),
                                Fields.labelled(Texts.WORDS.say("target.stream"), names)),
                        renaming.line(range.pattern())));
        Runnable go = () -> valid(() -> {
            Session to = session.getValue();
            String name = names.getValue();
            if (to != null && name != null) {
                model.copy(from, range.selection(), new StreamRef(to, name), renaming.renaming());
            }
        });
        dialog.open(Texts.WORDS.say("copy.go"), go, place -> range.goOnFrom(place + 1), names);
    }

    private ComboBox<Session> sessionChoice() {
        var session = new ComboBox<Session>();
        session.setId("transfer-session-box");
        session.setAccessibleText(Texts.WORDS.say("target.session.accessible"));
        session.getItems().setAll(sessions.get());
        session.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Session shown) {
                return shown == null ? "" : shown.profile().name();
            }

            @Override
            public Session fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        return session;
    }

    private void offer(@Nullable Session of, ComboBox<String> names) {
        names.getItems().clear();
        if (of != null) {
            model.streams(
                    of,
                    found -> {
                        names.getItems().setAll(found);
                        names.getSelectionModel().selectFirst();
                    },
                    model::refuse);
        }
    }

    /** Asks for a file, and looks what is in it before anything is sent. */
    public void importInto(StreamRef stream) {
        model.forget();
        ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
        var renaming = new RenamingFields();
        TextField line = Fields.number("transfer-line-field", Texts.WORDS.say("import.line.accessible"), "1");
        var chosen = new Label(Texts.WORDS.say("import.file.none"));
        chosen.setId("transfer-file-label");
        var choose = new Button(Texts.WORDS.say("import.file.choose"));
        choose.setId("transfer-file-button");
        Runnable look = () -> {
            Path from = file.get();
            if (from != null) {
                model.look(from, stream, renaming.renaming());
            }
        };
        choose.setOnAction(event -> dialogs.openFile(question(""), path -> {
            file.set(path);
            chosen.setText(path.toString());
            look.run();
        }));
        var again = new Button(Texts.WORDS.say("import.look"));
        again.setId("transfer-look-button");
        again.setOnAction(event -> look.run());
        again.disableProperty().bind(file.isNull());
        var dialog = new TransferDialog(
                model,
                overlay,
                "import-dialog",
                Texts.WORDS.say("import.title", stream.name()),
                Texts.WORDS.say("import.note"),
                List.of(
                        Fields.line(Fields.labelled(Texts.WORDS.say("import.file"), choose), chosen, again),
                        renaming.line(new SimpleStringProperty(">")),
                        Fields.line(Fields.labelled(Texts.WORDS.say("import.line"), line))));
        Runnable go = () -> {
            Path from = file.get();
            if (from != null) {
                long first = Math.max(1, Fields.value(line, 1));
                model.importFile(from, stream, renaming.renaming(), messages(), first);
            }
        };
        dialog.open(Texts.WORDS.say("import.go"), go, place -> line.setText(Long.toString(place + 1)), choose);
    }

    private long messages() {
        return model.stateProperty().get() instanceof TransferState.Looked(var summary, var _) ? summary.messages() : 0;
    }
}
