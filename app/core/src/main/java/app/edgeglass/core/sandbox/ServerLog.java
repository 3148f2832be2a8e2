package app.edgeglass.core.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The last lines that a server wrote, within a bound in bytes; what is cut is counted. Written by one thread, read by any.
 */
public final class ServerLog {

    /** The most bytes that are kept, with {@value #LINE_COST} for what each line costs by itself. */
    public static final int CAPACITY = 1 << 20;

    /** The most bytes of one line that are kept. */
    public static final int LINE_CAPACITY = 8 << 10;

    static final int LINE_COST = 64;

    private final ArrayDeque<Kept> lines = new ArrayDeque<>();
    private long size;
    private long lastNumber;
    private long cutLines;
    private long cutBytes;

    /**
     * One line.
     *
     * @param number counts from 1, without holes
     * @param text as the server wrote it, without the line's end
     * @param cut how many bytes at the end of a long line are missing
     */
    public record Line(long number, String text, long cut) {}

    private record Kept(Line line, int bytes) {}

    /** The lines with a number above the given one that are still kept, oldest first. */
    public synchronized List<Line> after(long number) {
        var found = new ArrayList<Line>();
        var newestFirst = lines.descendingIterator();
        while (newestFirst.hasNext()) {
            Line line = newestFirst.next().line();
            if (line.number() <= number) {
                break;
            }
            found.add(line);
        }
        return found.reversed();
    }

    /** The number of the last line; 0 when there is none. */
    public synchronized long lastNumber() {
        return lastNumber;
    }

    /** How many lines are no longer kept. */
    public synchronized long cutLines() {
        return cutLines;
    }

    /** How many bytes are no longer kept or never were: of lines that were cut, and of the ends of lines too long. */
    public synchronized long cutBytes() {
        return cutBytes;
    }

    synchronized void add(String text, long bytesCut) {
        cutBytes += bytesCut;
        lastNumber++;
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        lines.addLast(new Kept(new Line(lastNumber, text, bytesCut), bytes));
        size += bytes + LINE_COST;
        while (size > CAPACITY) {
            Kept oldest = lines.removeFirst();
            size -= oldest.bytes() + LINE_COST;
            cutLines++;
            cutBytes += oldest.bytes();
        }
    }

    /** Adds every line of a stream until its end. */
    void addAll(InputStream from) throws IOException {
        var line = new byte[LINE_CAPACITY];
        var chunk = new byte[LINE_CAPACITY];
        int length = 0;
        long cut = 0;
        boolean open = false;
        for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
            for (int i = 0; i < read; i++) {
                byte b = chunk[i];
                if (b == '\n') {
                    add(text(line, length), cut);
                    length = 0;
                    cut = 0;
                    open = false;
                } else if (length < LINE_CAPACITY) {
                    line[length++] = b;
                    open = true;
                } else {
                    cut++;
                }
            }
        }
        if (open) {
            add(text(line, length), cut);
        }
    }

    private static String text(byte[] line, int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }
}
