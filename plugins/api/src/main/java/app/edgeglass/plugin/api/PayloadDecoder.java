package app.edgeglass.plugin.api;

import java.util.Optional;

/**
 * Reads one kind of payload. Implementations are stateless and safe for use by several threads at once.
 *
 * <p>This is the first shape of the contract: what the built-in decoders of Edgeglass itself need.
 */
public interface PayloadDecoder {

    /** A short stable name, in lower case, such as {@code json}. */
    String id();

    /**
     * How a payload reads in one line of a table. Asked for every visible row several times a second, so it looks at no more
     * of the payload than the line needs, and takes microseconds.
     *
     * @param payload the bytes as they arrived; never changed by the decoder
     * @param limit the most Unicode code points the answer may have, at least 1; what does not fit ends in an ellipsis
     * @return the line, not empty and without line breaks or control characters; nothing when this decoder cannot read the
     *     payload, which the next one is then asked for
     */
    Optional<String> preview(Payload payload, int limit);
}
