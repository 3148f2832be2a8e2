package app.edgeglass.core.consumer.trial;

import app.edgeglass.core.message.Header;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that was taken from a consumer.
 *
 * @param number of those of one trial, from 1
 * @param ackSubject where word of it is sent; empty when none is wanted
 * @param at when it arrived, or was last said to be in progress
 * @param due when it is delivered again if no word comes; nothing when that never happens
 */
public record Taken(
        long number,
        Delivery delivery,
        String subject,
        List<Header> headers,
        byte[] payload,
        String ackSubject,
        Instant at,
        Optional<Instant> due,
        Fate fate) {

    private static final int OVERHEAD = 256;
    private static final int PER_HEADER = 64;

    public Taken {
        headers = List.copyOf(headers);
    }

    Taken withFate(Fate newFate) {
        return new Taken(number, delivery, subject, headers, payload, ackSubject, at, due, newFate);
    }

    Taken withDue(Instant newAt, Optional<Instant> newDue) {
        return new Taken(number, delivery, subject, headers, payload, ackSubject, newAt, newDue, fate);
    }

    /** What it takes of memory, more or less. */
    long bytes() {
        long bytes = (long) OVERHEAD + payload.length + subject.length() + ackSubject.length();
        for (Header header : headers) {
            bytes += PER_HEADER + header.name().length() + header.value().length();
        }
        return bytes;
    }
}
