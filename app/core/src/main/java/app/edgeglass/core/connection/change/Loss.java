package app.edgeglass.core.connection.change;

/**
 * How much is lost by a {@link Destruction}, as the server counts it.
 *
 * @param items messages of a stream, values of a bucket, objects of an object bucket, or what a consumer has not delivered
 * @param bytes what they take
 * @param consumers how many consumers end with it
 */
public record Loss(long items, long bytes, int consumers) {

    public static final Loss NONE = new Loss(0, 0, 0);

    public Loss {
        if (items < 0 || bytes < 0 || consumers < 0) {
            throw new IllegalArgumentException(items + " items, " + bytes + " bytes, " + consumers + " consumers");
        }
    }
}
