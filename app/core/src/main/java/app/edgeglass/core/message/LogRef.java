package app.edgeglass.core.message;

/** A reference to a logged message: its position, and in the lowest bit in which of the two stores it stands. Records start at multiples of 8. */
final class LogRef {

    private LogRef() {}

    static long recent(long position) {
        return position;
    }

    static long last(long position) {
        return position | 1;
    }

    static boolean isLast(long ref) {
        return (ref & 1) != 0;
    }

    static long position(long ref) {
        return ref & ~7L;
    }
}
