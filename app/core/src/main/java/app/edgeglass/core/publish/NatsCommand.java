package app.edgeglass.core.publish;

import app.edgeglass.core.message.Header;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of a POSIX shell that sends a draft with the {@code nats} command (natscli). Bytes that an argument cannot
 * carry go through {@code base64}.
 */
public final class NatsCommand {

    /** Linux takes 128 KiB an argument; what a shell does itself, such as printf, has no such bound. */
    private static final int LONGEST_ARGUMENT = 100_000;

    private NatsCommand() {}

    /**
     * @param server the server's URL without secrets; none for the command's own context
     */
    public static String publish(Draft draft, @Nullable String server) {
        var words = start(server, "pub");
        addReply(words, draft);
        return line(words, draft, "--force-stdin");
    }

    /** As {@link #publish}, for a request. */
    public static String request(Draft draft, RequestPlan plan, @Nullable String server) {
        var words = start(server, "req");
        words.add("--timeout=" + go(plan.timeout()));
        words.add("--replies=" + plan.wanted());
        return line(words, draft, null);
    }

    private static List<String> start(@Nullable String server, String command) {
        var words = new ArrayList<String>();
        words.add("nats");
        if (server != null) {
            words.add("--server=" + quote(server));
        }
        words.add(command);
        return words;
    }

    private static void addReply(List<String> words, Draft draft) {
        String replyTo = draft.replyTo();
        if (replyTo != null) {
            words.add("--reply=" + quote(replyTo));
        }
    }

    private static String line(List<String> words, Draft draft, @Nullable String fromStdin) {
        String body = argument(draft.payload());
        for (Header header : draft.headers()) {
            // The command reads headers as Go templates whatever it is told.
            words.add("--header=" + quote((header.name() + ":" + header.value()).replace("{{", "{{\"{{\"}}")));
        }
        if (draft.subject().contains("{{") || holds(draft.payload(), "{{")) {
            words.add("--no-templates");
        }
        if (body == null && fromStdin != null) {
            words.add(fromStdin);
        }
        if (draft.subject().startsWith("-") || (body != null && body.startsWith("-"))) {
            words.add("--");
        }
        words.add(quote(draft.subject()));
        if (body != null) {
            words.add(quote(body));
            return String.join(" ", words);
        }
        return "printf %s " + quote(Base64.getEncoder().encodeToString(draft.payload())) + " | base64 -d | "
                + String.join(" ", words);
    }

    /** The payload as an argument; none when it cannot be one. */
    private static @Nullable String argument(byte[] payload) {
        if (payload.length > LONGEST_ARGUMENT) {
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t') ? null : text;
    }

    private static boolean holds(byte[] payload, String ascii) {
        return new String(payload, StandardCharsets.ISO_8859_1).contains(ascii);
    }

    private static String quote(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** A duration as Go writes it. */
    private static String go(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
