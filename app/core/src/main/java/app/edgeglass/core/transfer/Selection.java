package app.edgeglass.core.transfer;

/**
 * Which messages of a stream are meant.
 *
 * @param from the first sequence
 * @param to the last sequence; beyond the stream's last message that one
 * @param pattern of which subjects; {@code >} for all
 */
public record Selection(long from, long to, String pattern) {

    /** All messages that there are. */
    public static final Selection ALL = new Selection(1, Long.MAX_VALUE, ">");
}
