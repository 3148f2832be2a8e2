package app.edgeglass.core.transfer;

import app.edgeglass.core.subject.Subject;

/**
 * Which subject a message gets elsewhere: the beginning of its own is replaced, in whole tokens.
 *
 * @param from the beginning that goes; empty to put the other in front of each subject
 * @param to what takes its place; empty to leave it out
 */
public record Renaming(String from, String to) {

    /** Each message keeps its subject. */
    public static final Renaming NONE = new Renaming("", "");

    /** @throws app.edgeglass.core.error.Failure {@code subject.*} when one of them can be no part of a subject */
    public Renaming {
        if (!from.isEmpty()) {
            Subject.parse(from);
        }
        if (!to.isEmpty()) {
            Subject.parse(to);
        }
    }

    /** The subject that it gets; its own when it begins otherwise. */
    public String apply(String subject) {
        if (from.isEmpty()) {
            return to.isEmpty() ? subject : to + "." + subject;
        }
        if (subject.equals(from)) {
            return to.isEmpty() ? subject : to;
        }
        if (!subject.startsWith(from + ".")) {
            return subject;
        }
        String rest = subject.substring(from.length() + 1);
        return to.isEmpty() ? rest : to + "." + rest;
    }
}
