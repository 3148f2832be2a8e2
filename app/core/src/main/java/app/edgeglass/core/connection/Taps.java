package app.edgeglass.core.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The taps of a session, over all its connections. A tap is meant by its name, which stands where a subscription has its
 * queue group: that is the one thing in a subscription that we choose and that the library repeats whenever it sends it,
 * after a reconnect too. {@link TapDataPort} takes the name out before the server sees it, and learns the subscription's id
 * from the same line. Names are made up anew for each session, so that none is mistaken for somebody's queue group.
 *
 * <p>Whoever brings a message to a {@link FrameSink} holds the {@link #lock}. So a sink has one writer at a time, though
 * the threads change with each connection and with the way by which messages come; and each sees what the one before it
 * wrote. The reading thread takes it once for all that one read from the socket brought.
 */
public final class Taps {

    private final String prefix = "edgeglass-tap-" + UUID.randomUUID() + "-";
    // As many as there are subscriptions of a person and readers that are open.
    private final ConcurrentHashMap<String, Tap> byName = new ConcurrentHashMap<>();
    /** All that ever were: a name is not given twice. */
    private final AtomicLong opened = new AtomicLong();

    private final ReentrantLock lock = new ReentrantLock();
    /** Replaced whole. */
    private volatile byte[][] inboxes = {};

    /** Makes one more; subscribe with its name as queue group. */
    public Tap open(Optional<String> queue, FrameSink sink) {
        var tap = new Tap(prefix + opened.getAndIncrement(), queue, sink);
        byName.put(tap.name(), tap);
        return tap;
    }

    /** The tap of a queue group, if it is one. */
    @Nullable
    Tap named(String queue) {
        return queue.startsWith(prefix) ? byName.get(queue) : null;
    }

    /** Forgets one whose subscription has ended, or ends now. */
    public void close(Tap tap) {
        byName.remove(tap.name());
    }

    /**
     * Marks where the answers come that a reader of this session asks for, by the thousand: who subscribes to everything gets
     * them a second time, and knows them by {@link #isAnswer}.
     *
     * @param prefix of their subjects
     */
    public synchronized void expectAnswers(String prefix) {
        var more = Arrays.copyOf(inboxes, inboxes.length + 1);
        more[inboxes.length] = prefix.getBytes(StandardCharsets.UTF_8);
        inboxes = more;
    }

    /** No more come there. */
    public synchronized void expectNoAnswers(String prefix) {
        byte[] gone = prefix.getBytes(StandardCharsets.UTF_8);
        inboxes =
                Arrays.stream(inboxes).filter(one -> !Arrays.equals(one, gone)).toArray(byte[][]::new);
    }

    /** Whether a message is such an answer. */
    public boolean isAnswer(MessageFrame frame) {
        for (byte[] prefix : inboxes) {
            int at = frame.subjectAt();
            if (frame.subjectLength() > prefix.length
                    && Arrays.equals(prefix, 0, prefix.length, frame.bytes(), at, at + prefix.length)) {
                return true;
            }
        }
        return false;
    }

    /** What is held while a message is brought to a sink. */
    public ReentrantLock lock() {
        return lock;
    }
}
