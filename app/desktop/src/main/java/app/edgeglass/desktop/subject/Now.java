package app.edgeglass.desktop.subject;

/** The time of day in the unit of the message log. */
final class Now {

    private Now() {}

    static long micros() {
        return System.currentTimeMillis() * 1_000;
    }
}
