package app.edgeglass.desktop.shell.action;

import java.util.List;

/**
 * What the palette remembers.
 *
 * @param recent the ids of the actions used last, the newest first
 */
public record PaletteSettings(List<String> recent) {

    public static final PaletteSettings DEFAULT = new PaletteSettings(List.of());
    static final int MOST_RECENT = 5;

    public PaletteSettings {
        recent = recent.stream().distinct().limit(MOST_RECENT).toList();
    }

    PaletteSettings used(String id) {
        var ids = new java.util.ArrayList<>(recent);
        ids.remove(id);
        ids.addFirst(id);
        return new PaletteSettings(ids);
    }
}
