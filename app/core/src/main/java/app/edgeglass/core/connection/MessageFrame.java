package app.edgeglass.core.connection;

/**
 * A message as it stands in a buffer: where its parts are, not copies of them. One object is used for one message after
 * the other, so whoever is given it takes what is needed before returning, and keeps neither it nor its bytes.
 */
public final class MessageFrame {

    private static final byte[] NOTHING = new byte[0];

    private byte[] bytes = NOTHING;
    private int subjectAt;
    private int subjectLength;
    private int replyAt;
    private int replyLength;
    private int headersAt;
    private int headersLength;
    private int payloadAt;
    private int payloadLength;
    private long arrivedNanos;

    /** A frame of its own bytes, which are copied; as if it had arrived now. */
    public static MessageFrame of(byte[] subject, byte[] reply, byte[] headers, byte[] payload) {
        var frame = new MessageFrame();
        frame.copy(subject, reply, headers, payload);
        return frame;
    }

    /** Takes up the parts, as if they had arrived now. */
    public void copy(byte[] subject, byte[] reply, byte[] headers, byte[] payload) {
        bytes = new byte[subject.length + reply.length + headers.length + payload.length];
        arrivedNanos = System.nanoTime();
        subjectAt = 0;
        subjectLength = put(subject, 0);
        replyAt = subjectLength;
        replyLength = put(reply, replyAt);
        headersAt = replyAt + replyLength;
        headersLength = put(headers, headersAt);
        payloadAt = headersAt + headersLength;
        payloadLength = put(payload, payloadAt);
    }

    private int put(byte[] part, int at) {
        System.arraycopy(part, 0, bytes, at, part.length);
        return part.length;
    }

    /** Points it at the message of a control line; headers and payload follow the line. */
    void point(byte[] buffer, ControlLine line, long nanos) {
        bytes = buffer;
        subjectAt = line.subjectAt();
        subjectLength = line.subjectLength();
        replyAt = line.replyAt();
        replyLength = line.replyLength();
        headersAt = line.end();
        headersLength = (int) line.headers();
        payloadAt = headersAt + headersLength;
        payloadLength = (int) line.size() - headersLength;
        arrivedNanos = nanos;
    }

    /** The buffer that all parts stand in, among other things. */
    public byte[] bytes() {
        return bytes;
    }

    /** The subject, in UTF-8. */
    public int subjectAt() {
        return subjectAt;
    }

    public int subjectLength() {
        return subjectLength;
    }

    /** The reply subject, in UTF-8. */
    public int replyAt() {
        return replyAt;
    }

    /** 0 for none. */
    public int replyLength() {
        return replyLength;
    }

    /** The header block as in the protocol. */
    public int headersAt() {
        return headersAt;
    }

    /** 0 for none. */
    public int headersLength() {
        return headersLength;
    }

    public int payloadAt() {
        return payloadAt;
    }

    public int payloadLength() {
        return payloadLength;
    }

    /** When it was read from the connection, as {@link System#nanoTime} has it. */
    public long arrivedNanos() {
        return arrivedNanos;
    }
}
