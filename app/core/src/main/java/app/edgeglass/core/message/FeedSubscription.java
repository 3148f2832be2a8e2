package app.edgeglass.core.message;

import app.edgeglass.core.connection.MessageFrame;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.SubjectMatcher;
import app.edgeglass.core.subject.SubjectPattern;
import io.nats.client.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One of the patterns that fill a feed.
 *
 * <p>Patterns may overlap; the server then sends a message once for each. The message counts through one of them, the
 * rest are copies: a plain subscription before one with a queue group, which gets only its share, and an older before a
 * younger one.
 */
public final class FeedSubscription {

    private final int id;
    private final SubjectPattern pattern;
    private final SubjectMatcher matcher;
    private final Optional<String> queue;

    private volatile @Nullable Subscription subscription;
    /** In which state of the session the server refused it, if it did. */
    private volatile @Nullable SessionState refusedIn;
    /** The patterns through which a message counts rather than through this one; replaced whole. */
    private volatile SubjectMatcher[] before = {};

    // Set lazily: a full fence for each message would cost more than the count.
    private final AtomicLong received = new AtomicLong();

    FeedSubscription(int id, SubjectPattern pattern, Optional<String> queue) {
        this.id = id;
        this.pattern = pattern;
        this.matcher = pattern.matcher();
        this.queue = queue;
    }

    /** Unlike any other of the same feed. */
    public int id() {
        return id;
    }

    public SubjectPattern pattern() {
        return pattern;
    }

    /** The queue group it shares its messages with. */
    public Optional<String> queue() {
        return queue;
    }

    public boolean isEnabled() {
        return subscription != null;
    }

    /** Messages that came through it, copies included. */
    public long received() {
        return received.get();
    }

    @Nullable
    Subscription subscription() {
        return subscription;
    }

    void subscription(@Nullable Subscription now) {
        subscription = now;
    }

    void refusedIn(@Nullable SessionState state) {
        refusedIn = state;
    }

    /** A connection that is another one since then has asked again. */
    Optional<Failure> refusal(SessionState now) {
        SessionState then = refusedIn;
        if (then == null || (now instanceof SessionState.Live && !now.equals(then))) {
            return Optional.empty();
        }
        return Optional.of(queue.map(group -> Failure.of("feed.denied-queue", pattern.text(), group))
                .orElseGet(() -> Failure.of("feed.denied", pattern.text())));
    }

    void before(List<SubjectPattern> patterns) {
        before = patterns.stream().map(SubjectPattern::matcher).toArray(SubjectMatcher[]::new);
    }

    /** Which of two overlapping ones a message counts through. */
    boolean goesBefore(FeedSubscription other) {
        if (queue.isPresent()) {
            return false;
        }
        return other.queue.isPresent() || id < other.id || !other.isEnabled();
    }

    /** Counts a message of this subscription, and says whether it is a copy of one that counts through another. */
    boolean receivedCopy(MessageFrame frame) {
        received.lazySet(received.get() + 1);
        for (SubjectMatcher other : before) {
            if (other.matches(frame.bytes(), frame.subjectAt(), frame.subjectLength())) {
                return true;
            }
        }
        return false;
    }

    boolean matches(MessageFrame frame) {
        return matcher.matches(frame.bytes(), frame.subjectAt(), frame.subjectLength());
    }
}
