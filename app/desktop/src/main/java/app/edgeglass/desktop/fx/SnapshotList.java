package app.edgeglass.desktop.fx;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.collections.ObservableListBase;

/**
 * The rows of a virtualised table, asked for one by one where they are visible. A snapshot stands for any number of
 * rows without holding them; taking another one is a single change, whatever its size (5 to 11 ms of the table's time at
 * 100,000 rows). For tables with a fixed cell size; used on the window's thread only.
 *
 * @param <T> a row; a plain value
 */
public final class SnapshotList<T> extends ObservableListBase<T> {

    private int size;
    private IntFunction<? extends T> rows = index -> {
        throw new IndexOutOfBoundsException(index);
    };

    /**
     * Takes another snapshot.
     *
     * @param newSize the number of rows from now on
     * @param newRows gives the row at an index from 0 to size - 1, again and again, fast, and never null
     */
    public void show(int newSize, IntFunction<? extends T> newRows) {
        if (newSize < 0) {
            throw new IllegalArgumentException("size " + newSize);
        }
        int oldSize = size;
        IntFunction<? extends T> oldRows = rows;
        beginChange();
        size = newSize;
        rows = newRows;
        if (oldSize > 0 || newSize > 0) {
            nextReplace(0, newSize, new Rows<T>(oldSize, oldRows));
        }
        endChange();
    }

    /**
     * Takes a snapshot of the same rows with other values in them: the table draws the given ones anew and keeps its
     * place, its selection and its focus. For tables that change now and then; see {@link #exchange} for live ones.
     *
     * @param from the first visible row
     * @param to the row after the last visible one; beyond the end is harmless
     */
    public void update(IntFunction<? extends T> newRows, int from, int to) {
        rows = newRows;
        beginChange();
        for (int i = Math.max(0, from); i < Math.min(to, size); i++) {
            nextUpdate(i);
        }
        endChange();
    }

    /**
     * Takes a snapshot of as many rows without a word to the table, which keeps its place, its selection and its focus, and
     * finds the new rows where it comes to them. Whoever calls this draws those that are on the screen: told of a change, a
     * table (JavaFX 26.0.2) lays out all of them, whichever has changed.
     */
    public void exchange(IntFunction<? extends T> newRows) {
        rows = newRows;
    }

    @Override
    public T get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return rows.apply(index);
    }

    @Override
    public int size() {
        return size;
    }

    /** What was there before, for listeners that ask; nothing is copied. */
    private static final class Rows<T> extends AbstractList<T> {
        private final int size;
        private final IntFunction<? extends T> rows;

        Rows(int size, IntFunction<? extends T> rows) {
            this.size = size;
            this.rows = rows;
        }

        @Override
        public T get(int index) {
            return rows.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** For tests: what a list of all rows would hold. */
    List<T> copy() {
        return new Rows<T>(size, rows).stream().<T>map(row -> row).toList();
    }
}
