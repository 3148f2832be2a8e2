package app.edgeglass.desktop.transfer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.transfer.ImportFile;
import app.edgeglass.core.transfer.TransferEnd;
import app.edgeglass.core.transfer.TransferProgress;
import java.nio.file.Path;

/** What becomes of messages that are moved. */
public sealed interface TransferState {

    /** Nothing was begun. */
    record Idle() implements TransferState {}

    /** Under way. */
    record Running(TransferProgress progress) implements TransferState {}

    /** A file was looked at, and nothing sent. */
    record Looked(ImportFile.Summary summary, String stream) implements TransferState {}

    /** A file was written. */
    record Written(TransferProgress progress, Path file) implements TransferState {}

    /**
     * A stream was written to, to the end or not.
     *
     * @param stream which one
     * @param ofFile whether places are lines of a file; otherwise they are sequences of a stream
     */
    record Ended(TransferEnd end, String stream, boolean ofFile) implements TransferState {}

    /** The person stopped an export, and no file is left of it. */
    record Dropped(TransferProgress progress) implements TransferState {}

    /** It could not be done, and nothing of it is left. */
    record Failed(Failure failure) implements TransferState {}
}
