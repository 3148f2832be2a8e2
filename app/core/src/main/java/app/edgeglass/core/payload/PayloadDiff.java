package app.edgeglass.core.payload;

import java.util.List;
import java.util.Optional;

/**
 * What differs between two payloads.
 *
 * @param verdict whether anything does
 * @param summary the answer in a sentence, such as {@code 3 values changed, 1 added}
 * @param note what the answer leaves out, as a sentence; nothing when it leaves out nothing
 * @param changes the first changed values, when both are JSON that could be compared in meaning
 * @param changeCount how many values changed in all, which may be more than are listed
 * @param lines both texts as one with their differences; nothing when they are identical or too large
 */
public record PayloadDiff(
        Verdict verdict,
        String summary,
        Optional<String> note,
        List<JsonChange> changes,
        int changeCount,
        Optional<DiffLines> lines) {

    public PayloadDiff {
        changes = List.copyOf(changes);
    }

    /** How two payloads relate. */
    public enum Verdict {
        /** The same bytes. */
        IDENTICAL,
        /** The same JSON values, written differently. */
        SAME_VALUES,
        DIFFERENT
    }
}
