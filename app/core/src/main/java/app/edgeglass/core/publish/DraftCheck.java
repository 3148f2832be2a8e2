package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.DraftProblem.Part;
import app.edgeglass.core.subject.Subject;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what is wrong with a draft before it is sent. The server finds little of it, and the client some of it by throwing
 * what no person can read.
 */
public final class DraftCheck {

    /** The server's default for the longest line of its protocol ({@code max_control_line}), in bytes. */
    static final int CONTROL_LINE = 4_096;

    /** {@code HPUB}, the spaces, the two sizes and CR LF. */
    private static final int LINE_FRAME = "HPUB  1234567 1234567890 \r\n".length();

    /** As much of a text as a sentence can carry, in characters. */
    private static final int SHOWN = 80;

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private DraftCheck() {}

    /**
     * @param maxPayload the largest payload that the server takes, headers included, in bytes; 0 when it is not known
     * @return all errors, or else all warnings; empty when all is well
     */
    public static List<DraftProblem> problems(Draft draft, long maxPayload) {
        return problems(draft, draft.payload().length, maxPayload);
    }

    /** As {@link #problems(Draft, long)}, for a payload that is not there yet, but whose size is known. */
    static List<DraftProblem> problems(Draft draft, long payloadBytes, long maxPayload) {
        var found = new ArrayList<DraftProblem>();
        subject(draft, found);
        replyTo(draft, found);
        draft.headers().forEach(header -> header(header, found));
        size(draft.headerBytes(), payloadBytes, maxPayload, found);
        if (found.isEmpty()) {
            warnings(draft, found);
        }
        return found;
    }

    /**
     * @throws Failure the first error, if there is one
     */
    static void refuse(Draft draft, long maxPayload) {
        for (DraftProblem problem : problems(draft, maxPayload)) {
            if (problem.isError()) {
                throw problem.failure();
            }
        }
    }

    private static void subject(Draft draft, List<DraftProblem> found) {
        try {
            Subject.parse(draft.subject());
        } catch (Failure e) {
            found.add(DraftProblem.error(Part.SUBJECT, e));
        }
    }

    private static void replyTo(Draft draft, List<DraftProblem> found) {
        String replyTo = draft.replyTo();
        if (replyTo == null) {
            return;
        }
        try {
            Subject.parse(replyTo);
        } catch (Failure e) {
            found.add(DraftProblem.error(Part.REPLY_TO, Failure.of("publish.reply-to", e.sentence(), e.remedy())));
            return;
        }
        int line = LINE_FRAME + utf8(draft.subject()) + utf8(replyTo);
        if (found.isEmpty() && line > CONTROL_LINE) {
            found.add(DraftProblem.error(Part.REPLY_TO, Failure.of("publish.line", line, CONTROL_LINE)));
        }
    }

    private static void header(Header header, List<DraftProblem> found) {
        String name = header.name();
        if (name.isEmpty()) {
            found.add(DraftProblem.error(
                    Part.HEADERS, Failure.of("publish.header-nameless", SafeText.show(header.value(), SHOWN))));
            return;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c > '~' || c == ':') {
                found.add(DraftProblem.error(
                        Part.HEADERS, Failure.of("publish.header-name", SafeText.show(name, SHOWN), shown(c), i + 1)));
                return;
            }
        }
        for (int i = 0; i < header.value().length(); i++) {
            char c = header.value().charAt(i);
            if (c == '\r' || c == '\n') {
                found.add(DraftProblem.error(Part.HEADERS, Failure.of("publish.header-line", name)));
                return;
            }
            // jnats 2.26.2 stops reading its connection, without a word, at a value beyond ASCII: whoever subscribes
            // with
            // it would go deaf. ADR-4 allows ASCII only.
            if (c > 127) {
                found.add(DraftProblem.error(Part.HEADERS, Failure.of("publish.header-ascii", name, shown(c))));
                return;
            }
        }
    }

    private static void size(int headerBytes, long payloadBytes, long maxPayload, List<DraftProblem> found) {
        long bytes = headerBytes + payloadBytes;
        if (maxPayload > 0 && bytes > maxPayload) {
            String key = headerBytes == 0 ? "publish.too-large" : "publish.too-large-headers";
            found.add(DraftProblem.error(Part.PAYLOAD, Failure.of(key, bytes, maxPayload, headerBytes)));
        }
    }

    private static void warnings(Draft draft, List<DraftProblem> found) {
        String subject = draft.subject();
        String key = reserved(subject);
        if (!key.isEmpty()) {
            found.add(DraftProblem.warning(Part.SUBJECT, Failure.of(key, subject)));
        }
        for (Header header : draft.headers()) {
            if (header.name().equals(Draft.ROLLUP)) {
                found.add(DraftProblem.warning(Part.HEADERS, Failure.of("publish.rollup", header.value())));
            }
        }
    }

    /** The key of the warning; empty when the subject belongs to nobody. */
    private static String reserved(String subject) {
        if (subject.startsWith("$JS.API.")) {
            return "publish.reserved-api";
        }
        if (subject.startsWith("$KV.")) {
            return "publish.reserved-kv";
        }
        if (subject.startsWith("$O.")) {
            return "publish.reserved-object";
        }
        if (subject.startsWith("$SRV.")) {
            return "";
        }
        if (subject.startsWith("$")) {
            return "publish.reserved-system";
        }
        return subject.startsWith("_INBOX.") ? "publish.reserved-inbox" : "";
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String shown(char c) {
        return c == ' ' ? WORDS.say("publish.space") : SafeText.show(String.valueOf(c));
    }
}
