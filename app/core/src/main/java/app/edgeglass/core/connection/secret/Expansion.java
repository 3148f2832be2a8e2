package app.edgeglass.core.connection.secret;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Fills {@code $NAME}, <code>${NAME}</code> and a leading {@code ~} in as the {@code nats} CLI does, which is as Go's
 * {@code os.ExpandEnv} does: a variable that is not set is nothing, and a tilde is the home folder even before a name.
 */
public record Expansion(Map<String, String> environment, Path home) {

    private static final String SPECIAL = "*#$@!?-0123456789";

    public Expansion {
        environment = Map.copyOf(environment);
    }

    /**
     * A text with everything filled in.
     *
     * @param unset names of variables that it has and that are not set
     */
    public record Expanded(String text, Set<String> unset) {}

    public Expanded expand(String text) {
        var result = new StringBuilder();
        var unset = new LinkedHashSet<String>();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) != '$' || i + 1 == text.length()) {
                result.append(text.charAt(i++));
                continue;
            }
            String name = name(text, i + 1);
            int end = i + 1 + length(text, i + 1, name);
            if (!name.isEmpty()) {
                String value = environment.get(name);
                if (value == null) {
                    unset.add(name);
                } else {
                    result.append(value);
                }
            } else if (end == i + 1) {
                // A dollar before something that is no name stands for itself.
                result.append('$');
            }
            i = end;
        }
        String filled = result.toString();
        return new Expanded(filled.startsWith("~") ? home + filled.substring(1) : filled, unset);
    }

    private static String name(String text, int at) {
        char first = text.charAt(at);
        if (first == '{') {
            int close = text.indexOf('}', at);
            return close < 0 ? "" : text.substring(at + 1, close);
        }
        if (SPECIAL.indexOf(first) >= 0) {
            return String.valueOf(first);
        }
        int end = at;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /** How much of the text the name takes, with its braces; broken braces are left out. */
    private static int length(String text, int at, String name) {
        if (text.charAt(at) != '{') {
            return name.length();
        }
        return text.indexOf('}', at) < 0 ? 1 : name.length() + 2;
    }

    private static boolean isOfName(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
}
