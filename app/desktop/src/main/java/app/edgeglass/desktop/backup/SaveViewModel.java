package app.edgeglass.desktop.backup;

import app.edgeglass.core.backup.BackupProgress;
import app.edgeglass.core.backup.StreamSave;
import app.edgeglass.core.backup.StreamSave.Saved;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.text.Sizes;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Where a stream is saved to, and with what. */
final class SaveViewModel {

    private final StreamRef stream;
    private final StreamSave save;
    private final Transfer transfer;
    private final StringProperty folder = new SimpleStringProperty("");
    private final BooleanProperty consumers = new SimpleBooleanProperty(true);
    private final BooleanProperty check = new SimpleBooleanProperty();

    SaveViewModel(StreamRef stream, StreamSave save, Transfer transfer) {
        this.stream = stream;
        this.save = save;
        this.transfer = transfer;
    }

    void start() {
        var wish = new StreamSave.Wish(stream, Path.of(folder.get()), consumers.get(), check.get());
        transfer.start("save stream", progress -> save(wish, progress));
    }

    private String save(StreamSave.Wish wish, BackupProgress progress) {
        Saved saved = save.save(wish, progress);
        return Texts.WORDS.say(
                "save.done",
                wish.stream().name(),
                saved.archive().messages().orElse(saved.backup().messages()),
                saved.archive().consumers().size(),
                Sizes.say(saved.backup().size()),
                saved.backup().folder(),
                saved.backup().digest().orElse(""));
    }

    String name() {
        return stream.name();
    }

    Transfer transfer() {
        return transfer;
    }

    StringProperty folderProperty() {
        return folder;
    }

    BooleanProperty consumersProperty() {
        return consumers;
    }

    BooleanProperty checkProperty() {
        return check;
    }
}
