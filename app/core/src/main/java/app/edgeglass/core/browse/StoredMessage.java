package app.edgeglass.core.browse;

import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.HeaderBlock;
import app.edgeglass.core.message.MessageHead;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A message as a stream keeps it.
 *
 * @param sequence its place in the stream, from 1
 * @param at when the stream took it
 * @param headerBlock the headers as they were published; empty for none
 * @param payload the exact bytes, or the first of them; belongs to whoever holds the record, who must not change it
 * @param payloadSize how many bytes the whole payload has
 */
public record StoredMessage(
        long sequence, Instant at, String subject, byte[] headerBlock, byte[] payload, int payloadSize) {

    /** Whether the whole payload is here. */
    public boolean isWhole() {
        return payload.length == payloadSize;
    }

    /** Payload and headers, in bytes. */
    public long size() {
        return (long) payloadSize + headerBlock.length;
    }

    public List<Header> headers() {
        return HeaderBlock.parse(headerBlock);
    }

    /** The same with no more than the first bytes of the payload. */
    public StoredMessage head(int most) {
        return payload.length <= most
                ? this
                : new StoredMessage(sequence, at, subject, headerBlock, Arrays.copyOf(payload, most), payloadSize);
    }

    /** As what filters look at. */
    public MessageHead forFilters() {
        long micros = TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + at.getNano() / 1_000;
        return new MessageHead(sequence, micros, 0, subject, new byte[0], headerBlock, payload, payloadSize);
    }

    /** What it takes of the heap, more or less. */
    long heap() {
        return 120L + subject.length() + headerBlock.length + payload.length;
    }
}
