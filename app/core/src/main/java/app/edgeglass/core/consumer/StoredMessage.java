package app.edgeglass.core.consumer;

import app.edgeglass.core.message.Header;
import java.time.Instant;
import java.util.List;

/** A message as it stands in the stream, read without any consumer. */
public record StoredMessage(long sequence, String subject, Instant time, List<Header> headers, byte[] payload) {

    public StoredMessage {
        headers = List.copyOf(headers);
    }

    /** What it takes of memory, more or less. */
    public long bytes() {
        return payload.length + subject.length() + OVERHEAD + headers.size() * 64L;
    }

    private static final long OVERHEAD = 128;
}
