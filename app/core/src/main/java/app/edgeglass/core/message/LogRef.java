package app.edgeglass.core.message;

import app.edgeglass.core.subject.SubjectTree;

/** A reference to a logged message: its position, and in the lowest bit in which of the two stores it stands. */
final class LogRef {

    private LogRef() {}

    static long recent(long position) {
        return position << 1;
    }

    static long last(long position) {
        return position << 1 | 1;
    }

    static boolean isLast(long ref) {
        return (ref & 1) != 0;
    }

    static long position(long ref) {
        return ref >>> 1;
    }

    /** What of a reference a record keeps: its lower bits. */
    static long shortened(long ref) {
        return ref & LogRecord.NO_PREVIOUS;
    }

    /**
     * The whole reference: the latest position with these lower bits. What is further back than a tebibyte would be taken
     * for something else, but is gone for long: its ring is not that large.
     *
     * @param head the head of the ring that it is a position in
     */
    static long previous(long shortened, long head) {
        if (shortened == LogRecord.NO_PREVIOUS) {
            return SubjectTree.NO_REF;
        }
        long mask = LogRecord.NO_PREVIOUS >>> 1;
        long distance = (head - (shortened >>> 1)) & mask;
        return (head - distance) << 1 | (shortened & 1);
    }
}
