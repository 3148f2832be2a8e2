package app.edgeglass.core.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a server's bytes into a buffer of its own and goes over the frames in it. A message of a tapped subscription is
 * brought to its sink where it stands; only one that the end of a read has cut is moved, to the front of the buffer, to be
 * completed there. Everything else is handed on byte for byte, except for header blocks that the library cannot take, which
 * are packed into one that it can, see {@link HeaderArmour}.
 *
 * <p>For the one thread that reads a connection. Once there is a tap, it holds the lock of the {@link Taps} while it goes
 * over the buffer.
 */
final class FrameReader {

    /** Where the bytes come from. */
    interface Source {

        /** As {@link java.io.InputStream#read(byte[], int, int)}. */
        int read(byte[] into, int offset, int length) throws IOException;
    }

    /** The JDK reads no more than 128 KiB from a socket at once. */
    private static final int BUFFER = 256 * 1024;

    /** After so many reads that needed no more than {@link #BUFFER}, a larger one is given back. */
    private static final int READS_BEFORE_SHRINKING = 1_000;

    /** The largest that a message may be with its line: servers take 64 MiB of payload at most. */
    private static final int LARGEST = 128 << 20;

    /** So many messages are looked at before the first of them is brought, if they stand in the buffer already. */
    private static final int AHEAD = 16;

    private static final int LINE_END = 2;
    private static final int PONG_LENGTH = "PONG\r\n".length();
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /**
     * A message that nobody waits for. The library sends no ping after a message has come, and takes three pings without
     * an answer for a dead connection; on a slow link with much on its way that would end it, if it knew of no messages.
     */
    private static final byte[] ALIVE = "MSG _ 0 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Source source;
    private final Taps taps;
    private final TapTable table;
    private final MessageStatistics statistics;
    private final Consumer<Throwable> faults;
    private final Runnable pongs;

    private final ControlLine line = new ControlLine();
    private final MessageFrame[] frames =
            Stream.generate(MessageFrame::new).limit(AHEAD).toArray(MessageFrame[]::new);
    /** What is to be handed on before what is in the buffer. */
    private final ByteQueue ready = new ByteQueue();

    private byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    /** Bytes from {@link #at} on, and beyond what has been read, that are to be handed on as they are. */
    private long passing;
    /** Whether nothing is left in the buffer but, at most, the beginning of a frame. */
    private boolean needsMore = true;

    private int readsSinceLarge;
    private long readNanos;
    private long aliveNanos = System.nanoTime();
    private long faultNanos = aliveNanos - SECOND;
    private long lastSid;
    private @Nullable Tap lastTap;
    private long tapped;
    private long tappedBytes;

    /**
     * @param faults is told what a sink throws, once a second at most
     * @param pongs is told of each answer to a ping
     */
    FrameReader(
            Source source,
            Taps taps,
            TapTable table,
            MessageStatistics statistics,
            Consumer<Throwable> faults,
            Runnable pongs) {
        this.source = source;
        this.taps = taps;
        this.table = table;
        this.statistics = statistics;
        this.faults = faults;
        this.pongs = pongs;
    }

    /** Whether all that was read has been handed on. */
    boolean isEmpty() {
        return at == end && ready.size() == 0;
    }

    /** As {@link Source#read}, but 0 when what came was all for the taps. */
    int read(byte[] into, int offset, int length) throws IOException {
        if (ready.size() > 0) {
            return ready.take(into, offset, length);
        }
        if (needsMore && !fill()) {
            return handOnRest(into, offset, length);
        }
        int given = table.isEmpty() ? walk(into, offset, length) : walkLocked(into, offset, length);
        tellTapped();
        return given == 0 ? ready.take(into, offset, length) : given;
    }

    private int walkLocked(byte[] into, int offset, int length) throws IOException {
        taps.lock().lock();
        try {
            return walk(into, offset, length);
        } finally {
            taps.lock().unlock();
        }
    }

