package app.edgeglass.core.subject;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Each distinct token once, as bytes. One thread adds; others may read a token whose id they were handed through a
 * release/acquire pair (the tree's node count), since what is once written is never moved: only the directories that
 * point to it are replaced.
 */
final class TokenTable {

    private static final int CHUNK = 1 << 16;
    private static final int FIRST_LENGTH = 252;

    // Volatile, so that whoever sees a larger directory sees what was copied into it.
    private volatile byte[][] chunks = {new byte[CHUNK]};
    /** Per token: chunk number in the upper half, offset in the lower. */
    private volatile long[] places = new long[FIRST_LENGTH];

    private volatile int[] lengths = new int[FIRST_LENGTH];

    private int[] slots = Slots.first();
    private int size;
    private int chunk;
    private int free;
    private long bytes = CHUNK;

    /** The token's id, which it gets now if it is new. */
    int intern(byte[] source, int offset, int length) {
        int slot = slot(source, offset, length);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        int id = add(source, offset, length);
        slots[slot] = id + 1;
        if (size * 2 > slots.length) {
            rehash();
        }
        return id;
    }

    /** The token's id, or {@link SubjectTree#NONE}; for the thread that adds. */
    int find(byte[] source, int offset, int length) {
        return slots[slot(source, offset, length)] - 1;
    }

    /** Where the token stands in the table, or is to be put. */
    private int slot(byte[] source, int offset, int length) {
        int slot = Slots.of(ByteHash.of(source, offset, length), slots);
        while (slots[slot] != 0 && !matches(slots[slot] - 1, source, offset, length)) {
            slot = Slots.next(slot, slots);
        }
        return slot;
    }

    private int add(byte[] source, int offset, int length) {
        if (length > CHUNK - free) {
            chunk++;
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunks.length * 2);
            }
            chunks[chunk] = new byte[Math.max(CHUNK, length)];
            bytes += chunks[chunk].length;
            free = 0;
        }
        if (size == lengths.length) {
            places = Arrays.copyOf(places, Slots.twice(size));
            lengths = Arrays.copyOf(lengths, Slots.twice(size));
        }
        System.arraycopy(source, offset, chunks[chunk], free, length);
        places[size] = ((long) chunk << 32) | free;
        lengths[size] = length;
        free += length;
        return size++;
    }

    private void rehash() {
        int[] larger = Slots.twice(slots);
        for (int id = 0; id < size; id++) {
            int slot = Slots.of(ByteHash.of(chunkOf(id), offsetOf(id), lengths[id]), larger);
            while (larger[slot] != 0) {
                slot = Slots.next(slot, larger);
            }
            larger[slot] = id + 1;
        }
        slots = larger;
    }

    boolean matches(int id, byte[] other, int offset, int length) {
        if (lengths[id] != length) {
            return false;
        }
        int start = offsetOf(id);
        return Arrays.equals(chunkOf(id), start, start + length, other, offset, offset + length);
    }

    int length(int id) {
        return lengths[id];
    }

    byte byteAt(int id, int index) {
        return chunkOf(id)[offsetOf(id) + index];
    }

    /** Copies the token's bytes into a target. */
    void copy(int id, byte[] target, int at) {
        System.arraycopy(chunkOf(id), offsetOf(id), target, at, lengths[id]);
    }

    String text(int id) {
        return new String(chunkOf(id), offsetOf(id), lengths[id], StandardCharsets.UTF_8);
    }

    /** Whether it has none but ASCII characters. */
    boolean isPlain(int id) {
        byte[] in = chunkOf(id);
        int start = offsetOf(id);
        for (int i = start; i < start + lengths[id]; i++) {
            if (in[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a token of ASCII characters contains a text.
     *
     * @param part not empty, ASCII
     * @param foldCase whether capital letters do not count; the text has none then
     */
    boolean contains(int id, byte[] part, boolean foldCase) {
        byte[] in = chunkOf(id);
        int start = offsetOf(id);
        int last = start + lengths[id] - part.length;
        for (int i = start; i <= last; i++) {
            int at = 0;
            while (at < part.length && (foldCase ? lower(in[i + at]) : in[i + at]) == part[at]) {
                at++;
            }
            if (at == part.length) {
                return true;
            }
        }
        return false;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    /** What so many tokens more, of so many bytes together, may take at most. */
    long growth(int moreBytes, int more) {
        long growth = moreBytes > CHUNK - free ? Math.max(CHUNK, moreBytes) : 0;
        growth += size + more > lengths.length ? Slots.twice(lengths.length) * 12L : 0;
        growth += (size + more) * 2 > slots.length ? Slots.bytesOfTwice(slots) : 0;
        return growth;
    }

    /** What all of it takes, in bytes. */
    long memory() {
        return bytes + places.length * 12L + slots.length * 4L;
    }

    private byte[] chunkOf(int id) {
        return chunks[(int) (places[id] >>> 32)];
    }

    private int offsetOf(int id) {
        return (int) places[id];
    }
}
