package app.edgeglass.core.deadletter;

import app.edgeglass.core.connection.Consent;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Confirmation;
import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.connection.change.Loss;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes given-up messages elsewhere, or sends them once more. A message counts as taken when a stream has confirmed it, and
 * only then the original may be deleted. Blocks, on the caller’s thread.
 */
public final class LetterActions {

    private final DeadLetters letters;
    private final Session session;
    private final String stream;

    public LetterActions(DeadLetters letters) {
        this.letters = letters;
        StreamRef ref = letters.stream();
        this.session = ref.session();
        this.stream = ref.name();
    }

    /**
     * What became of them.
     *
     * @param stored how many a stream has confirmed
     * @param deleted how many of the originals were deleted
     * @param gone how many were not in the stream any more
     * @param left those with which nothing was done, or not to the end, as the first failure says
     * @param failure what went wrong first, after which nothing more was tried
     */
    public record Outcome(long stored, long deleted, long gone, List<DeadLetter> left, Optional<Failure> failure) {

        public Outcome {
            left = List.copyOf(left);
        }
    }

    /** What a person is asked before originals are deleted. */
    public Confirmation confirmation(List<Stuck> chosen) {
        return session.guard().confirmation(deletion(chosen));
    }

    private Destruction deletion(List<Stuck> chosen) {
        long bytes = chosen.stream()
                .mapToLong(one -> one.content() instanceof Content.Present present ? present.size() : 0)
                .sum();
        return Destruction.deleteMessages(stream, new Loss(chosen.size(), bytes, 0));
    }

    /** Copies them to a subject that a stream listens to, with headers that say where they are from. */
    public Outcome copy(List<Stuck> chosen, String subject) {
        return run(chosen, subject, null);
    }

    /**
     * As {@link #copy}, and deletes each original when its copy is confirmed.
     *
     * @param typed as the {@link #confirmation} asks for it
     */
    public Outcome move(List<Stuck> chosen, String subject, String typed) {
        return run(chosen, subject, session.guard().allow(deletion(chosen), typed));
    }

    /** Publishes each to its own subject once more; all consumers of the stream get it, as a new message. */
    public Outcome resend(List<Stuck> chosen) {
        return run(chosen, "", null);
    }

    private Outcome run(List<Stuck> chosen, String subject, @Nullable Consent deleting) {
        var left = new ArrayList<>(chosen.stream().map(Stuck::letter).toList());
        long stored = 0;
        long deleted = 0;
        long gone = 0;
        try {
            if (!subject.isEmpty()) {
                requireStream(subject);
            }
            for (Stuck one : chosen) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                DeadLetter letter = one.letter();
                Content content = letters.read(letter);
                if (content instanceof Content.Unread unread) {
                    throw unread.reason();
                }
                if (!(content instanceof Content.Present present)) {
                    gone++;
                    left.remove(letter);
                    continue;
                }
                store(letter, present, subject);
                stored++;
                if (deleting != null) {
                    deleted += delete(deleting, letter) ? 1 : 0;
                }
                left.remove(letter);
            }
            return new Outcome(stored, deleted, gone, left, Optional.empty());
        } catch (Failure failure) {
            return new Outcome(stored, deleted, gone, left, Optional.of(failure));
        }
    }

    /** Where anybody subscribes, such as this window to all, nobody says that no stream does: it would be waited for. */
    private void requireStream(String subject) {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("subject", subject);
        int streams = new JetStreamApi(session).pages("STREAM.NAMES", question, "streams", name -> {});
        if (streams == 0) {
            throw Failure.of("deadletter.no-stream", subject);
        }
    }

    private void store(DeadLetter letter, Content.Present message, String subject) {
        boolean again = subject.isEmpty();
        String target = again ? message.subject() : subject;
        new LetterPost(session).send(target, again ? Optional.empty() : Optional.of(letter), message);
    }

    private boolean delete(Consent consent, DeadLetter letter) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("seq", letter.sequence());
        body.put("no_erase", true);
        try {
            new JetStreamApi(session).destroy(consent, "STREAM.MSG.DELETE." + stream, body);
            letters.gone(letter);
            return true;
        } catch (Failure failure) {
            // Somebody was faster; what was wanted is so.
            if (ApiError.is(failure, ApiError.MESSAGE_NOT_FOUND)) {
                letters.gone(letter);
                return false;
            }
            throw failure;
        }
    }
}
