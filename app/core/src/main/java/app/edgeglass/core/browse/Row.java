package app.edgeglass.core.browse;

/** One row over the sequences of a stream. */
public sealed interface Row {

    /** The first sequence that it stands for. */
    long from();

    /** The last. */
    long to();

    /** A message that is there; perhaps only with the first bytes of its payload. */
    record Stored(StoredMessage message) implements Row {

        @Override
        public long from() {
            return message.sequence();
        }

        @Override
        public long to() {
            return message.sequence();
        }
    }

    /** Messages that were deleted, or gone by a limit. */
    record Gone(long from, long to) implements Row {

        public long count() {
            return to - from + 1;
        }
    }

    /** What is on its way. */
    record Coming(long from) implements Row {

        @Override
        public long to() {
            return from;
        }
    }
}
