package app.edgeglass.core.message;

import app.edgeglass.core.error.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One budget of memory for all feeds that are open together. Each may take an equal part; when one more opens, the parts of
 * the others become smaller at once, and what they have to let go is evicted, the oldest first, and counted. When one
 * closes, the others may grow.
 *
 * <p>Subjects are not taken away. A tree that is larger than its share of the part stays as large as it is and leaves less
 * for messages; one that is larger than the part itself leaves less for the other feeds. When not even the least is left
 * for one more, it is refused.
 *
 * <p>At no time do the parts come to more than the whole: they become smaller before others become larger.
 */
public final class SharedBudget {

    /** What takes part: changes take effect before these return. */
    interface Tenant {

        /** Lets the tree grow no further than to so many bytes, and no further than it has; answers to how many it may. */
        long limitTree(long bytes);

        void resize(Budget budget);
    }

    /** One feed's part of the whole; closed when the feed is, and lets go of what it held. */
    public final class Lease implements AutoCloseable {

        private final Tenant tenant;
        /** What it was given last. */
        private long bytes;

        private Lease(Tenant tenant) {
            this.tenant = tenant;
        }

        /** Divides anew after the feed has let its tree go. */
        void settle() {
            SharedBudget.this.settle();
        }

        @Override
        public void close() {
            release(this);
        }
    }

    private final Supplier<Budget> whole;
    private final List<Lease> leases = new ArrayList<>();

    /**
     * @param whole what all feeds may take together; asked whenever they are divided anew
     */
    public SharedBudget(Supplier<Budget> whole) {
        this.whole = whole;
    }

    /**
     * Lets one more take part.
     *
     * @throws Failure when not even the least is left for it
     */
    synchronized Lease lease(Tenant tenant) {
        var lease = new Lease(tenant);
        leases.add(lease);
        if (!divide()) {
            leases.remove(lease);
            divide();
            throw Failure.of("memory.shared-out", leases.size());
        }
        return lease;
    }

    private synchronized void release(Lease lease) {
        if (leases.remove(lease)) {
            divide();
        }
    }

    /** Divides anew; all stays as it is when a whole that has become smaller has no room for what is open. */
    public synchronized void settle() {
        divide();
    }

    private boolean divide() {
        Budget all = whole.get();
        var trees = new long[leases.size()];
        Optional<Budget[]> parts = parts(all, trees);
        // A tree may be larger than its part allows for, and is then no longer asked: this ends.
        while (parts.isPresent() && !limitTrees(parts.get(), trees)) {
            parts = parts(all, trees);
        }
        parts.ifPresent(this::resize);
        return parts.isPresent();
    }

    /** Stops the trees from growing beyond their parts; false when one is beyond already, which is noted. */
    private boolean limitTrees(Budget[] parts, long[] trees) {
        boolean fit = true;
        for (int i = 0; i < parts.length; i++) {
            long wanted = parts[i].treeBytes();
            long limit = leases.get(i).tenant.limitTree(wanted);
            if (limit > wanted) {
                trees[i] = limit;
                fit = false;
            }
        }
        return fit;
    }

    private void resize(Budget[] parts) {
        for (boolean smaller : new boolean[] {true, false}) {
            for (int i = 0; i < parts.length; i++) {
                Lease lease = leases.get(i);
                if (parts[i].total() <= lease.bytes == smaller) {
                    lease.tenant.resize(parts[i]);
                    lease.bytes = parts[i].total();
                }
            }
        }
    }

    /** Equal parts, but for those that need more on account of their trees; none when there is not enough. */
    private static Optional<Budget[]> parts(Budget all, long[] trees) {
        OptionalLong equal = equalPart(all, trees);
        if (equal.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(trees)
                .mapToObj(tree -> all.part(Math.max(all.leastWith(tree), equal.getAsLong()), tree))
                .toArray(Budget[]::new));
    }

    /** What those get that do not need more. */
    private static OptionalLong equalPart(Budget all, long[] trees) {
        long[] least = Arrays.stream(trees).map(all::leastWith).sorted().toArray();
        long left = all.total();
        for (int sharing = least.length; sharing > 0; sharing--) {
            long most = least[sharing - 1];
            if (most <= left / sharing) {
                return OptionalLong.of(left / sharing);
            }
            left -= most;
        }
        return OptionalLong.empty();
    }
}
