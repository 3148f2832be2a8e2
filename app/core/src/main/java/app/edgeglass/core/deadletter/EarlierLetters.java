package app.edgeglass.core.deadletter;

import app.edgeglass.core.deadletter.DeadLetter.Origin;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server tells of messages that were given up before somebody listened. It keeps no advisories; but a stream may, and
 * a consumer tells how many messages it has delivered more than once.
 */
public final class EarlierLetters {

    /** Of one stream; a stream that keeps all advisories of years is not read to its end. */
    private static final int MOST = 10_000;

    private final StreamRef stream;
    private final JetStreamApi api;
    private final StuckMessages messages;
    private final LetterReader reader;
    private final Clock clock;

    EarlierLetters(StreamRef stream, JetStreamApi api, StuckMessages messages, LetterReader reader, Clock clock) {
        this.stream = stream;
        this.api = api;
        this.messages = messages;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param keepers the streams that keep advisories of this one; none when no stream does
     * @param letters how many advisories were read from them
     * @param whole whether all of them were read
     * @param suspects consumers that have given up more messages than they tell of by name
     */
    public record Found(List<String> keepers, long letters, boolean whole, List<Suspect> suspects) {

        public Found {
            keepers = List.copyOf(keepers);
            suspects = List.copyOf(suspects);
        }
    }

    /**
     * A consumer with a limit of deliveries, of which the server does not say which messages have reached it.
     *
     * @param maxDeliver its limit
     * @param redelivered how many messages it has delivered more than once and never had acknowledged
     * @param waiting how many it waits for to be acknowledged now; what is more of the redelivered was given up
     * @param floor up to which sequence everything was acknowledged
     */
    public record Suspect(String consumer, long maxDeliver, long redelivered, long waiting, long floor) {

        /** At least so many were given up. */
        public long atLeast() {
            return Math.max(0, redelivered - waiting);
        }
    }

    /** @param each takes what was found */
    Found find(Consumer<DeadLetter> each) {
        var keepers = new ArrayList<String>();
        long read = 0;
        boolean whole = true;
        for (String subject : LetterReader.subjects(stream.name())) {
            for (String keeper : keepers(subject)) {
                if (!keepers.contains(keeper)) {
                    keepers.add(keeper);
                }
                long from = read(keeper, subject, each);
                whole &= from < MOST;
                read += from;
            }
        }
        return new Found(keepers, read, whole, suspects());
    }

    private Set<String> keepers(String subject) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("subject", subject);
        var names = new TreeSet<String>();
        api.pages("STREAM.NAMES", question, "streams", name -> names.add(name.asString("")));
        return names;
    }

    private long read(String keeper, String subject, Consumer<DeadLetter> each) {
        long sequence = 1;
        long read = 0;
        while (read < MOST) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            try {
                StuckMessages.At advisory = messages.next(keeper, sequence, subject);
                reader.read(advisory.content().payload(), clock.instant(), Origin.KEPT)
                        .ifPresent(each);
                read++;
                sequence = advisory.sequence() + 1;
            } catch (Failure failure) {
                if (ApiError.is(failure, ApiError.MESSAGE_NOT_FOUND)) {
                    return read;
                }
                throw failure;
            }
        }
        return read;
    }

    private List<Suspect> suspects() {
        var suspects = new ArrayList<Suspect>();
        api.pages("CONSUMER.LIST." + stream.name(), JsonMapper.shared().createObjectNode(), "consumers", info -> {
            Suspect suspect = suspect(info);
            if (suspect.maxDeliver() > 0 && suspect.atLeast() > 0) {
                suspects.add(suspect);
            }
        });
        return suspects;
    }

    private static Suspect suspect(JsonNode info) {
        return new Suspect(
                info.path("name").asString(""),
                info.path("config").path("max_deliver").asLong(-1),
                info.path("num_redelivered").asLong(0),
                info.path("num_ack_pending").asLong(0),
                info.path("ack_floor").path("stream_seq").asLong(0));
    }
}
