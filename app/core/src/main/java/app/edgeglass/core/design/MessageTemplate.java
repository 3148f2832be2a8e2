package app.edgeglass.core.design;

import java.util.List;

/**
 * How a message is made.
 *
 * @param values drawn once for each message, in order, for its headers and payload to refer to
 */
public record MessageTemplate(List<Value> values, List<HeaderTemplate> headers, PayloadTemplate payload) {

    public static final MessageTemplate EMPTY = new MessageTemplate(List.of(), List.of(), new PayloadTemplate.Empty());

    public MessageTemplate {
        values = List.copyOf(values);
        headers = List.copyOf(headers);
    }

    /** A value under a name. */
    public record Value(String name, JsonTemplate template) {}

    /** A header; the same name may come several times. */
    public record HeaderTemplate(String name, Template value) {}
}
