package app.edgeglass.core.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Reads an archive to its end, and says what is in it: whether it is whole is known by its sums and by its last entry only,
 * and a server may give a part of one for a whole.
 *
 * <p>Sources: the NATS decision record on stream backup and restore v2 (2.15); POSIX on {@code tar}.
 */
final class ArchiveScan {

    private static final byte[] MAGIC = "NATSARC1".getBytes(StandardCharsets.US_ASCII);
    private static final String CONSUMERS = "consumers/";
    private static final String STORED_CONSUMERS = "obs/";
    private static final int MOST_NAMES = 1_000;
    private static final int LONGEST_NAME = 1 << 20;
    private static final int TAR_BLOCK = 512;

    private final S2InputStream in;
    private final LongConsumer progress;
    private final Set<String> consumers = new LinkedHashSet<>();

    private ArchiveScan(InputStream in, LongConsumer progress) {
        this.in = new S2InputStream(in);
        this.progress = progress;
    }

    /**
     * @param in compressed
     * @param progress takes how many bytes were read, not compressed
     * @throws DamagedArchive when it is not whole
     */
    static Archive read(InputStream in, LongConsumer progress) throws IOException {
        return new ArchiveScan(in, progress).read();
    }

    private Archive read() throws IOException {
        try {
            byte[] start = in.readNBytes(MAGIC.length);
            if (Arrays.equals(start, MAGIC)) {
                long messages = entries();
                drain();
                return new Archive(ArchiveKind.ENTRIES, OptionalLong.of(messages), names(), in.bytes());
            }
            files(start);
            drain();
            return new Archive(ArchiveKind.TAR, OptionalLong.empty(), names(), in.bytes());
        } catch (EOFException e) {
            throw new DamagedArchive("it ends too early");
        }
    }

    private List<String> names() {
        return List.copyOf(consumers);
    }

    private void drain() throws IOException {
        while (in.skip(Long.MAX_VALUE) > 0) {
            progress.accept(in.bytes());
        }
        progress.accept(in.bytes());
    }

    private void keep(String name) {
        if (consumers.size() < MOST_NAMES) {
            consumers.add(name);
        }
    }

    private long entries() throws IOException {
        long messages = 0;
        long before = 0;
        while (true) {
            long nameLength = unsigned();
            long time = unsigned();
            long sequence = unsigned();
            long headers = unsigned();
            long payload = unsigned();
            if (nameLength < 0 || nameLength > LONGEST_NAME || headers < 0 || payload < 0) {
                throw new DamagedArchive("an entry is not one of NATS");
            }
            String name = new String(exactly((int) nameLength), StandardCharsets.UTF_8);
            if (sequence == 0 && name.isEmpty()) {
                if (time != 0 || headers != 0 || payload != 0) {
                    throw new DamagedArchive("an entry is not one of NATS");
                }
                return messages;
            }
            in.skipNBytes(headers);
            in.skipNBytes(payload);
            progress.accept(in.bytes());
            if (sequence == 0) {
                if (name.startsWith(CONSUMERS)) {
                    keep(name.substring(CONSUMERS.length()));
                }
                continue;
            }
            if (Long.compareUnsigned(sequence, before) <= 0) {
                throw new DamagedArchive("its messages are out of order");
            }
            before = sequence;
            messages++;
        }
    }

    private long unsigned() throws IOException {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int part = in.read();
            if (part < 0) {
                throw new EOFException();
            }
            number |= (part & 0x7FL) << shift;
            if (part < 0x80) {
                return number;
            }
        }
        throw new DamagedArchive("an entry is not one of NATS");
    }

    private byte[] exactly(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException();
        }
        return read;
    }

    private void files(byte[] start) throws IOException {
        if (start.length < MAGIC.length) {
            throw new EOFException();
        }
        byte[] head = new byte[TAR_BLOCK];
        System.arraycopy(start, 0, head, 0, start.length);
        System.arraycopy(exactly(TAR_BLOCK - start.length), 0, head, start.length, TAR_BLOCK - start.length);
        while (!isZero(head)) {
            checkSum(head);
            String name = text(head, 0, 100);
            if (name.startsWith(STORED_CONSUMERS)) {
                int slash = name.indexOf('/', STORED_CONSUMERS.length());
                if (slash > 0) {
                    keep(name.substring(STORED_CONSUMERS.length(), slash));
                }
            }
            long size = size(head);
            in.skipNBytes((size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK);
            progress.accept(in.bytes());
            head = exactly(TAR_BLOCK);
        }
    }

    private static boolean isZero(byte[] block) {
        for (byte one : block) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    /** The sum is made with blanks where it stands itself. */
    private static void checkSum(byte[] head) throws DamagedArchive {
        int sum = 0;
        for (int i = 0; i < head.length; i++) {
            sum += i >= 148 && i < 156 ? ' ' : head[i] & 0xFF;
        }
        if (sum != octal(head, 148, 8)) {
            throw new DamagedArchive("it is neither of the two kinds that NATS makes");
        }
    }

    private static long size(byte[] head) throws DamagedArchive {
        if ((head[124] & 0x80) == 0) {
            return octal(head, 124, 12);
        }
        long size = 0;
        for (int i = 128; i < 136; i++) {
            size = size << 8 | (head[i] & 0xFF);
        }
        if (size < 0) {
            throw new DamagedArchive("it is neither of the two kinds that NATS makes");
        }
        return size;
    }

    private static long octal(byte[] head, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            if (head[i] >= '0' && head[i] <= '7') {
                number = number * 8 + (head[i] - '0');
            }
        }
        return number;
    }

    private static String text(byte[] head, int from, int length) {
        int end = from;
        while (end < from + length && head[end] != 0) {
            end++;
        }
        return new String(head, from, end - from, StandardCharsets.UTF_8);
    }
}
