package app.edgeglass.core.stream;

/**
 * Messages a second.
 *
 * @param in that were stored
 * @param out that went: consumed, expired, purged or deleted
 */
public record Rate(double in, double out) {

    public static final Rate NONE = new Rate(0, 0);
}
