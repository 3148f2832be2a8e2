package app.edgeglass.desktop;

import app.edgeglass.desktop.shell.action.PaletteEntry;
import app.edgeglass.desktop.shell.action.PaletteSource;
import java.util.List;
import java.util.Locale;

/** Finds sessions by their names for the palette. */
record SessionPalette(Workspaces workspaces, Runnable show) implements PaletteSource {

    @Override
    public String group() {
        return Texts.WORDS.say("sessions.title");
    }

    @Override
    public List<PaletteEntry> find(String query, int limit) {
        if (workspaces.all().size() < 2) {
            return List.of();
        }
        String wanted = query.toLowerCase(Locale.ROOT);
        return workspaces.all().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .map(one -> new PaletteEntry(one.name(), one.tab().state(), () -> {
                    show.run();
                    workspaces.show(one);
                }))
                .toList();
    }
}
