package app.edgeglass.desktop.settings;

import app.edgeglass.core.settings.Directories;
import app.edgeglass.core.settings.MemorySettings;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.shell.Appearance;
import java.util.List;
import java.util.stream.LongStream;

/** What can be set. Each change holds at once; there is nothing to confirm. */
public final class SettingsViewModel {

    /** The share of the program's memory that the messages may take: the rest is for the tree, the window and decoding. */
    private static final double MOST_SHARE = 0.6;

    private static final long MIB = 1L << 20;

    private final Appearance appearance;
    private final Section<MemorySettings> memory;
    private final Directories directories;
    private final long memoryOfProgram;

    /** @param memoryOfProgram the most that the program can have, in bytes */
    public SettingsViewModel(
            Appearance appearance, Section<MemorySettings> memory, Directories directories, long memoryOfProgram) {
        this.appearance = appearance;
        this.memory = memory;
        this.directories = directories;
        this.memoryOfProgram = memoryOfProgram;
    }

    Appearance appearance() {
        return appearance;
    }

    /** The budgets that can be chosen for messages: those that the program has the memory for, and the present one. */
    public List<Long> logChoices() {
        return choices(64 * MIB, memory.get().messageLogBytes());
    }

    /** The budgets that can be chosen for last values. */
    public List<Long> valueChoices() {
        return choices(16 * MIB, memory.get().lastValueBytes());
    }

    private List<Long> choices(long least, long present) {
        long most = (long) (memoryOfProgram * MOST_SHARE);
        return LongStream.concat(
                        LongStream.iterate(least, bytes -> bytes <= Math.max(least, most), bytes -> bytes * 2),
                        LongStream.of(present))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    public long logBytes() {
        return memory.get().messageLogBytes();
    }

    public void setLogBytes(long bytes) {
        memory.update(before -> new MemorySettings(bytes, before.lastValueBytes()));
    }

    public long valueBytes() {
        return memory.get().lastValueBytes();
    }

    public void setValueBytes(long bytes) {
        memory.update(before -> new MemorySettings(before.messageLogBytes(), bytes));
    }

    /** The most that the program can have, in bytes. */
    public long memoryOfProgram() {
        return memoryOfProgram;
    }

    Directories directories() {
        return directories;
    }
}
