package app.edgeglass.core.message;

/**
 * One line of a message's headers. A name may stand several times, and its case matters.
 *
 * @param name as it arrived
 * @param value as it arrived, without the space after the colon
 */
public record Header(String name, String value) {}
