package app.edgeglass.desktop;

import app.edgeglass.core.subject.SubjectSearch;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.shell.action.PaletteEntry;
import app.edgeglass.desktop.shell.action.PaletteSource;
import java.util.List;

/** Finds subjects of the shown session's tree for the palette. */
record SubjectPalette(Workspaces workspaces, Runnable show) implements PaletteSource {

    private static final int SHOWN = 160;

    @Override
    public String group() {
        return Texts.WORDS.say("subjects.title");
    }

    @Override
    public List<PaletteEntry> find(String query, int limit) {
        OpenSession open = workspaces.current().open();
        if (open == null) {
            return List.of();
        }
        return SubjectSearch.containing(open.feed().capture().tree(), query, limit).stream()
                .map(this::entry)
                .toList();
    }

    private PaletteEntry entry(String subject) {
        return new PaletteEntry(SafeText.show(subject, SHOWN), "", () -> {
            show.run();
            SubjectsScreen screen = workspaces.current().subjects();
            screen.tree().reveal(subject);
            screen.treeView().root().requestFocus();
        });
    }
}
