package app.edgeglass.core.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A ring of bytes for one writer and any number of readers, in slabs that are taken from memory only when first needed.
 * Positions count up for ever; {@code [tail, head)} are readable. A reader copies first and asks afterwards whether what
 * it copied was still there: the writer moves the tail before it writes over anything.
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
    private final byte[][] slabs;
    private final long capacity;

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
        int count = (int) Math.max(2, budgetBytes >> bits);
        slabs = new byte[count][];
        capacity = (long) count << bits;
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
        return Math.min(capacity, (head + slabMask) & ~(long) slabMask);
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
        int index = (int) ((position >>> slabBits) % slabs.length);
        byte[] slab = slabs[index];
        if (slab == null) {
            slab = new byte[1 << slabBits];
            slabs[index] = slab;
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
        long at = position;
        int to = offset;
        int left = length;
        while (left > 0) {
            byte[] slab = slabs[(int) ((at >>> slabBits) % slabs.length)];
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
