package app.edgeglass.core.subject;

import app.edgeglass.core.error.Failure;
import java.nio.charset.StandardCharsets;

/**
 * A subject that can be published to: tokens with dots between them, none empty, no wildcards.
 *
 * <p>The rules are those of the NATS protocol ("Subject names"). The server itself refuses less: it takes a published
 * {@code a.*} as it is, which is never what was meant.
 *
 * @param text the whole subject
 */
public record Subject(String text) {

    /** A server refuses a protocol line of more than 4,096 bytes by default; a reply subject and numbers share the line. */
    public static final int MOST_BYTES = 3_900;

    /**
     * @throws Failure {@code subject.*} that says what is wrong with it
     */
    public static Subject parse(String text) {
        SubjectRules.check(text, MOST_BYTES);
        if (SubjectPattern.hasWildcard(text)) {
            throw Failure.of("subject.wildcard", SubjectRules.shown(text));
        }
        return new Subject(text);
    }

    /** The subject as the protocol carries it. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text;
    }
}
