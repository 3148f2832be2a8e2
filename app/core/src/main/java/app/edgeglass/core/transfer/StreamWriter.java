package app.edgeglass.core.transfer;

import app.edgeglass.core.connection.Refusals;
import app.edgeglass.core.connection.ServerErrors.Hearing;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.publish.Stored;
import app.edgeglass.core.publish.Storing;
import app.edgeglass.core.publish.StreamPublisher;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has a stream store messages in their order, many of them on the way at a time, and counts what became of each. The first that
 * goes wrong ends it. Used by one thread, once.
 */
final class StreamWriter implements AutoCloseable {

    private static final int MOST_UNDER_WAY = 256;
    private static final long MOST_BYTES_UNDER_WAY = 4L << 20;

    /** What is under way when it stops gets so long together. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final Destination to;
    private final StreamPublisher publisher;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private final Hearing hearing;
    private volatile @Nullable Failure denied;
    private long bytesUnderWay;
    private long stored;
    private long duplicates;
    private long bytes;
    private long doubtful;
    private long later;
    private long reached;

    private record Sent(long place, Storing storing) {

        int bytes() {
            return storing.draft().payload().length + storing.draft().headerBytes();
        }
    }

    /** @param reached the place behind which it begins */
    StreamWriter(Destination to, Clock clock, long reached) {
        this.to = to;
        this.reached = reached;
        publisher = new StreamPublisher(to.stream().session(), clock);
        hearing = to.stream().session().serverErrors().listen(this::complain);
    }

    private void complain(String complaint) {
        synchronized (underWay) {
            for (Sent sent : underWay) {
                String subject = sent.storing.draft().subject();
                if (denied == null && Refusals.ofPublish(complaint, subject)) {
                    denied = Failure.of("publish.denied", subject);
                }
            }
        }
    }

    /**
     * Sends a message, and waits for the oldest ones when too many are under way.
     *
     * @throws Failure what became of one of those before it, or keeps this one from being sent
     */
    void write(Parcel parcel) throws InterruptedException {
        var draft = to.draft(parcel);
        while (underWay.size() >= MOST_UNDER_WAY || bytesUnderWay > MOST_BYTES_UNDER_WAY) {
            settleFirst();
        }
        refuseDenied();
        if (Thread.interrupted()) {
            // The client library drops in silence what an interrupted thread publishes (jnats 2.26.2,
            // MessageQueue.push).
            throw new InterruptedException();
        }
        if (!to.takes(draft.subject())) {
            // What another stream takes is refused there; what none takes would only be waited for.
            throw Failure.of("transfer.not-taken", to.stream().name(), draft.subject());
        }
        var sent = new Sent(parcel.place(), publisher.begin(draft));
        synchronized (underWay) {
            underWay.add(sent);
        }
        bytesUnderWay += sent.bytes();
    }

    private void refuseDenied() {
        Failure refusal = denied;
        if (refusal != null) {
            throw refusal;
        }
    }

    private void settleFirst() throws InterruptedException {
        Sent first = underWay.getFirst();
        count(first.storing.await(StreamPublisher.PATIENCE));
        bytes += first.storing.draft().payload().length;
        reached = first.place;
        remove();
    }

    private Sent remove() {
        synchronized (underWay) {
            Sent first = underWay.removeFirst();
            bytesUnderWay -= first.bytes();
            return first;
        }
    }

    private void count(Stored said) {
        if (said.duplicate()) {
            duplicates++;
        } else {
            stored++;
        }
    }

    /** How many are done. */
    TransferProgress progress(long first, long last) {
        return new TransferProgress(stored + duplicates, bytes, reached, first, last);
    }

    /** All is sent: waits until all is stored. */
    TransferEnd complete() throws InterruptedException {
        while (!underWay.isEmpty()) {
            settleFirst();
        }
        return new TransferEnd(stored, duplicates, 0, 0, reached, Optional.empty(), false);
    }

    /**
     * Something went wrong: waits for what is under way, to know what became of it.
     *
     * @param why nothing when a person stopped it
     */
    TransferEnd stopped(@Nullable Failure why) {
        long deadline = System.nanoTime() + LAST_WAIT.toNanos();
        // Of a thread that is interrupted already nothing could be waited for.
        boolean interrupted = Thread.interrupted();
        boolean gap = false;
        while (!underWay.isEmpty()) {
            Sent sent = remove();
            try {
                count(sent.storing.await(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))));
                later += gap ? 1 : 0;
                reached = gap ? reached : sent.place;
            } catch (Failure e) {
                gap = true;
                doubtful += denied == null && Storing.isDoubtful(e) ? 1 : 0;
            } catch (InterruptedException e) {
                interrupted = true;
                gap = true;
                doubtful++;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Failure denial = denied;
        Optional<Failure> said = why != null && denial != null ? Optional.of(denial) : Optional.ofNullable(why);
        return new TransferEnd(stored, duplicates, doubtful, later, reached, said, why == null);
    }

    @Override
    public void close() {
        hearing.close();
    }
}
