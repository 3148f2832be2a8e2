package app.edgeglass.core.deadletter;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.HeaderBlock;
import java.time.Instant;
import java.util.List;

/** What is known of a given-up message's content. */
public sealed interface Content {

    /** Asked for, or about to be. */
    record Awaited() implements Content {}

    /**
     * As it stands in the stream.
     *
     * @param at when the stream took it
     * @param headerBlock as in the protocol; empty for none
     */
    record Present(String subject, Instant at, byte[] headerBlock, byte[] payload) implements Content {

        public List<Header> headers() {
            return HeaderBlock.parse(headerBlock);
        }

        /** Headers and payload, in bytes. */
        public long size() {
            return (long) headerBlock.length + payload.length;
        }
    }

    /** The stream does not have it any more. */
    record Gone() implements Content {}

    /** It was there, and made room for others since; it can be asked for again. */
    record Dropped(String subject, long size) implements Content {}

    /** It could not be read. */
    record Unread(Failure reason) implements Content {}
}
