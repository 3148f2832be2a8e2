package app.edgeglass.core.census;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.subject.SubjectTree;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts the messages on each subject of a stream into a {@link SubjectTree}, which can be looked at meanwhile. It asks the
 * stream's leader only, and makes no consumer. One census is for one {@link #run}.
 *
 * <p>A server tells a hundred thousand subjects at once, and more in pages, for each of which it collects and sorts all of
 * them. So more than that are asked for by parts ({@link Division}), which are guessed from some of the messages; whatever the
 * guess has missed comes by pages. How long it takes either way: {@code docs/decisions/0028}.
 */
public final class Census {

    /** As many as a server tells at once: {@code JSMaxSubjectDetails} of nats-server. */
    static final int PAGE = 100_000;

    /** What a part should have at most; a guess that is too low costs a page more. */
    private static final int PART = 60_000;

    private static final int MOST_SAMPLED = 512;
    private static final long SAMPLED_BYTES = 8L << 20;

    /** A server that sorts millions for an answer takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JetStreamApi api;
    private final String stream;
    private final int page;
    private final int part;
    private final SubjectTree tree;
    private volatile CensusProgress progress = CensusProgress.BEGUN;
    private long counted;

    /** @param budgetBytes the most memory that the tree may take; what has no room counts on the rest of its branch */
    public Census(StreamRef of, long budgetBytes) {
        this(of, budgetBytes, PAGE, PART);
    }

    /** For tests, which have no time to fill a stream with millions. */
    Census(StreamRef of, long budgetBytes, int page, int part) {
        this.api = new JetStreamApi(of.session(), PATIENCE);
        this.stream = of.name();
        this.page = page;
        this.part = part;
        this.tree = new SubjectTree(budgetBytes);
    }

    /**
     * Counts; blocks until all is counted. An interrupt ends it.
     *
     * @throws Failure as {@link JetStreamApi}; what was counted until then stays in the tree
     */
    public CensusProgress run() {
        long begun = total();
        if (begun <= page) {
            pages(">", begun);
        } else {
            Division.of(sample(), begun, part).forEach(pattern -> pages(pattern, begun));
            if (counted < total()) {
                pages(">", begun);
            }
        }
        long now = total();
        progress = new CensusProgress(counted, Math.max(counted, now), true);
        return progress;
    }

    /** How many subjects the stream has, which is asked without collecting them. */
    private long total() {
        refuseInterrupt();
        JsonNode state = api.read("STREAM.INFO." + stream, null).path("state");
        return state.path("num_subjects").asLong(0);
    }

    /** Some subjects, by messages from all over the stream. */
    private Set<String> sample() {
        JsonNode state = api.read("STREAM.INFO." + stream, null).path("state");
        long first = state.path("first_seq").asLong(0);
        long last = state.path("last_seq").asLong(0);
        long average = state.path("bytes").asLong(0)
                        / Math.max(1, state.path("messages").asLong(1))
                + 1;
        long wanted = Math.clamp(SAMPLED_BYTES / average, 16, MOST_SAMPLED);
        // The same each time, so that what is slow once can be looked at again.
        var random = new Random(stream.hashCode());
        var subjects = new HashSet<String>();
        for (int i = 0; i < wanted && last >= first; i++) {
            refuseInterrupt();
            ObjectNode question = JsonMapper.shared().createObjectNode();
            question.put("seq", random.nextLong(first, last + 1)).put("next_by_subj", ">");
            try {
                JsonNode message =
                        api.read("STREAM.MSG.GET." + stream, question).path("message");
                subjects.add(message.path("subject").asString());
            } catch (Failure e) {
                // Nothing there any more; or nothing may be read, which leaves the pages.
                if (subjects.isEmpty() && i > 3) {
                    return Set.of();
                }
            }
        }
        return subjects;
    }

    private void pages(String pattern, long expected) {
        long offset = 0;
        while (true) {
            refuseInterrupt();
            ObjectNode question = JsonMapper.shared().createObjectNode();
            question.put("subjects_filter", pattern);
            if (offset > 0) {
                question.put("offset", offset);
            }
            ObjectNode said = api.read("STREAM.INFO." + stream, question);
            JsonNode subjects = said.path("state").path("subjects");
            for (var one : subjects.properties()) {
                counted += tree.note(one.getKey(), one.getValue().asLong(0)) ? 1 : 0;
            }
            offset += subjects.size();
            progress = new CensusProgress(counted, Math.max(counted, expected), false);
            boolean all = pattern.equals(">") && offset >= page && counted >= expected;
            if (all || subjects.isEmpty() || offset >= said.path("total").asLong(0)) {
                return;
            }
        }
    }

    private void refuseInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(stream);
        }
    }

    /** What is counted so far; read by any thread. */
    public SubjectTree tree() {
        return tree;
    }

    /** How far it is; read by any thread. */
    public CensusProgress progress() {
        return progress;
    }
}
