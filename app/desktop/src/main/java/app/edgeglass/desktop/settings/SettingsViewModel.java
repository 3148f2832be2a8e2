package app.edgeglass.desktop.settings;

import app.edgeglass.core.settings.Directories;
import app.edgeglass.core.settings.MemorySettings;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.shell.Appearance;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** What can be set. Each change holds at once; there is nothing to confirm. */
public final class SettingsViewModel {

    /** The share of the program's memory that the messages may take: the rest is for the tree, the window and decoding. */
    private static final double MOST_SHARE = 0.6;

    private static final long LEAST = 16L << 20;

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

    MemorySettings budgets() {
        return memory.get();
    }

    /** Sets budgets; they hold for what is opened from now on. */
    void change(UnaryOperator<MemorySettings> change) {
        memory.update(change);
    }

    /** The budgets that can be chosen: those that the program has the memory for, and the present one. */
    List<Long> choices(long present) {
        long most = Math.max(LEAST, (long) (memoryOfProgram * MOST_SHARE));
        return LongStream.concat(
                        LongStream.iterate(LEAST, bytes -> bytes <= most, bytes -> bytes * 2), LongStream.of(present))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /** The most that the program can have, in bytes. */
    public long memoryOfProgram() {
        return memoryOfProgram;
    }

    Directories directories() {
        return directories;
    }
}
