package app.edgeglass.core.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects count together. Clients and streams make up a new subject for each request and each ack; a tree with a
 * node for each would hold nothing else soon. Inboxes count as {@code _INBOX.*}, those of a session with a prefix of its own
 * as {@code prefix.*} as well, acks as {@code $JS.ACK.stream.consumer.*}.
 */
final class Folding {

    private static final byte[] INBOX = bytes("_INBOX.");
    private static final byte[] INBOXES = bytes("_INBOX.*");
    private static final byte[] ACK = bytes("$JS.ACK.");
    private static final byte[] STAR = bytes(".*");
    /** {@code $JS.ACK.<stream>.<consumer>} and five numbers; NATS architecture decision record 15. */
    private static final int ACK_TOKENS = 9;

    private static final int ACK_KEPT = 4;
    /** Since server 2.14 also {@code $JS.ACK.<domain>.<account>.<stream>.<consumer>} and the numbers. */
    private static final int LONG_ACK_KEPT = 6;

    private final byte[] ownInbox;
    private final byte[] ownInboxes;

    /** @param inboxPrefix under which the session's own inboxes are, without the last point; empty for the protocol's */
    Folding(String inboxPrefix) {
        ownInbox = inboxPrefix.isEmpty() ? INBOX : bytes(inboxPrefix + ".");
        ownInboxes = inboxPrefix.isEmpty() ? INBOXES : bytes(inboxPrefix + ".*");
    }

    /** The subject to count on where it is another one; null when nothing is folded. */
    byte @Nullable [] fold(byte[] bytes, int offset, int length) {
        byte first = length == 0 ? 0 : bytes[offset];
        if (first != '_' && first != '$' && first != ownInbox[0]) {
            return null;
        }
        if (startsWith(bytes, offset, length, ownInbox)) {
            return ownInboxes;
        }
        if (startsWith(bytes, offset, length, INBOX)) {
            return INBOXES;
        }
        if (startsWith(bytes, offset, length, ACK)) {
            return foldAck(Arrays.copyOfRange(bytes, offset, offset + length));
        }
        return null;
    }

    private static byte @Nullable [] foldAck(byte[] subject) {
        int tokens = 1;
        for (byte b : subject) {
            if (b == '.') {
                tokens++;
            }
        }
        if (tokens < ACK_TOKENS) {
            return null;
        }
        int kept = tokens == ACK_TOKENS ? ACK_KEPT : LONG_ACK_KEPT;
        int end = 0;
        for (int seen = 0; end < subject.length; end++) {
            if (subject[end] == '.') {
                seen++;
                if (seen == kept) {
                    break;
                }
            }
        }
        byte[] folded = Arrays.copyOf(subject, end + STAR.length);
        System.arraycopy(STAR, 0, folded, end, STAR.length);
        return folded;
    }

    private static boolean startsWith(byte[] bytes, int offset, int length, byte[] prefix) {
        return length >= prefix.length
                && Arrays.equals(bytes, offset, offset + prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
