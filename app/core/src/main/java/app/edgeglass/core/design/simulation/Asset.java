package app.edgeglass.core.design.simulation;

/**
 * Something that a world keeps on the server.
 *
 * @param kind what it is
 * @param name its name; for a consumer {@code STREAM/consumer}
 * @param created whether this run created it; else it was there already, as the design asks for it
 */
public record Asset(Kind kind, String name, boolean created) {

    public enum Kind {
        STREAM,
        CONSUMER,
        BUCKET,
        OBJECT_BUCKET
    }
}
