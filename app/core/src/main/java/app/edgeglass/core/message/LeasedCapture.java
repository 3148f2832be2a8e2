package app.edgeglass.core.message;

import java.util.concurrent.locks.ReentrantLock;

/** A capture that takes part in a {@link SharedBudget}. Its budget changes between two messages. */
final class LeasedCapture implements SharedBudget.Tenant, AutoCloseable {

    /** Whoever brings messages holds it. */
    private final ReentrantLock lock;

    private final String inboxPrefix;
    private final SharedBudget.Lease lease;

    private volatile Budget budget = Budget.LEAST;
    private volatile Capture capture;

    /**
     * @param inboxPrefix as {@link Capture#Capture(Budget, String)} takes it
     * @throws app.edgeglass.core.error.Failure when there is no memory left for it
     */
    LeasedCapture(SharedBudget shared, ReentrantLock lock, String inboxPrefix) {
        this.lock = lock;
        this.inboxPrefix = inboxPrefix;
        this.capture = new Capture(budget, inboxPrefix);
        this.lease = shared.lease(this);
        startAnew();
    }

    Budget budget() {
        return budget;
    }

    Capture get() {
        return capture;
    }

    /** Lets go of all subjects and messages. */
    void clear() {
        startAnew();
        lease.settle();
    }

    private void startAnew() {
        lock.lock();
        try {
            capture = new Capture(budget, inboxPrefix);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long limitTree(long bytes) {
        lock.lock();
        try {
            // It may only become smaller before the others have.
            return capture.limitTree(Math.min(bytes, budget.treeBytes()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void resize(Budget part) {
        lock.lock();
        try {
            budget = part;
            capture.resize(part);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lease.close();
    }
}
