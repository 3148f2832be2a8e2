package app.edgeglass.core.transfer;

import app.edgeglass.core.error.Failure;
import java.util.Optional;

/**
 * What became of messages that were to be stored by a stream.
 *
 * @param stored were stored
 * @param duplicates were there already, by their message id, and were not stored again
 * @param doubtful may or may not be stored: their answers did not come
 * @param later are among the stored ones, but come behind the place where it stopped
 * @param reached all up to this place are done: a sequence of the stream or a line of the file. One goes on behind it
 * @param why what stopped it before its end
 * @param cancelled whether a person stopped it
 */
public record TransferEnd(
        long stored,
        long duplicates,
        long doubtful,
        long later,
        long reached,
        Optional<Failure> why,
        boolean cancelled) {

    /** Whether all was done. */
    public boolean isComplete() {
        return why.isEmpty() && !cancelled;
    }
}
