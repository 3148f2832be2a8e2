package app.edgeglass.core.payload;

import java.math.BigDecimal;
import java.util.Optional;
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

    private static final int LONGEST_NUMBER = 30;

    /** What happened to a value. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** By how much a number changed, with its sign, such as {@code +0.5}; nothing when it is no change of a number. */
    public Optional<String> difference() {
        var older = number(before);
        var newer = number(after);
        if (older == null || newer == null) {
            return Optional.empty();
        }
        var difference = newer.subtract(older);
        return Optional.of((difference.signum() > 0 ? "+" : "") + difference.toPlainString());
    }

    private static @Nullable BigDecimal number(@Nullable String json) {
        // Numbers without an exponent only: the difference of others is no text that tells anything.
        return json != null && json.length() <= LONGEST_NUMBER && json.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(json)
                : null;
    }
}
