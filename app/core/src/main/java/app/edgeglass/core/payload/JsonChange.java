package app.edgeglass.core.payload;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two JSON values.
 *
 * @param kind what happened
 * @param pointer where: a JSON pointer (RFC 6901), safe to show; empty for the whole value. Of elements of arrays that grew
 *     or shrank it names the place in the newer value, and in the older one for what was removed
 * @param before the older value in one line of bounded length; none when it was added
 * @param after the newer value in one line of bounded length; none when it was removed
 */
public record JsonChange(
        Kind kind,
        String pointer,
        @Nullable String before,
        @Nullable String after) {

    /** What happened to a value. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
