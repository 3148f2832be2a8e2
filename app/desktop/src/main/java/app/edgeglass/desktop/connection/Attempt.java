package app.edgeglass.desktop.connection;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One attempt to open a session that may be given up at any moment; what it opened all the same is closed then. */
final class Attempt {

    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean givenUp;
    private @Nullable OpenSession opened;

    /** Opens; on the thread of the work. */
    OpenSession open(Callable<OpenSession> work) throws Exception {
        try {
            OpenSession result = work.call();
            synchronized (this) {
                if (!givenUp) {
                    opened = result;
                    return result;
                }
            }
            result.close();
            throw new InterruptedException("given up");
        } finally {
            ended.countDown();
        }
    }

    /** Gives up; what is open already is answered, for the caller to close. */
    synchronized @Nullable OpenSession giveUp() {
        givenUp = true;
        return opened;
    }

    /** Falls when nothing of the attempt is left, but for what it opened. */
    CountDownLatch ended() {
        return ended;
    }
}
