package app.edgeglass.core.connection;

import java.time.Instant;

/**
 * Something that happened to a session and that a person may want to know.
 *
 * @param number counts up from 1 within a session
 * @param at when it happened; for one that repeats, the last time
 * @param severity how much it matters
 * @param sentence what happened
 * @param remedy what to do; may be empty
 * @param times how often the same was said in a row
 * @param ofState whether it is a change of the {@link SessionState}, which whoever shows the state shows anyway
 */
public record SessionEvent(
        long number, Instant at, Severity severity, String sentence, String remedy, int times, boolean ofState) {

    SessionEvent saidAgain(Instant now) {
        return new SessionEvent(number, now, severity, sentence, remedy, times + 1, ofState);
    }

    SessionEvent said(int often) {
        return new SessionEvent(number, at, severity, sentence, remedy, often, ofState);
    }

    /** How much an event matters. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
