package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;

/**
 * Something about a draft that a person should know before it is sent.
 *
 * @param severity whether it can be sent at all
 * @param part where it is
 * @param failure the sentence and what to do; thrown as it is when the draft is sent in spite of an error
 */
public record DraftProblem(Severity severity, Part part, Failure failure) {

    /** How much a problem matters. */
    public enum Severity {
        /** Can be sent, and may well be what is meant. */
        WARNING,
        /** Is refused. */
        ERROR
    }

    /** A part of a draft. */
    public enum Part {
        SUBJECT,
        REPLY_TO,
        HEADERS,
        PAYLOAD
    }

    static DraftProblem error(Part part, Failure failure) {
        return new DraftProblem(Severity.ERROR, part, failure);
    }

    static DraftProblem warning(Part part, Failure failure) {
        return new DraftProblem(Severity.WARNING, part, failure);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
