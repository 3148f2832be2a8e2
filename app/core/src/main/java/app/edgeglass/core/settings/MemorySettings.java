package app.edgeglass.core.settings;

/**
 * How much memory received messages may take, each from 16 MiB to 16 GiB.
 *
 * @param messageLogBytes the budget of recent messages; the oldest go first
 * @param lastValueBytes the budget of each subject's last value, which outlives its message
 * @param treeBytes the budget of subjects and their counters
 */
public record MemorySettings(long messageLogBytes, long lastValueBytes, long treeBytes) {

    private static final long MIB = 1L << 20;
    private static final long LEAST = 16 * MIB;
    private static final long MOST = 16_384 * MIB;

    public static final MemorySettings DEFAULT = new MemorySettings(256 * MIB, 64 * MIB, 192 * MIB);

    public MemorySettings {
        messageLogBytes = Math.clamp(messageLogBytes, LEAST, MOST);
        lastValueBytes = Math.clamp(lastValueBytes, LEAST, MOST);
        treeBytes = Math.clamp(treeBytes, LEAST, MOST);
    }

    public MemorySettings withMessageLog(long bytes) {
        return new MemorySettings(bytes, lastValueBytes, treeBytes);
    }

    public MemorySettings withLastValues(long bytes) {
        return new MemorySettings(messageLogBytes, bytes, treeBytes);
    }

    public MemorySettings withTree(long bytes) {
        return new MemorySettings(messageLogBytes, lastValueBytes, bytes);
    }
}
