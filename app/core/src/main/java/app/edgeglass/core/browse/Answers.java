package app.edgeglass.core.browse;

import app.edgeglass.core.connection.MessageFrame;
import app.edgeglass.core.error.Failure;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one question, in the order in which they came. The thread that reads the connection copies them into one
 * array, one behind the other, so that a thousand of them are no thousand objects; whoever asked waits until the last is
 * there.
 */
final class Answers {

    private static final int FIRST_BYTES = 512;
    /** Where headers begin, where the payload does, and where it ends. */
    private static final int PLACES = 3;

    private final String subject;
    private final boolean several;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int[] places = new int[PLACES * 4];
    private int end;
    private int count;
    private long heardNanos = System.nanoTime();
    private boolean complete;
    private @Nullable Failure failure;

    /** @param several whether more than one is awaited, up to a status that ends them */
    Answers(String subject, boolean several) {
        this.subject = subject;
        this.several = several;
    }

    /** What was asked. */
    String subject() {
        return subject;
    }

    /** Takes up one more; the thread that reads the connection calls it. */
    synchronized void add(MessageFrame frame) {
        if (complete) {
            return;
        }
        int length = frame.headersLength() + frame.payloadLength();
        if (end + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end + length, bytes.length * 2));
        }
        if (count * PLACES == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        System.arraycopy(frame.bytes(), frame.headersAt(), bytes, end, length);
        int at = count * PLACES;
        places[at] = end;
        places[at + 1] = end + frame.headersLength();
        places[at + 2] = end + length;
        end += length;
        count++;
        heardNanos = frame.arrivedNanos();
        if (!several || DirectAnswer.isLast(bytes, places[at], places[at + 1])) {
            complete = true;
            notifyAll();
        }
    }

    /** Takes no more. */
    synchronized void close() {
        complete = true;
    }

    synchronized void fail(Failure reason) {
        if (!complete) {
            failure = reason;
            complete = true;
            notifyAll();
        }
    }

    /** Waits until all are there, or for so long. */
    synchronized boolean await(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; !complete && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        Failure reason = failure;
        if (reason != null) {
            throw reason;
        }
        return complete;
    }

    /** When the last of them came, or the question was asked. */
    synchronized long heardNanos() {
        return heardNanos;
    }

    // What follows is for whoever asked, once all are there.

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int headersAt(int answer) {
        return places[answer * PLACES];
    }

    int payloadAt(int answer) {
        return places[answer * PLACES + 1];
    }

    int endOf(int answer) {
        return places[answer * PLACES + 2];
    }
}
