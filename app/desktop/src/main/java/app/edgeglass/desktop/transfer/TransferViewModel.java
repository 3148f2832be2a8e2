package app.edgeglass.desktop.transfer;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.transfer.Destination;
import app.edgeglass.core.transfer.ImportFile;
import app.edgeglass.core.transfer.Renaming;
import app.edgeglass.core.transfer.Selection;
import app.edgeglass.core.transfer.StreamCopy;
import app.edgeglass.core.transfer.StreamExport;
import app.edgeglass.core.transfer.StreamImport;
import app.edgeglass.core.transfer.TransferProgress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Moves messages of a stream; one thing at a time. Everything here is called on the window's thread. */
public final class TransferViewModel {

    private final TaskRunner runner;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<TransferState> state = new ReadOnlyObjectWrapper<>(new TransferState.Idle());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /** Of what is under way; set by whoever works. */
    private volatile Supplier<TransferProgress> progress = () -> TransferProgress.BEGUN;

    /** Ends what is under way; set by whoever works. */
    private volatile Runnable stop = () -> {};

    public TransferViewModel(TaskRunner runner, Clock clock) {
        this.runner = runner;
        this.clock = clock;
    }

    /** Writes messages to a file. */
    public void export(StreamRef stream, Selection what, Path file) {
        var export = new StreamExport(stream, what);
        start("export messages", () -> {
            progress = export::progress;
            stop = export::cancel;
            try {
                return new TransferState.Written(export.toFile(file), file);
            } catch (CancellationException e) {
                return new TransferState.Dropped(export.progress());
            }
        });
    }

    /** Copies messages into another stream. */
    public void copy(StreamRef from, Selection what, StreamRef to, Supplier<Renaming> renaming) {
        start("copy messages", () -> {
            var made = new StreamCopy(from, what, Destination.of(to, renaming.get()), clock);
            progress = made::progress;
            stop = made::cancel;
            return new TransferState.Ended(made.run(), to.name(), false);
        });
    }

    /** Looks what is in a file, and sends nothing. */
    public void look(Path file, StreamRef to, Supplier<Renaming> renaming) {
        var looked = new ImportFile(file);
        start("look at a file of messages", () -> {
            stop = looked::cancel;
            try {
                return new TransferState.Looked(looked.look(Destination.of(to, renaming.get())), to.name());
            } catch (CancellationException e) {
                return new TransferState.Idle();
            }
        });
    }

    /**
     * Publishes the messages of a file into a stream.
     *
     * @param messages how many there are; 0 when it is not known
     * @param fromLine where to begin
     */
    public void importFile(Path file, StreamRef to, Supplier<Renaming> renaming, long messages, long fromLine) {
        start("import messages", () -> {
            var made = new StreamImport(new ImportFile(file), Destination.of(to, renaming.get()), messages, clock);
            progress = made::progress;
            stop = made::cancel;
            return new TransferState.Ended(made.run(fromLine), to.name(), true);
        });
    }

    private void start(String name, Callable<? extends TransferState> work) {
        if (running.get()) {
            return;
        }
        progress = () -> TransferProgress.BEGUN;
        stop = () -> {};
        running.set(true);
        state.set(new TransferState.Running(TransferProgress.BEGUN));
        var _ = runner.<TransferState>start(
                name, work::call, this::end, failure -> end(new TransferState.Failed(failure)));
    }

    private void end(TransferState how) {
        running.set(false);
        state.set(how);
    }

    /** Stops what is under way; what became of it is told as usual. */
    public void cancel() {
        stop.run();
    }

    /** Looks how far it is; a few times a second. */
    public void sample() {
        if (running.get()) {
            state.set(new TransferState.Running(progress.get()));
        }
    }

    /** Puts away what was told. */
    public void forget() {
        if (!running.get()) {
            state.set(new TransferState.Idle());
        }
    }

    /** Says what keeps something from being begun. */
    public void refuse(Failure failure) {
        if (!running.get()) {
            state.set(new TransferState.Failed(failure));
        }
    }

    /** Finds the names of a session's streams. */
    public void streams(Session session, Consumer<List<String>> taker, Consumer<Failure> onFailure) {
        var _ = runner.<List<String>>start(
                "list the streams of a session",
                () -> {
                    var names = new ArrayList<String>();
                    new JetStreamApi(session)
                            .pages(
                                    "STREAM.NAMES",
                                    JsonMapper.shared().createObjectNode(),
                                    "streams",
                                    name -> names.add(name.asString()));
                    return names;
                },
                taker,
                onFailure);
    }

    public ReadOnlyObjectProperty<TransferState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }
}
