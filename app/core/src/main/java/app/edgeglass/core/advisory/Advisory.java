package app.edgeglass.core.advisory;

import java.time.Instant;

/**
 * One thing that was told.
 *
 * @param number counts those of one listening, from 1
 * @param at by the server’s clock
 * @param sentence what happened
 * @param by whose doing it was, as far as it was told; may be empty
 * @param subject on which it came
 * @param raw as it came; empty for a gap
 */
public record Advisory(
        long number, Instant at, AdvisoryKind kind, String sentence, String by, String subject, String raw) {

    /** About what it takes of the memory. */
    long weight() {
        return 200 + 2L * (sentence.length() + by.length() + subject.length()) + raw.length();
    }
}
