package app.edgeglass.core.browse;

import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Pages that were read, by their number; those that were not looked at for longest go first. Safe for use by several threads. */
final class PageCache {

    private static final float LOAD = 0.75f;

    private final long most;
    private final LinkedHashMap<Long, Kept> pages = new LinkedHashMap<>(64, LOAD, true);
    private long bytes;
    private int generation;
    private int forgotten;

    private record Kept(Page page, int generation) {}

    /** @param most bytes of the heap, more or less; the newest page stays also when it is larger */
    PageCache(long most) {
        this.most = most;
    }

    /** A page, perhaps as it was before something in it went. */
    synchronized @Nullable Page get(long number) {
        Kept kept = pages.get(number);
        return kept == null ? null : kept.page();
    }

    /** Whether a page is as it was read, as far as anybody knows. */
    synchronized boolean isFresh(long number) {
        Kept kept = pages.get(number);
        return kept != null && kept.generation() == generation;
    }

    /** To be asked before a page is read, and given to {@link #put}. */
    synchronized int generation() {
        return generation;
    }

    /** Keeps a page, unless all was forgotten since it was asked for. */
    synchronized void put(long number, Page page, int asked) {
        if (asked < forgotten) {
            return;
        }
        Kept before = pages.put(number, new Kept(page, asked));
        bytes += page.heap() - (before == null ? 0 : before.page().heap());
        Iterator<Kept> oldest = pages.values().iterator();
        while (bytes > most && pages.size() > 1) {
            bytes -= oldest.next().page().heap();
            oldest.remove();
        }
    }

    /** Something in some page has gone: all are to be read anew, and are better than nothing until then. */
    synchronized void outdate() {
        generation++;
    }

    synchronized void clear() {
        pages.clear();
        bytes = 0;
        generation++;
        forgotten = generation;
    }

    synchronized long bytes() {
        return bytes;
    }
}
