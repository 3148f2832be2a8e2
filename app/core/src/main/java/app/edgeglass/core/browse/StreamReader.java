package app.edgeglass.core.browse;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of any length as if it were in memory: page by page around what is looked at, at any sequence and at any time.
 * What was read is kept up to {@value #CACHE_BYTES} bytes, and forgotten when the stream has become another one.
 *
 * <p>What asks blocks until the answer, may be interrupted, and throws what {@link
 * app.edgeglass.core.jetstream.JetStreamApi} throws. Safe for use by several threads. To be closed.
 */
public final class StreamReader implements AutoCloseable {

    /** How much of each payload a page keeps: enough for a line of it and for columns. */
    public static final int KEPT = 16 * 1024;

    public static final long CACHE_BYTES = 32L << 20;

    private static final String ALL = ">";
    private static final int MOST_ROWS = 256;
    private static final int LEAST_ROWS = 16;
    /** How much a page may be on the wire, about. */
    private static final long PAGE_BYTES = 4L << 20;

    private final StreamRef stream;
    private final StreamGets gets;
    private final PageCache cache = new PageCache(CACHE_BYTES);
    private final PageLoader loader;
    private final TimeSearch times;
    private volatile int rows;
    private volatile @Nullable Extent extent;

    /** @throws Failure {@code session.not-live} */
    public StreamReader(StreamRef stream) {
        this.stream = stream;
        this.gets = new StreamGets(stream);
        this.loader = new PageLoader(gets);
        this.times = new TimeSearch(gets);
    }

    public StreamRef stream() {
        return stream;
    }

    /** Asks from where to where the stream goes now. */
    public synchronized Extent refresh() {
        Extent before = extent;
        Extent now = gets.refresh();
        if (before == null || now.isOtherThan(before)) {
            rows = rowsOf(now);
            cache.clear();
        } else if (now.deleted() != before.deleted()) {
            // Something between has gone, nobody says what; or its gap is now before the first.
            cache.outdate();
        }
        extent = now;
        return now;
    }

    private static int rowsOf(Extent extent) {
        long fit = PAGE_BYTES / Math.max(1, extent.averageSize());
        return Math.clamp(Long.highestOneBit(Math.max(1, fit)), LEAST_ROWS, MOST_ROWS);
    }

    /** As it was last heard. */
    public Extent extent() {
        Extent known = extent;
        return known == null ? refresh() : known;
    }

    /** The page of a sequence if it has been read, perhaps as it was some moments ago; does not ask. */
    public @Nullable Page known(long sequence) {
        if (rows == 0) {
            return null;
        }
        Page page = cache.get(number(sequence));
        return page != null && sequence >= page.from() && sequence <= page.to() ? page : null;
    }

    /** Whether the page of a sequence need not be read, or read again. */
    public boolean isFresh(long sequence) {
        return known(sequence) != null && cache.isFresh(number(sequence));
    }

    /** The page of a sequence, or of the nearest one that is within the stream. */
    public Page page(long wanted) {
        Extent now = extent();
        long sequence = now.clamp(wanted);
        if (now.isEmpty()) {
            return new Page(sequence, sequence - 1, List.of());
        }
        Page known = known(sequence);
        if (known != null && isFresh(sequence)) {
            return known;
        }
        int asked = cache.generation();
        long number = number(sequence);
        long start = number * rows + 1;
        long from = Math.max(start, now.first());
        Page before = from > now.first() && isFresh(from - 1) ? known(from - 1) : null;
        Page read = loader.load(from, Math.min(start + rows - 1, now.last()), now, before);
        cache.put(number, read, asked);
        return read;
    }

    /** Whether two sequences are read together. */
    public boolean isSamePage(long one, long other) {
        return number(one) == number(other);
    }

    private long number(long sequence) {
        return (sequence - 1) / rows;
    }

    /** One message with its whole payload; nothing when it is gone. */
    public Optional<StoredMessage> message(long sequence) {
        return gets.next(sequence, ALL, Integer.MAX_VALUE).filter(found -> found.sequence() == sequence);
    }

    /** The first message of a pattern at or behind a sequence. */
    public Optional<StoredMessage> next(String pattern, long from) {
        return gets.next(from, pattern, KEPT);
    }

    /** The last message of a pattern. */
    public Optional<StoredMessage> last(String pattern) {
        return gets.last(pattern, KEPT);
    }

    /**
     * The message before another one on the same subject, with its whole payload; nothing also of servers before 2.11 and streams
     * without direct gets, which cannot be asked for it.
     */
    public Optional<StoredMessage> previous(StoredMessage of) {
        return gets.before(of.subject(), of.sequence(), Integer.MAX_VALUE);
    }

    /** The first message at or behind a time. */
    public Optional<StoredMessage> at(Instant time) {
        return times.find(time, extent());
    }

    /** How the messages lie in time, by some hundred of them. */
    public Density density() {
        return new DensityProbe(gets).sample(extent());
    }

    /** A way to look through it, to be run on a thread of its own. */
    public MessageSearch search(MessageSearch.Wanted wanted) {
        return new MessageSearch(gets, wanted);
    }

    /** Bytes that pages take, more or less. */
    public long cached() {
        return cache.bytes();
    }

    @Override
    public void close() {
        gets.close();
        cache.clear();
    }
}
