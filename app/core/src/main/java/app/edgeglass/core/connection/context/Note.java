package app.edgeglass.core.connection.context;

/**
 * Something of a context that is not as the {@code nats} CLI would have it, or that a person should know of.
 *
 * @param field the key in the context's file, such as {@code jetstream_event_prefix}
 * @param sentence what it means here
 */
public record Note(String field, String sentence) {}
