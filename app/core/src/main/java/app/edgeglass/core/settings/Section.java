package app.edgeglass.core.settings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One capability's part of a settings file, as a record. Reading and changing it never blocks; the file follows a moment
 * later. Safe for use by several threads.
 *
 * @param <T> a record of plain values, lists, maps and such records
 */
public final class Section<T> {

    private final Runnable onChange;
    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T value;

    Section(T value, Runnable onChange) {
        this.value = value;
        this.onChange = onChange;
    }

    public T get() {
        return value;
    }

    /**
     * Changes the value; what is equal to the present one changes nothing.
     *
     * @param change gives the new value from the present one
     */
    public void update(UnaryOperator<T> change) {
        T changed;
        synchronized (this) {
            T present = value;
            changed = change.apply(present);
            if (changed.equals(present)) {
                return;
            }
            value = changed;
        }
        onChange.run();
        listeners.forEach(listener -> listener.accept(changed));
    }

    /**
     * Calls the listener after each change, on the thread that made it.
     *
     * @return ends it
     */
    public Runnable onChange(Consumer<T> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
