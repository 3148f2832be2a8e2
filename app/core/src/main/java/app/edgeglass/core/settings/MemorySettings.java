package app.edgeglass.core.settings;

/**
 * How much memory received messages may take.
 *
 * @param messageLogBytes the budget of recent messages; the oldest go first
 * @param lastValueBytes the budget of each subject's last value, which outlives its message
 */
public record MemorySettings(long messageLogBytes, long lastValueBytes) {

    public static final MemorySettings DEFAULT = new MemorySettings(256L << 20, 64L << 20);

    /** The least and the most that either budget can be: 16 MiB and 16 GiB. */
    public static final long LEAST_BYTES = 16L << 20;

    public static final long MOST_BYTES = 16L << 30;

    public MemorySettings {
        messageLogBytes = Math.clamp(messageLogBytes, LEAST_BYTES, MOST_BYTES);
        lastValueBytes = Math.clamp(lastValueBytes, LEAST_BYTES, MOST_BYTES);
    }
}
