package app.edgeglass.core.backup;

/**
 * Decodes one block of S2, which is Snappy with copies that repeat the offset of the one before.
 *
 * <p>Sources: Snappy’s format description; the README of S2 in klauspost/compress, section on repeated offsets.
 */
final class S2Block {

    private static final int LITERAL = 0;
    private static final int NEAR_COPY = 1;
    private static final int COPY = 2;

    private final byte[] in;
    private final int end;
    private int at;
    private byte[] out = new byte[0];
    private int filled;
    private int offset;

    private S2Block(byte[] in, int from, int end) {
        this.in = in;
        this.at = from;
        this.end = end;
    }

    /** @param most how long the decoded block may be */
    static byte[] decode(byte[] in, int from, int end, int most) throws DamagedArchive {
        try {
            return new S2Block(in, from, end).decode(most);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new DamagedArchive("a block ends too early");
        }
    }

    private byte[] decode(int most) throws DamagedArchive {
        int length = length();
        if (length < 0 || length > most) {
            throw new DamagedArchive("a block of " + Integer.toUnsignedString(length) + " bytes");
        }
        out = new byte[length];
        while (at < end) {
            int tag = next();
            switch (tag & 3) {
                case LITERAL -> literal(tag >> 2);
                case NEAR_COPY -> near(tag);
                case COPY -> {
                    offset = number(2);
                    copy((tag >> 2) + 1);
                }
                default -> {
                    offset = number(4);
                    copy((tag >> 2) + 1);
                }
            }
        }
        if (filled != length) {
            throw new DamagedArchive("a block is shorter than it says");
        }
        return out;
    }

    private int next() {
        if (at >= end) {
            throw new ArrayIndexOutOfBoundsException(at);
        }
        return in[at++] & 0xFF;
    }

    private int number(int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= next() << (8 * i);
        }
        return number;
    }

    private int length() {
        int length = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = next();
            length |= (part & 0x7F) << shift;
            if (part < 0x80) {
                break;
            }
        }
        return length;
    }

    private void literal(int size) throws DamagedArchive {
        int length = 1 + (size < 60 ? size : number(size - 59));
        if (length <= 0 || length > end - at || length > out.length - filled) {
            throw new DamagedArchive("a literal is too long");
        }
        System.arraycopy(in, at, out, filled, length);
        at += length;
        filled += length;
    }

    private void near(int tag) throws DamagedArchive {
        int wanted = (tag & 0xE0) << 3 | next();
        int size = tag >> 2 & 7;
        if (wanted != 0) {
            offset = wanted;
            copy(size + 4);
            return;
        }
        // The same offset again; longer ones say their length behind it.
        copy(4
                + switch (size) {
                    case 5 -> number(1) + 4;
                    case 6 -> number(2) + (1 << 8);
                    case 7 -> number(3) + (1 << 16);
                    default -> size;
                });
    }

    private void copy(int length) throws DamagedArchive {
        if (offset <= 0 || offset > filled || length > out.length - filled) {
            throw new DamagedArchive("a copy leads nowhere");
        }
        if (offset >= length) {
            System.arraycopy(out, filled - offset, out, filled, length);
            filled += length;
            return;
        }
        // It reads what it writes.
        for (int i = 0; i < length; i++) {
            out[filled] = out[filled - offset];
            filled++;
        }
    }
}
