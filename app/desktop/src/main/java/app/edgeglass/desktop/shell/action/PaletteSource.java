package app.edgeglass.desktop.shell.action;

import java.util.List;

/** Gives the palette entries that change while the program runs. */
public interface PaletteSource {

    /** The heading of its entries. */
    String group();

    /**
     * Finds entries. Called on a background thread, with a new query while an older one may still be answered.
     *
     * @param query what was typed, never empty
     * @param limit the most entries that are wanted, the best first
     */
    List<PaletteEntry> find(String query, int limit);
}
