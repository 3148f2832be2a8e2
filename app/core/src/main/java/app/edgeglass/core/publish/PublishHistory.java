package app.edgeglass.core.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was published or requested last, as it was typed, to be sent again. It is kept in plain text: payloads are no place
 * for secrets. Bounded in number and in bytes; the payload of a large message is not kept, and the entry says so.
 *
 * <p>Safe for use by several threads.
 */
public final class PublishHistory {

    /** The most entries; the oldest go first. */
    public static final int MOST_ENTRIES = 50;

    /** The most that all entries take, in bytes of UTF-8; the oldest go first. */
    public static final long MOST_BYTES = 1 << 20;

    /** A larger payload is not kept, in bytes of what was typed. */
    public static final int LARGEST_BODY = 64 * 1024;

    private final Store store;
    private List<Entry> entries;

    public PublishHistory(Store store) {
        this.store = store;
        this.entries = bounded(store.load());
    }

    /** Where the entries are over a restart. */
    public interface Store {

        /** Newest first; empty when there is nothing. */
        List<Entry> load();

        /** @param entries newest first */
        void save(List<Entry> entries);
    }

    /**
     * One thing that was sent.
     *
     * @param at when
     * @param composition as it was typed; without its body when that was too large
     * @param plan of a request; none when it was published
     * @param stored whether it was published to be stored by a stream
     * @param bodyNotKept the size of the body that was too large to be kept, in bytes; 0 when it is there
     */
    public record Entry(
            Instant at, Composition composition, @Nullable RequestPlan plan, boolean stored, long bodyNotKept) {

        boolean isSame(Entry other) {
            return composition.equals(other.composition)
                    && (plan == null) == (other.plan == null)
                    && stored == other.stored
                    && bodyNotKept == other.bodyNotKept;
        }

        long bytes() {
            long bytes = 64L + utf8(composition.subject()) + utf8(composition.replyTo()) + utf8(composition.body());
            for (var header : composition.headers()) {
                bytes += utf8(header.name()) + utf8(header.value());
            }
            return bytes;
        }

        private static int utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** Remembers what was sent. The same as before only moves to the front. */
    public synchronized void add(Instant at, Composition composition, @Nullable RequestPlan plan) {
        add(at, composition, plan, false);
    }

    /** Remembers what a stream was to store. */
    public synchronized void addStored(Instant at, Composition composition) {
        add(at, composition, null, true);
    }

    private void add(Instant at, Composition composition, @Nullable RequestPlan plan, boolean stored) {
        long body = Entry.utf8(composition.body());
        var entry = body > LARGEST_BODY
                ? new Entry(at, composition.withBody(""), plan, stored, body)
                : new Entry(at, composition, plan, stored, 0);
        var now = new ArrayList<Entry>();
        now.add(entry);
        for (Entry older : entries) {
            if (!older.isSame(entry)) {
                now.add(older);
            }
        }
        keep(now);
    }

    public synchronized void remove(Entry entry) {
        var now = new ArrayList<>(entries);
        now.remove(entry);
        keep(now);
    }

    /** Gives the store all that there is, as when it has begun to keep something. */
    public synchronized void save() {
        store.save(entries);
    }

    public synchronized void clear() {
        keep(List.of());
    }

    /** Newest first. */
    public synchronized List<Entry> entries() {
        return entries;
    }

    private void keep(List<Entry> now) {
        entries = bounded(now);
        store.save(entries);
    }

    private static List<Entry> bounded(List<Entry> now) {
        var kept = new ArrayList<Entry>();
        long bytes = 0;
        for (Entry entry : now) {
            bytes += entry.bytes();
            if (kept.size() == MOST_ENTRIES || bytes > MOST_BYTES) {
                break;
            }
            kept.add(entry);
        }
        return List.copyOf(kept);
    }
}
