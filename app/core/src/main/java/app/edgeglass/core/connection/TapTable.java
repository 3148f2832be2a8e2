package app.edgeglass.core.connection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The taps of one connection by subscription id. The writing thread adds one before its {@code SUB} line is sent, so the
 * reading thread finds it when the first message comes. None is ever removed: messages that were under way when it was
 * unsubscribed still belong to it, and the library uses no id twice (jnats 2.26.2).
 */
final class TapTable {

    private record Entries(long[] sids, Tap[] taps) {}

    private volatile Entries entries = new Entries(new long[0], new Tap[0]);

    synchronized void add(long sid, Tap tap) {
        Entries now = entries;
        int size = now.sids.length;
        long[] sids = Arrays.copyOf(now.sids, size + 1);
        Tap[] taps = Arrays.copyOf(now.taps, size + 1);
        sids[size] = sid;
        taps[size] = tap;
        entries = new Entries(sids, taps);
    }

    boolean isEmpty() {
        return entries.sids.length == 0;
    }

    @Nullable
    Tap find(long sid) {
        Entries now = entries;
        for (int i = now.sids.length - 1; i >= 0; i--) {
            if (now.sids[i] == sid) {
                return now.taps[i];
            }
        }
        return null;
    }
}
