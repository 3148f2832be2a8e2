package app.edgeglass.core.design;

import java.util.List;

/**
 * What may stand at a place of a subject.
 *
 * @param name as templates refer to it
 * @param values each of its values, in the order of the file
 */
public record Variable(String name, List<String> values) {

    public Variable {
        values = List.copyOf(values);
    }
}
