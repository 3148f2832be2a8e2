package app.edgeglass.core.message;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Sizes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the command line that publishes it again, or requests with it, with the {@code nats} program, for a POSIX shell. What is no plain
 * text goes through {@code base64}, so that the line can be pasted anywhere.
 *
 * <p>The program reads {@code {{…}}} in subject, payload and header values as a template (natscli, {@code pub} command); it is
 * written so here that it comes out as it was.
 */
public final class NatsCommand {

    /** Longer payloads make no line that anybody would paste. */
    static final int LARGEST = 64 * 1024;

    private static final String OPEN = "{{";
    private static final String OPEN_LITERAL = "{{\"{{\"}}";
    private static final String SAFE = "_./:=@%+,-";

    private NatsCommand() {}

    /**
     * The command line.
     *
     * @throws Failure {@code command.large} when the payload is larger than 64 KiB; {@code command.control} when subject,
     *     reply subject or headers hold what a terminal could take for a command
     */
    public static String publish(LoggedMessage message) {
        return line(message, List.of("nats", "pub"), List.of("--force-stdin"));
    }

    /**
     * As {@link #publish}, for a request.
     *
     * @param timeout how long to wait for replies
     * @param replies how many to wait for; 0 for as many as come
     */
    public static String request(LoggedMessage message, Duration timeout, int replies) {
        var start = List.of("nats", "req", "--timeout=" + timeout.toMillis() + "ms", "--replies=" + replies);
        // The program's requests read the standard input whenever no payload is given.
        return line(message, start, List.of());
    }

    private static String line(LoggedMessage message, List<String> start, List<String> fromInput) {
        var isSafe = isHarmless(message.subject())
                && (message.replyTo() == null || isHarmless(message.replyTo()))
                && message.headers().stream().allMatch(header -> isHarmless(header.name() + header.value()));
        if (!isSafe) {
            throw Failure.of("command.control");
        }
        if (message.payload().length > LARGEST) {
            throw Failure.of("command.large", Sizes.say(message.payload().length), Sizes.say(LARGEST));
        }
        var text = text(message.payload());
        var words = new ArrayList<String>();
        if (text == null) {
            words.addAll(List.of("printf", "%s"));
            words.add(quote(Base64.getEncoder().encodeToString(message.payload())));
            words.addAll(List.of("|", "base64", "-d", "|"));
        }
        words.addAll(start);
        if (message.replyTo() != null) {
            words.add(quote("--reply=" + message.replyTo()));
        }
        for (var header : message.headers()) {
            words.add("-H");
            words.add(quote(header.name() + ":" + literal(header.value())));
        }
        if (text == null) {
            words.addAll(fromInput);
            if (hasTemplate(message.payload())) {
                words.add("--no-templates");
            }
        }
        var subject = literal(message.subject());
        if (isOption(subject) || (text != null && isOption(text))) {
            words.add("--");
        }
        words.add(quote(subject));
        if (text != null) {
            words.add(quote(literal(text)));
        }
        return String.join(" ", words);
    }

    /** One word of a POSIX shell. */
    static String quote(String word) {
        var plain = !word.isEmpty()
                && word.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || SAFE.indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String literal(String text) {
        return text.replace(OPEN, OPEN_LITERAL);
    }

    /** Begins like an option, or like the name of a file with more arguments. */
    private static boolean isOption(String word) {
        return word.startsWith("-") || word.startsWith("@");
    }

    private static boolean hasTemplate(byte[] payload) {
        for (var i = 1; i < payload.length; i++) {
            if (payload[i - 1] == '{' && payload[i] == '{') {
                return true;
            }
        }
        return false;
    }

    /** The payload as text that a terminal takes without harm; none when it is no such text. */
    private static @Nullable String text(byte[] payload) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            return isHarmless(text) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isHarmless(String text) {
        return text.codePoints().allMatch(NatsCommand::isHarmless);
    }

    private static boolean isHarmless(int c) {
        return c == '\n'
                || c == '\t'
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
