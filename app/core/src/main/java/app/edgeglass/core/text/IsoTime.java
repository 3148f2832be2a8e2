package app.edgeglass.core.text;

import java.time.Instant;

/**
 * Writes moments as {@link Instant#toString} does, and quicker where one follows the other: the text of the second is kept.
 * For one thread.
 */
public final class IsoTime {

    private static final int NANOS = 9;
    private static final int GROUP = 3;

    private final char[] fraction = new char[NANOS];
    private long second = Long.MIN_VALUE;
    private String untilSecond = "";

    public String say(Instant at) {
        if (at.getEpochSecond() != second) {
            second = at.getEpochSecond();
            String whole = Instant.ofEpochSecond(second).toString();
            untilSecond = whole.substring(0, whole.length() - 1);
        }
        int left = at.getNano();
        if (left == 0) {
            return untilSecond + "Z";
        }
        int digits = 0;
        for (int i = NANOS - 1; i >= 0; i--) {
            fraction[i] = (char) ('0' + left % 10);
            left /= 10;
            // As many groups of three as it takes, as Instant has it.
            if (digits == 0 && fraction[i] != '0') {
                digits = (i / GROUP + 1) * GROUP;
            }
        }
        return new StringBuilder(untilSecond.length() + digits + 2)
                .append(untilSecond)
                .append('.')
                .append(fraction, 0, digits)
                .append('Z')
                .toString();
    }
}
