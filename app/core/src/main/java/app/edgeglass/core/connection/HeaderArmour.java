package app.edgeglass.core.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.Message;
import io.nats.client.support.IncomingHeadersProcessor;
import io.nats.client.support.Status;
import java.util.Base64;
import java.util.UUID;

/** Carries header blocks past the client library that it would not take, see {@link FrameReader}. */
public final class HeaderArmour {

    private static final byte[] NOTHING = new byte[0];
    private static final String VERSION = "NATS/1.0";

    /** Made up anew for each run, so that nobody who publishes can pose as this. */
    private static final String NAME = "Edgeglass-Packed-" + UUID.randomUUID();

    private static final String BEFORE = VERSION + "\r\n" + NAME + ":";
    private static final String AFTER = "\r\n\r\n";

    private HeaderArmour() {}

    /**
     * Whether the client can read it; it is asked itself, so that its opinion and ours never differ.
     *
     * @param payload whether a payload follows; behind a status the client would throw it away
     */
    static boolean isTakenByClient(byte[] block, boolean payload) {
        try {
            return new IncomingHeadersProcessor(block).getStatus() == null || !payload;
        } catch (RuntimeException e) {
            return false;
        }
    }

    static byte[] pack(byte[] block) {
        return (BEFORE + Base64.getEncoder().encodeToString(block) + AFTER).getBytes(US_ASCII);
    }

    /**
     * The headers of a message as in the protocol, whatever the client thinks of them; for every message that came through
     * a {@link Session}.
     *
     * @return empty for none
     */
    public static byte[] headers(Message message) {
        byte[] block = message.hasHeaders() ? message.getHeaders().getSerialized() : NOTHING;
        if (message.isStatusMessage()) {
            return withStatus(message.getStatus(), block);
        }
        String packed = block.length == 0 ? null : message.getHeaders().getFirst(NAME);
        return packed == null ? block : Base64.getDecoder().decode(packed);
    }

    /** The client keeps the status of the first line apart from the others. */
    private static byte[] withStatus(Status status, byte[] block) {
        String text = status.getMessage() == null ? "" : status.getMessage();
        String line = VERSION + " " + (status.getCode() + " " + text).strip();
        String lines =
                block.length == 0 ? AFTER : new String(block, VERSION.length(), block.length - VERSION.length(), UTF_8);
        return (line + lines).getBytes(UTF_8);
    }
}
