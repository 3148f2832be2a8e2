package app.edgeglass.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Reads what was written as a stream of S2: chunks, each with a sum of what is in it. Holds one of them at a time. A stream
 * that is cut between two chunks looks whole here; whoever reads knows where it has to end.
 *
 * <p>Source: Snappy’s framing format, of which S2 takes larger chunks and another identifier.
 */
final class S2InputStream extends InputStream {

    private static final int COMPRESSED = 0x00;
    private static final int PLAIN = 0x01;
    private static final int FIRST_SKIPPED = 0x80;
    private static final int IDENTIFIER = 0xFF;
    private static final int SUM = 4;
    /** As S2 has it. */
    private static final int MOST_IN_BLOCK = 4 << 20;

    private final InputStream in;
    private byte[] block = new byte[0];
    private int at;
    private boolean begun;
    private long bytes;

    S2InputStream(InputStream in) {
        this.in = in;
    }

    /** How much was decoded so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        return fill() ? block[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, block.length - at);
        System.arraycopy(block, at, target, from, some);
        at += some;
        return some;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long left = wanted;
        while (left > 0 && fill()) {
            int some = (int) Math.min(left, block.length - at);
            at += some;
            left -= some;
        }
        return wanted - left;
    }

    private boolean fill() throws IOException {
        while (at == block.length) {
            int type = in.read();
            if (type < 0) {
                return false;
            }
            byte[] head = exactly(3);
            int size = (head[0] & 0xFF) | (head[1] & 0xFF) << 8 | (head[2] & 0xFF) << 16;
            chunk(type, size);
        }
        return true;
    }

    private void chunk(int type, int size) throws IOException {
        if (!begun && type != IDENTIFIER) {
            throw new DamagedArchive("it does not begin as S2 does");
        }
        switch (type) {
            case IDENTIFIER -> identify(exactly(size));
            case COMPRESSED -> take(exactly(size), true);
            case PLAIN -> take(exactly(size), false);
            default -> {
                if (type < FIRST_SKIPPED) {
                    throw new DamagedArchive("a chunk of an unknown kind");
                }
                in.skipNBytes(size);
            }
        }
    }

    private void identify(byte[] name) throws DamagedArchive {
        String said = new String(name, StandardCharsets.US_ASCII);
        if (!said.equals("S2sTwO") && !said.equals("sNaPpY")) {
            throw new DamagedArchive("it does not begin as S2 does");
        }
        begun = true;
    }

    private void take(byte[] chunk, boolean compressed) throws DamagedArchive {
        if (chunk.length < SUM) {
            throw new DamagedArchive("a chunk without its sum");
        }
        byte[] found = compressed
                ? S2Block.decode(chunk, SUM, chunk.length, MOST_IN_BLOCK)
                : Arrays.copyOfRange(chunk, SUM, chunk.length);
        int sum = (chunk[0] & 0xFF) | (chunk[1] & 0xFF) << 8 | (chunk[2] & 0xFF) << 16 | (chunk[3] & 0xFF) << 24;
        if (sum != masked(found)) {
            throw new DamagedArchive("the sum of a chunk is another");
        }
        block = found;
        at = 0;
        bytes += found.length;
    }

    private static int masked(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        int sum = (int) crc.getValue();
        return (sum >>> 15 | sum << 17) + 0xA282EAD8;
    }

    private byte[] exactly(int size) throws IOException {
        byte[] read = in.readNBytes(size);
        if (read.length < size) {
            throw new DamagedArchive("it ends in the middle");
        }
        return read;
    }
}
