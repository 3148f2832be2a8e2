package app.edgeglass.core.consumer.trial;

/** What has become of a message that was taken. */
public enum Fate {
    /** The consumer waits for word of it. */
    OPEN,
    /** The consumer wants no word of any. */
    NEEDS_NOTHING,
    /** Acknowledged; the server has read it. */
    ACKNOWLEDGED,
    /** Acknowledged, and the consumer has said that it noted it. */
    CONFIRMED,
    /** Given back, to be delivered again. */
    GIVEN_BACK,
    /** Given up: it is not delivered again. */
    TERMINATED,
    /** Word was sent, and the connection went before it was known whether it arrived. */
    IN_DOUBT,
    /** It came once more meanwhile, and that one stands below. */
    CAME_AGAIN;

    /** Whether word of it can be sent. */
    public boolean isOpen() {
        return this == OPEN || this == IN_DOUBT;
    }
}
