package app.edgeglass.core.consumer.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The messages that were taken, in bounds. Those that are settled make room for new ones, the oldest first; those that wait for
 * word never do, since nobody could give it any more. Safe for use by several threads.
 */
final class TakenList {

    private final long mostBytes;
    private final int mostMessages;
    private final Map<Long, Taken> byNumber = new LinkedHashMap<>();
    /** The number of the last delivery of each message of the stream. */
    private final Map<Long, Long> bySequence = new HashMap<>();

    private long bytes;
    private long openBytes;
    private int open;
    private long forgotten;
    private long version;

    TakenList(long mostBytes, int mostMessages) {
        this.mostBytes = mostBytes;
        this.mostMessages = mostMessages;
    }

    /** Takes one in, if there is room. */
    synchronized boolean add(Taken message) {
        markFormer(message.delivery().streamSequence());
        boolean fits = open < mostMessages && openBytes + message.bytes() <= mostBytes;
        // One that alone is larger than all has to be seen all the same.
        if (!fits && !byNumber.isEmpty()) {
            version++;
            return false;
        }
        makeRoom(message.bytes());
        byNumber.put(message.number(), message);
        bySequence.put(message.delivery().streamSequence(), message.number());
        count(message, 1);
        version++;
        return true;
    }

    private void markFormer(long streamSequence) {
        Long number = bySequence.get(streamSequence);
        Taken former = number == null ? null : byNumber.get(number);
        if (former != null && former.fate() != Fate.NEEDS_NOTHING) {
            replace(former, former.withFate(Fate.CAME_AGAIN));
        }
    }

    private void makeRoom(long wanted) {
        var oldest = byNumber.values().iterator();
        while ((bytes + wanted > mostBytes || byNumber.size() >= mostMessages) && oldest.hasNext()) {
            Taken one = oldest.next();
            if (!one.fate().isOpen()) {
                oldest.remove();
                forget(one);
                forgotten++;
            }
        }
    }

    private void forget(Taken message) {
        bySequence.remove(message.delivery().streamSequence(), message.number());
        count(message, -1);
    }

    private void count(Taken message, int by) {
        bytes += by * message.bytes();
        if (message.fate().isOpen()) {
            open += by;
            openBytes += by * message.bytes();
        }
    }

    private void replace(Taken former, Taken now) {
        count(former, -1);
        byNumber.put(now.number(), now);
        count(now, 1);
        version++;
    }

    synchronized void change(long number, UnaryOperator<Taken> change) {
        Taken former = byNumber.get(number);
        if (former != null) {
            replace(former, change.apply(former));
        }
    }

    /** Those of these numbers that wait for word. */
    synchronized List<Taken> open(Collection<Long> numbers) {
        var found = new ArrayList<Taken>();
        for (long number : numbers) {
            Taken one = byNumber.get(number);
            if (one != null && one.fate().isOpen()) {
                found.add(one);
            }
        }
        return found;
    }

    /** Where one acknowledgement is for all before it: marks those too. */
    synchronized void changeUpTo(long consumerSequence, Fate fate) {
        for (Taken one : List.copyOf(byNumber.values())) {
            if (one.fate().isOpen() && one.delivery().consumerSequence() <= consumerSequence) {
                replace(one, one.withFate(fate));
            }
        }
    }

    /** Takes those that are settled out of the list. */
    synchronized void clearSettled() {
        for (Taken one : List.copyOf(byNumber.values())) {
            if (!one.fate().isOpen()) {
                byNumber.remove(one.number());
                forget(one);
                version++;
            }
        }
    }

    synchronized List<Taken> all() {
        return List.copyOf(byNumber.values());
    }

    synchronized int openCount() {
        return open;
    }

    /** When the first of those that wait for word is delivered again. */
    synchronized Optional<Instant> firstDue() {
        return byNumber.values().stream()
                .filter(one -> one.fate().isOpen())
                .flatMap(one -> one.due().stream())
                .min(Instant::compareTo);
    }

    synchronized long room() {
        return Math.max(0, mostBytes - openBytes);
    }

    synchronized int roomFor() {
        return Math.max(0, mostMessages - open);
    }

    synchronized long forgotten() {
        return forgotten;
    }

    synchronized long version() {
        return version;
    }
}
