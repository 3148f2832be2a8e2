package app.edgeglass.core.consumer.trial;

/**
 * How asking a consumer for messages ended.
 *
 * @param said the server's words, where it had any
 */
public record PullEnd(Why why, String said) {

    /** Why it ended. */
    public enum Why {
        /** All that was asked for came. */
        COMPLETE,
        /** There is nothing now. */
        NOTHING_THERE,
        /** No more came within the time. */
        TIME_UP,
        /** The person wanted it. */
        STOPPED,
        /** The list has no room for more until some are settled. */
        FULL,
        /** The connection, or the consumer's leader, went while it waited. */
        LOST,
        /** The server does not take this request. */
        REFUSED
    }

    /** Whether one who consumes on and on asks again. */
    boolean goesOn() {
        return switch (why) {
            case COMPLETE, NOTHING_THERE, TIME_UP, LOST -> true;
            case STOPPED, FULL, REFUSED -> false;
        };
    }
}
