package app.edgeglass.desktop.control.tree;

/** The time of day in the unit of the message log. */
public final class Now {

    private Now() {}

    public static long micros() {
        return System.currentTimeMillis() * 1_000;
    }
}
