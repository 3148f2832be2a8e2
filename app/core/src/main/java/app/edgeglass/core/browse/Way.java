package app.edgeglass.core.browse;

/** How the messages of a stream are asked for. Each question is asked without waiting for its answer. */
sealed interface Way permits BatchedGets, SingleGets {

    /**
     * Asks for the messages from a sequence on.
     *
     * @param pattern of which subjects; {@code >} for all
     * @param most how many at most; it may be fewer
     * @param bytes roughly how much at most; at least one message comes
     */
    Asked ask(long from, String pattern, int most, long bytes);

    /** A question under way; {@link #close} for who does not want the answer any more. */
    interface Asked extends AutoCloseable {

        /**
         * Waits for the messages.
         *
         * @param keep how much of each payload to keep
         * @throws NotOffered when this way leads nowhere, and another has to be gone
         * @throws app.edgeglass.core.error.Failure as {@link app.edgeglass.core.jetstream.JetStreamApi}
         */
        Batch take(int keep) throws NotOffered;

        @Override
        void close();
    }

    /** The server, or the stream, does not answer questions of this kind. */
    final class NotOffered extends Exception {

        private static final long serialVersionUID = 1L;

        NotOffered(String message) {
            super(message);
        }
    }
}
