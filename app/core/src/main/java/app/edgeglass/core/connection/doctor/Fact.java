package app.edgeglass.core.connection.doctor;

/**
 * Something that a stage found out, in words.
 *
 * @param label what it is about, such as {@code Server}
 * @param value what was found, such as {@code edge-7, 2.12.1}; text of the server in it is made safe to show
 */
public record Fact(String label, String value) {}
