package app.edgeglass.desktop.shell.action;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Something that a person can do.
 *
 * @param id stable, in kebab-case, such as {@code subjects-pause}
 * @param group the heading under which it stands, such as the screen's name
 * @param title what it does, as a verb: “Pause the view”
 * @param keywords other words under which a person may look for it, separated by spaces; may be empty
 * @param shortcuts keys as JavaFX writes them, such as {@code Shortcut+K}, where Shortcut is Ctrl or Command; the first is
 *     the one that is shown; may be empty
 * @param first whether its keys are its own before they are those of what has the focus, such as a table
 * @param enabled whether it can be done now
 * @param run does it; called on the window's thread and not blocking it
 */
public record Action(
        String id,
        String group,
        String title,
        String keywords,
        List<String> shortcuts,
        boolean first,
        BooleanSupplier enabled,
        Runnable run) {

    public Action {
        shortcuts = List.copyOf(shortcuts);
    }

    /** An action without keywords and shortcuts that can always be done. */
    public static Action of(String id, String group, String title, Runnable run) {
        return new Action(id, group, title, "", List.of(), false, () -> true, run);
    }

    public Action withKeywords(String words) {
        return new Action(id, group, title, words, shortcuts, first, enabled, run);
    }

    public Action withShortcuts(String... keys) {
        return new Action(id, group, title, keywords, List.of(keys), first, enabled, run);
    }

    /** With keys that work wherever the focus is, also in what has a use of its own for them. */
    public Action withShortcutsFirst(String... keys) {
        return new Action(id, group, title, keywords, List.of(keys), true, enabled, run);
    }

    public Action when(BooleanSupplier possible) {
        return new Action(id, group, title, keywords, shortcuts, first, possible, run);
    }
}
