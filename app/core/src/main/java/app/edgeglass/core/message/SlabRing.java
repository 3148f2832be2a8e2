package app.edgeglass.core.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ring of bytes for one writer and any number of readers, in slabs that are taken from memory only when first needed.
 * Positions count up for ever; {@code [tail, head)} are readable. A reader copies first and asks afterwards whether what
 * it copied was still there: the writer moves the tail before it writes over anything.
 *
 * <p>A ring of another size is another directory of the same slabs. A reader may go on with the directory it has: what was
 * there when it took it stands in the same slab in both, until the tail passes it.
 */
final class SlabRing {

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle HEAD = headHandle();

    /**
     * 256 KiB: the collector (G1) gives an array of half a region or more whole regions of its own, which for arrays of a
     * power of two is twice what they need. Regions have a mebibyte at least.
     */
    private static final int MOST_SLAB_BITS = 18;

    private final int slabBits;
    private final int slabMask;
    /** A position's slab stands at its number modulo the length. Volatile: a head is seen after the directory it is in. */
    private volatile byte[][] slabs;

    private volatile long capacity;

    // The writer's own: the slab that it is in.
    private long current;
    private int currentEnd;
    private byte[] currentSlab = new byte[0];

    private volatile long tail;
    // Written with release only: a full fence for each message would cost more than the message.
    private volatile long head;

    /**
     * @param budgetBytes the most memory it takes; rounded down to whole slabs, at least two
     */
    SlabRing(long budgetBytes) {
        int bits = MOST_SLAB_BITS;
        while (bits > 12 && budgetBytes >> bits < 8) {
            bits--;
        }
        slabBits = bits;
        slabMask = (1 << bits) - 1;
        slabs = new byte[slabs(budgetBytes)][];
        capacity = (long) slabs.length << bits;
    }

    private int slabs(long budgetBytes) {
        return (int) Math.max(2, budgetBytes >> slabBits);
    }

    long capacity() {
        return capacity;
    }

    long tail() {
        return tail;
    }

    long head() {
        return head;
    }

    /** The bytes of memory taken so far. */
    long memory() {
        return Arrays.stream(slabs).filter(Objects::nonNull).count() << slabBits;
    }

    // ---- writer

    /** The slab of a position when so many bytes from there on stand in it, at {@link #offset}; null when they do not. */
    byte @Nullable [] slab(long position, long length) {
        long start = position - current;
        if (start < 0 || start + length > currentEnd) {
            current = position & ~(long) slabMask;
            currentSlab = slabForWriting(position);
            currentEnd = currentSlab.length;
            start = position - current;
        }
        return start + length > currentEnd ? null : currentSlab;
    }

    int offset(long position) {
        return (int) position & slabMask;
    }

    long free() {
        return capacity - (head - tail);
    }

    void moveTail(long to) {
        tail = to;
        // Nothing that is written afterwards may be seen before the new tail.
        VarHandle.fullFence();
    }

    /** How far the tail must have moved before the ring can take so much memory instead: no slab may be two at once. */
    long tailFor(long budgetBytes) {
        long last = head >>> slabBits;
        return Math.max(0, last - Math.min(slabs.length, slabs(budgetBytes)) + 1) << slabBits;
    }

    /** Takes so much memory from now on, see {@link #tailFor}; what is readable stays where it is. */
    void resize(long budgetBytes) {
        byte[][] before = slabs;
        var now = new byte[slabs(budgetBytes)][];
        for (long slab = tail >>> slabBits; slab <= head >>> slabBits; slab++) {
            now[(int) (slab % now.length)] = before[(int) (slab % before.length)];
        }
        slabs = now;
        capacity = (long) now.length << slabBits;
        currentEnd = 0;
    }

    void write(long position, byte[] source, int offset, int length) {
        long at = position;
        int from = offset;
        int left = length;
        while (left > 0) {
            byte[] slab = slabForWriting(at);
            int start = (int) at & slabMask;
            int part = Math.min(left, slab.length - start);
            System.arraycopy(source, from, slab, start, part);
            at += part;
            from += part;
            left -= part;
        }
    }

    void publishHead(long to) {
        HEAD.setRelease(this, to);
    }

    private static VarHandle headHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(SlabRing.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private byte[] slabForWriting(long position) {
        byte[][] directory = slabs;
        int index = (int) ((position >>> slabBits) % directory.length);
        byte[] slab = directory[index];
        if (slab == null) {
            slab = new byte[1 << slabBits];
            directory[index] = slab;
        }
        return slab;
    }

    // ---- reader

    /** Copies the first bytes of the record at a position, as many as fit or as there are; false when it is not there. */
    boolean readHead(long position, byte[] target) {
        int length = (int) Math.min(target.length, head - position);
        return length > 0 && read(position, target, 0, length, position);
    }

    /** Copies; false when the bytes from {@code guard} on are no longer, or not yet, there, and the target is then rubbish. */
    boolean read(long position, byte[] target, int offset, int length, long guard) {
        if (guard < tail || position + length > head) {
            return false;
        }
        byte[][] directory = slabs;
        long at = position;
        int to = offset;
        int left = length;
        while (left > 0) {
            byte[] slab = directory[(int) ((at >>> slabBits) % directory.length)];
            if (slab == null) {
                // Evicted meanwhile, and the ring has become another one.
                return false;
            }
            int start = (int) at & slabMask;
            int part = Math.min(left, slab.length - start);
            System.arraycopy(slab, start, target, to, part);
            at += part;
            to += part;
            left -= part;
        }
        VarHandle.acquireFence();
        return guard >= tail;
    }
}
