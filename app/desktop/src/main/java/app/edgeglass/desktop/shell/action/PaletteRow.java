package app.edgeglass.desktop.shell.action;

import java.util.List;

/** A row of the palette. */
sealed interface PaletteRow {

    /** Whether Enter does something on it. */
    default boolean canRun() {
        return true;
    }

    /** Stands above what belongs together. */
    record Heading(String text) implements PaletteRow {
        @Override
        public boolean canRun() {
            return false;
        }
    }

    /**
     * An action.
     *
     * @param positions the letters of its title that fit
     */
    record Command(Action action, List<Integer> positions) implements PaletteRow {}

    /**
     * An entry of a source.
     *
     * @param positions the letters of its title that fit
     */
    record Found(PaletteEntry entry, List<Integer> positions) implements PaletteRow {}
}
