package app.edgeglass.core.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A 64-bit hash of bytes, eight at a time. Fast and well mixed; not meant to withstand an attacker, so equality is always checked. */
final class ByteHash {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long K0 = 0x9E3779B97F4A7C15L;
    private static final long K1 = 0xC2B2AE3D27D4EB4FL;

    private ByteHash() {}

    static long of(byte[] bytes, int offset, int length) {
        long hash = length * K1;
        int at = offset;
        int left = length;
        while (left >= 8) {
            hash = fold(hash ^ (long) LONGS.get(bytes, at));
            at += 8;
            left -= 8;
        }
        if (left > 0 && length >= 8) {
            // The last eight, some of them once more.
            hash = fold(hash ^ (long) LONGS.get(bytes, offset + length - 8));
        } else if (left > 0) {
            long tail = 0;
            for (int i = 0; i < left; i++) {
                tail |= (bytes[at + i] & 0xFFL) << (8 * i);
            }
            hash = fold(hash ^ tail);
        }
        return hash;
    }

    static int ofPair(int a, int b) {
        long mixed = fold((((long) a << 32) | (b & 0xFFFFFFFFL)) ^ K1);
        return (int) (mixed ^ (mixed >>> 32));
    }

    /** Both halves of the 128-bit product, so that every bit in reaches every bit out. */
    private static long fold(long x) {
        return (x * K0) ^ Math.unsignedMultiplyHigh(x, K0);
    }
}
