package app.edgeglass.core.stream;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.Feature;
import app.edgeglass.core.jetstream.JetStreamApi;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a stream another name, which no server can do: a copy follows it until it has everything, and then takes over its
 * subjects. Nothing is deleted. The old stream stays with its messages and its consumers, under a subject that nobody
 * publishes to, until the person deletes it.
 *
 * <p>From nats-server 2.12 on the copy is a mirror, which keeps the sequences; before, one that takes from a source, which
 * counts anew.
 */
public final class StreamRename {

    private static final Duration STALLED_AFTER = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final String PARKED = "edgeglass.renamed.";

    private final JetStreamApi api;
    private final Streams streams;
    private final StreamEditor editor;

    /** How far it is. */
    public enum Step {
        CREATING,
        FOLLOWING,
        HANDING_OVER,
        DONE
    }

    public StreamRename(JetStreamApi api, StreamEditor editor) {
        this.api = api;
        this.streams = new Streams(api);
        this.editor = editor;
    }

    /** Whether the messages keep their sequences. */
    public boolean keepsSequences() {
        return streams.level() >= Feature.ATOMIC_BATCHES.level();
    }

    /**
     * Renames.
     *
     * @param onStep is told of each step, on this thread
     * @throws Failure {@code stream.rename-kind} when a copy of such a stream cannot follow it; {@code stream.rename-broken}
     *     when it broke off, with what stands now; {@code stream.rename-half} when the old one could not be given its
     *     subjects back
     */
    public StreamInfo rename(String from, String to, Consumer<Step> onStep) {
        StreamInfo old = streams.info(from);
        check(old);
        ArrayNode subjects = old.config().withArrayProperty("subjects").deepCopy();
        onStep.accept(Step.CREATING);
        var _ = editor.create(follower(old, to));
        onStep.accept(Step.FOLLOWING);
        try {
            awaitAll(from, to);
        } catch (Failure failure) {
            throw Failure.because(failure, "stream.rename-broken", from, to, failure.sentence());
        }
        onStep.accept(Step.HANDING_OVER);
        try {
            subjects(from, JsonMapper.shared().createArrayNode().add(PARKED + from));
            awaitAll(from, to);
            StreamInfo done = promote(old, to, subjects);
            onStep.accept(Step.DONE);
            return done;
        } catch (Failure | CancellationException broken) {
            throw giveBack(from, to, subjects, broken);
        }
    }

    private static void check(StreamInfo old) {
        boolean plain = old.retention().equals("limits")
                && !old.mirrors()
                && old.origins().isEmpty()
                && !old.is("sealed")
                && !old.is("allow_msg_counter")
                && !old.is("allow_msg_schedules")
                && old.limit("subject_delete_marker_ttl").isEmpty();
        if (!plain) {
            throw Failure.of("stream.rename-kind", old.name());
        }
    }

    private ObjectNode follower(StreamInfo old, String to) {
        ObjectNode config = StreamCopy.draft(old, to, List.of());
        // What a mirror may not have, it gets when it becomes a stream of its own.
        config.remove(List.of("duplicate_window", "first_seq", "republish", "subject_transform"));
        if (keepsSequences()) {
            config.putObject("mirror").put("name", old.name());
        } else {
            config.withArrayProperty("sources").addObject().put("name", old.name());
        }
        return config;
    }

    /** Waits until the copy has as many messages as the original, as long as some still come. */
    private void awaitAll(String from, String to) {
        long had = -1;
        long since = System.nanoTime();
        while (true) {
            StreamState old = streams.info(from).state();
            StreamState copy = streams.info(to).state();
            boolean all =
                    keepsSequences() ? copy.lastSequence() >= old.lastSequence() : copy.messages() >= old.messages();
            if (all) {
                return;
            }
            if (copy.lastSequence() > had) {
                had = copy.lastSequence();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STALLED_AFTER.toNanos()) {
                throw Failure.of("stream.rename-stalled", to, copy.messages(), old.messages());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("rename");
        }
    }

    private void subjects(String stream, ArrayNode subjects) {
        ObjectNode config = streams.info(stream).config().deepCopy();
        config.set("subjects", subjects);
        update(stream, config);
    }

    private StreamInfo promote(StreamInfo old, String to, ArrayNode subjects) {
        ObjectNode config = streams.info(to).config().deepCopy();
        config.remove(List.of("mirror", "sources"));
        config.set("subjects", subjects);
        for (String field : List.of("duplicate_window", "republish", "subject_transform")) {
            if (old.config().has(field)) {
                config.set(field, old.config().get(field));
            }
        }
        return update(to, config);
    }

    private StreamInfo update(String stream, ObjectNode config) {
        Permit permit = api.session().guard().allow(new Change(Change.Kind.EDIT_STREAM, stream, ""));
        return StreamInfo.of(api.change(permit, "STREAM.UPDATE." + stream, config));
    }

    private Failure giveBack(String from, String to, ArrayNode subjects, RuntimeException broken) {
        // A cancelled task has to leave things as it says it does.
        boolean interrupted = Thread.interrupted();
        try {
            String why = Failure.in(broken).sentence();
            try {
                subjects(from, subjects);
                return Failure.because(broken, "stream.rename-broken", from, to, why);
            } catch (Failure worse) {
                return Failure.because(broken, "stream.rename-half", from, to, why, subjects.toString());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
