package app.edgeglass.core.design;

import java.util.List;
import java.util.Optional;

/**
 * Every text that a template stands for: the product of its variables. Texts are made when asked for, so a large product
 * costs nothing by itself.
 */
public final class Expansion {

    private final Template template;
    private final List<Variable> variables;
    private final int size;

    private Expansion(Template template, List<Variable> variables, int size) {
        this.template = template;
        this.variables = variables;
        this.size = size;
    }

    /**
     * @param known the variables that the template may refer to
     * @throws IllegalArgumentException when it refers to another, or stands for more texts than an int counts
     */
    public static Expansion of(Template template, List<Variable> known) {
        List<Variable> used = template.names().stream()
                .map(name -> known.stream()
                        .filter(variable -> variable.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no variable " + name)))
                .toList();
        long size = count(used);
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("too many texts");
        }
        return new Expansion(template, used, (int) size);
    }

    /** How many texts these variables span; {@link Long#MAX_VALUE} when that is more than can be counted. */
    public static long count(List<Variable> variables) {
        long count = 1;
        for (Variable variable : variables) {
            long high = Math.multiplyHigh(count, variable.values().size());
            count *= variable.values().size();
            if (high != 0 || count < 0) {
                return Long.MAX_VALUE;
            }
        }
        return count;
    }

    public int size() {
        return size;
    }

    /** @param index from 0; the last variable turns fastest */
    public String text(int index) {
        return template.fill(name -> value(index, name).orElseThrow());
    }

    /** The value of a variable in the text of this index; none when the template has no such variable. */
    public Optional<String> value(int index, String name) {
        int rest = index;
        for (int i = variables.size() - 1; i >= 0; i--) {
            Variable variable = variables.get(i);
            int choices = variable.values().size();
            if (variable.name().equals(name)) {
                return Optional.of(variable.values().get(rest % choices));
            }
            rest /= choices;
        }
        return Optional.empty();
    }

    /**
     * A subscription that gets all of them, if the texts are subjects: a {@code *} for each token that has a place. It may
     * get others too.
     */
    public String pattern() {
        String filled = template.fill(name -> "\0");
        var pattern = new StringBuilder();
        for (String token : filled.split("\\.", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".").append(token.indexOf('\0') >= 0 ? "*" : token);
        }
        return pattern.toString();
    }
}