    /** The beginning of a frame that will never be complete. */
    private int handOnRest(byte[] into, int offset, int length) {
        int rest = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, offset, rest);
        at += rest;
        return rest == 0 ? -1 : rest;
    }

    private boolean fill() throws IOException {
        makeRoom();
        int count = source.read(buffer, end, buffer.length - end);
        readNanos = System.nanoTime();
        if (count < 0) {
            return false;
        }
        end += count;
        needsMore = false;
        return true;
    }

    private void makeRoom() throws IOException {
        int rest = end - at;
        byte[] target = buffer;
        if (rest == buffer.length) {
            if (buffer.length >= LARGEST) {
                throw new IOException("a message of more than " + LARGEST + " bytes");
            }
            target = new byte[buffer.length * 2];
            readsSinceLarge = 0;
        } else if (buffer.length > BUFFER) {
            readsSinceLarge = rest > BUFFER / 2 ? 0 : readsSinceLarge + 1;
            if (readsSinceLarge > READS_BEFORE_SHRINKING) {
                target = new byte[BUFFER];
            }
        }
        if (at > 0 || target.length != buffer.length) {
            System.arraycopy(buffer, at, target, 0, rest);
            buffer = target;
            at = 0;
            end = rest;
        }
    }

    /** @return how many bytes were handed on */
    private int walk(byte[] into, int offset, int length) throws IOException {
        int given = 0;
        while (ready.size() == 0) {
            if (passing > 0) {
                int part = (int) Math.min(Math.min(passing, end - at), length - given);
                System.arraycopy(buffer, at, into, offset + given, part);
                at += part;
                passing -= part;
                given += part;
                if (passing > 0) {
                    needsMore = at == end;
                    return given;
                }
            }
            if (!takeFrame()) {
                needsMore = true;
                return given;
            }
        }
        return given;
    }

    /** @return false when it is not all there */
    private boolean takeFrame() throws IOException {
        if (at == end) {
            return false;
        }
        boolean complete = line.read(buffer, at, end);
        if ((complete ? line.end() : end) - at > ClientOptions.LONGEST_LINE) {
            // It would end the library's reading for good, without a word.
            throw new IOException("the server sent a line of more than " + ClientOptions.LONGEST_LINE + " bytes");
        }
        if (!complete) {
            return false;
        }
        Tap tap = line.isMessage() ? tap(line.sid()) : null;
        return tap == null ? passOn() : bring(tap);
    }

    private @Nullable Tap tap(long sid) {
        if (sid == lastSid) {
            return lastTap;
        }
        Tap found = table.find(sid);
        if (found != null) {
            lastSid = sid;
            lastTap = found;
        }
        return found;
    }

    /** Brings the message whose line was read, and those of its subscription that follow it. */
    private boolean bring(Tap tap) throws IOException {
        int from = at;
        int count = 0;
        do {
            long last = line.end() + line.size() + LINE_END;
            if (last > end) {
                break;
            }
            int next = (int) last;
            if (buffer[next - 2] != '\r' || buffer[next - 1] != '\n') {
                if (count > 0) {
                    break;
                }
                throw new IOException("the server sent a message without an end");
            }
            frames[count].point(buffer, line, readNanos);
            count++;
            from = next;
        } while (count < AHEAD && isNext(from));
        tapped += count;
        tappedBytes += from - at;
        at = from;
        bring(tap.sink(), count);
        return count > 0;
    }

    /** Reads the line of the next frame, if it is there, and says whether it is one more message of the same subscription. */
    private boolean isNext(int from) {
        return from < end
                && line.read(buffer, from, end)
                && line.isMessage()
                && line.end() - from <= ClientOptions.LONGEST_LINE
                && line.sid() == lastSid;
    }

    private void bring(FrameSink sink, int count) {
        if (count > 1) {
            try {
                sink.expect(frames, count);
            } catch (RuntimeException | Error e) {
                fault(e);
            }
        }
        for (int i = 0; i < count; i++) {
            try {
                sink.accept(frames[i]);
            } catch (RuntimeException | Error e) {
                fault(e);
            }
        }
    }

    private void fault(Throwable thrown) {
        if (readNanos - faultNanos >= SECOND) {
            faultNanos = readNanos;
            faults.accept(thrown);
        }
    }

    private boolean passOn() {
        int lineLength = line.end() - at;
        if (!line.isMessage()) {
            if (lineLength == PONG_LENGTH && buffer[at] == 'P' && buffer[at + 1] == 'O') {
                pongs.run();
            }
            passing = lineLength;
            return true;
        }
        passing = lineLength + line.size() + LINE_END;
        if (!line.hasHeaders()) {
            return true;
        }
        long blockEnd = line.end() + line.headers();
        if (blockEnd > end) {
            passing = 0;
            return false;
        }
        byte[] block = Arrays.copyOfRange(buffer, line.end(), (int) blockEnd);
        long payload = line.size() - block.length;
        if (!HeaderArmour.isTakenByClient(block, payload > 0)) {
            byte[] packed = HeaderArmour.pack(block);
            ready.add(lineWithSizes(packed.length, payload + packed.length));
            ready.add(packed);
            at = (int) blockEnd;
            passing = payload + LINE_END;
        }
        return true;
    }

    private byte[] lineWithSizes(long headers, long size) {
        String text = new String(buffer, at, line.end() - at, StandardCharsets.ISO_8859_1).stripTrailing();
        int sizeAt = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
        int headersAt = Math.max(text.lastIndexOf(' ', sizeAt - 1), text.lastIndexOf('\t', sizeAt - 1));
        return (text.substring(0, headersAt) + " " + headers + " " + size + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Once for all that a read brought, not for each message. */
    private void tellTapped() {
        if (tapped == 0) {
            return;
        }
        if (readNanos - aliveNanos > SECOND && passing == 0 && ready.size() == 0) {
            aliveNanos = readNanos;
            // The library counts this one.
            tapped--;
            tappedBytes -= ALIVE.length;
            ready.add(ALIVE);
        }
        statistics.tapped(tapped, tappedBytes);
        tapped = 0;
        tappedBytes = 0;
    }
}
