package app.edgeglass.core.browse;

import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Pages that were read, by their number; those that were not looked at for longest go first. Safe for use by several threads. */
final class PageCache {

    private static final float LOAD = 0.75f;

    private final long most;
    private final LinkedHashMap<Long, Page> pages = new LinkedHashMap<>(64, LOAD, true);
    private long bytes;
    private int generation;

    /** @param most bytes of the heap, more or less; the newest page stays also when it is larger */
    PageCache(long most) {
        this.most = most;
    }

    synchronized @Nullable Page get(long number) {
        return pages.get(number);
    }

    /** To be asked before a page is read, and given to {@link #put}. */
    synchronized int generation() {
        return generation;
    }

    /** Keeps a page, unless all was forgotten since it was asked for. */
    synchronized void put(long number, Page page, int asked) {
        if (asked != generation) {
            return;
        }
        Page before = pages.put(number, page);
        bytes += page.heap() - (before == null ? 0 : before.heap());
        Iterator<Page> oldest = pages.values().iterator();
        while (bytes > most && pages.size() > 1) {
            bytes -= oldest.next().heap();
            oldest.remove();
        }
    }

    synchronized void clear() {
        pages.clear();
        bytes = 0;
        generation++;
    }

    synchronized long bytes() {
        return bytes;
    }
}
