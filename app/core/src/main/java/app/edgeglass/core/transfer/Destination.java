package app.edgeglass.core.transfer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.Draft;
import app.edgeglass.core.publish.StreamHeaders;
import app.edgeglass.core.subject.SubjectPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * The stream that is to take messages, as far as has to be known of it beforehand.
 *
 * @param stream which one, and on which server
 * @param renaming the subjects that the messages get
 * @param subjects what the stream listens to
 * @param keepsTtl whether a message may say itself how long it is kept
 */
public record Destination(StreamRef stream, Renaming renaming, List<SubjectPattern> subjects, boolean keepsTtl) {

    private static final String ROLLUP = "Nats-Rollup";
    private static final String TTL = "Nats-TTL";

    public Destination {
        subjects = List.copyOf(subjects);
    }

    /**
     * Asks the stream.
     *
     * @throws Failure as {@link JetStreamApi}; {@code transfer.takes-nothing} for a stream that nobody can publish to
     */
    public static Destination of(StreamRef stream, Renaming renaming) {
        JsonNode config = new JetStreamApi(stream.session())
                .read("STREAM.INFO." + stream.name(), null)
                .path("config");
        boolean closed = config.has("mirror")
                || config.path("sealed").asBoolean(false)
                || config.path("subjects").isEmpty();
        if (closed) {
            throw Failure.of("transfer.takes-nothing", stream.name());
        }
        var subjects = new ArrayList<SubjectPattern>();
        config.path("subjects").forEach(subject -> subjects.add(SubjectPattern.parse(subject.asString())));
        return new Destination(
                stream, renaming, subjects, config.path("allow_msg_ttl").asBoolean(false));
    }

    /** Whether the stream takes what is on this subject. */
    public boolean takes(String subject) {
        return subjects.stream().anyMatch(pattern -> pattern.matches(subject));
    }

    /**
     * The message as it is sent: on its new subject, and without the headers by which its stream was told what to do. Those
     * would be done once more: older messages deleted, or the message refused since the stream is another one now.
     */
    Draft draft(Parcel parcel) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Nats-Expected-Stream", stream.name()));
        headers.add(new Header(StreamHeaders.MESSAGE_ID, parcel.id()));
        for (Header header : parcel.headers()) {
            if (!isInstruction(header.name()) && (keepsTtl || !header.name().equals(TTL))) {
                headers.add(header);
            }
        }
        return new Draft(renaming.apply(parcel.subject()), headers, parcel.payload(), null);
    }

    private static boolean isInstruction(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("nats-expected-")
                || lower.startsWith("nats-batch-")
                || lower.startsWith("nats-schedule")
                || name.equalsIgnoreCase(StreamHeaders.MESSAGE_ID)
                || name.equalsIgnoreCase(ROLLUP);
    }
}
