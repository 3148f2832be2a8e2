package app.edgeglass.desktop;

import app.edgeglass.core.subject.NaturalOrder;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.shell.action.PaletteEntry;
import app.edgeglass.desktop.shell.action.PaletteSource;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

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
        SubjectTree tree = open.feed().capture().tree();
        String wanted = query.toLowerCase(Locale.ROOT);
        var found = new TreeSet<String>(NaturalOrder.INSTANCE);
        int size = tree.size();
        for (int node = 1; node < size; node++) {
            if (tree.messages(node) == 0) {
                continue;
            }
            String subject = tree.subject(node);
            if (subject.toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(subject);
                if (found.size() > limit) {
                    found.pollLast();
                }
            }
        }
        return found.stream().map(this::entry).toList();
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
