package app.edgeglass.core.connection;

/** Bytes that are added at one end and taken from the other. */
final class ByteQueue {

    private static final int KEPT = 1 << 20;
    private static final int SMALL = 512;

    private byte[] bytes = new byte[SMALL];
    private int from;
    private int to;

    int size() {
        return to - from;
    }

    void add(byte[] source) {
        add(source, 0, source.length);
    }

    void add(byte[] source, int offset, int length) {
        if (to + length > bytes.length) {
            byte[] larger = new byte[Math.max(size() + length, bytes.length * 2)];
            System.arraycopy(bytes, from, larger, 0, size());
            bytes = larger;
            to -= from;
            from = 0;
        }
        System.arraycopy(source, offset, bytes, to, length);
        to += length;
    }

    /** @return how many were taken */
    int take(byte[] into, int offset, int length) {
        int part = Math.min(length, size());
        System.arraycopy(bytes, from, into, offset, part);
        from += part;
        if (from == to) {
            from = 0;
            to = 0;
            if (bytes.length > KEPT) {
                bytes = new byte[SMALL];
            }
        }
        return part;
    }
}
