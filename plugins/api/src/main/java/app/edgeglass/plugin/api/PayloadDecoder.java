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
     * How a payload reads in one line of a table.
     *
     * @param payload the bytes as they arrived; never changed by the decoder
     * @param limit the most characters the answer may have, at least 1
     * @return the line, without line breaks or control characters; empty when this decoder cannot read the payload
     */
    Optional<String> preview(Payload payload, int limit);
}
