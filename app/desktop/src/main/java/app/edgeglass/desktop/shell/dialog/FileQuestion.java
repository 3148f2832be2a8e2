package app.edgeglass.desktop.shell.dialog;

import java.util.List;

/**
 * A question for a file.
 *
 * @param title what it is for
 * @param name the name suggested when saving; may be empty
 * @param kinds what can be chosen, the usual first; none means any file
 */
public record FileQuestion(String title, String name, List<Kind> kinds) {

    public FileQuestion {
        kinds = List.copyOf(kinds);
    }

    /**
     * A kind of file.
     *
     * @param label such as “JSON lines”
     * @param patterns such as {@code *.ndjson}
     */
    public record Kind(String label, List<String> patterns) {
        public Kind {
            patterns = List.copyOf(patterns);
        }
    }
}
