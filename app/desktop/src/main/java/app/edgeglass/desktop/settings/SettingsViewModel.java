package app.edgeglass.desktop.settings;

import app.edgeglass.core.message.Budget;
import app.edgeglass.core.settings.Directories;
import app.edgeglass.core.settings.MemorySettings;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.shell.Appearance;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What can be set. Each change holds at once; there is nothing to confirm. */
public final class SettingsViewModel {

    /** Half of the program's memory, for all budgets together: the rest is for the window, decoding and what is read. */
    private static final int SHARE = 2;

    private static final long LEAST = 16L << 20;

    /** One of the budgets. */
    enum Field {
        LOG,
        VALUES,
        TREE;

        long wanted(MemorySettings settings) {
            return switch (this) {
                case LOG -> settings.messageLogBytes();
                case VALUES -> settings.lastValueBytes();
                case TREE -> settings.treeBytes();
            };
        }

        MemorySettings with(MemorySettings settings, long bytes) {
            return switch (this) {
                case LOG -> settings.withMessageLog(bytes);
                case VALUES -> settings.withLastValues(bytes);
                case TREE -> settings.withTree(bytes);
            };
        }

        long of(Budget budget) {
            return switch (this) {
                case LOG -> budget.logBytes();
                case VALUES -> budget.lastBytes();
                case TREE -> budget.treeBytes();
            };
        }
    }

    /** What was published, which may be remembered. */
    public interface Published {

        /** Whether it is kept when the program ends. */
        boolean isRemembered();

        void remember(boolean wanted);

        /** How many there are. */
        int count();

        void forget();
    }

    /** What the window opens by itself. */
    public interface Start {

        AtStart atStart();

        void choose(AtStart choice);
    }

    private final Appearance appearance;
    private final Section<MemorySettings> memory;
    private final Directories directories;
    private final long memoryOfProgram;
    private final Published published;
    private final Start start;

    /** @param memoryOfProgram the most that the program can have, in bytes */
    public SettingsViewModel(
            Appearance appearance,
            Section<MemorySettings> memory,
            Directories directories,
            long memoryOfProgram,
            Published published,
            Start start) {
        this.published = published;
        this.start = start;
        this.appearance = appearance;
        this.memory = memory;
        this.directories = directories;
        this.memoryOfProgram = memoryOfProgram;
    }

    Start start() {
        return start;
    }

    Appearance appearance() {
        return appearance;
    }

    long wanted(Field field) {
        return field.wanted(memory.get());
    }

    /** Sets a budget; it holds for what is opened from now on. */
    void change(Field field, long bytes) {
        memory.update(before -> field.with(before, bytes));
    }

    /**
     * What a budget can be set to: what fits beside the other two, and what it is now, also when that does not fit.
     *
     * @param field the budget that is to be set
     */
    List<Long> choices(Field field) {
        MemorySettings now = memory.get();
        long present = field.wanted(now);
        long others = Arrays.stream(Field.values())
                .filter(other -> other != field)
                .mapToLong(other -> other.wanted(now))
                .sum();
        long most = mostTogether(memoryOfProgram) - others;
        return LongStream.concat(
                        LongStream.iterate(LEAST, bytes -> bytes <= most, bytes -> bytes * 2), LongStream.of(present))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /** What the next connection gets of a budget, in bytes, if that is less than what is set. */
    OptionalLong cutTo(Field field) {
        long effective = field.of(inEffect(memory.get(), memoryOfProgram));
        return effective < field.wanted(memory.get()) ? OptionalLong.of(effective) : OptionalLong.empty();
    }

    /** The most that all budgets can have together, in bytes. */
    long mostTogether() {
        return mostTogether(memoryOfProgram);
    }

    private static long mostTogether(long memoryOfProgram) {
        return memoryOfProgram / SHARE;
    }

    /**
     * What the settings come to: each budget as it is set, or all of them smaller in proportion when the program has no
     * room for them together.
     *
     * @param memoryOfProgram the most that the program can have, in bytes
     */
    public static Budget inEffect(MemorySettings settings, long memoryOfProgram) {
        var wanted = new Budget(settings.messageLogBytes(), settings.lastValueBytes(), settings.treeBytes());
        return wanted.within(mostTogether(memoryOfProgram));
    }

    /** The most that the program can have, in bytes. */
    public long memoryOfProgram() {
        return memoryOfProgram;
    }

    Published published() {
        return published;
    }

    Directories directories() {
        return directories;
    }
}
