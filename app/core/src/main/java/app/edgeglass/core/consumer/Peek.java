package app.edgeglass.core.consumer;

import app.edgeglass.core.jetstream.JetStreamApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Looks at the messages that a consumer has still to do with, without taking any: they are read from the stream by their
 * sequence, so that the consumer learns nothing of it, and the application gets them all the same.
 */
public final class Peek {

    /** What one page may take of memory; a message that alone is larger is read all the same. */
    public static final long MOST_BYTES = 8L << 20;

    private final StoredMessages messages;

    public Peek(JetStreamApi api, String stream) {
        this.messages = new StoredMessages(api, stream);
    }

    /** How far the consumer has come with a message. */
    public enum Standing {
        /** It was not delivered yet. */
        TO_COME,
        /** It was delivered, and may be acknowledged already or not: of single ones the server does not tell. */
        DELIVERED
    }

    /** A message with how far the consumer has come with it. */
    public record Peeked(StoredMessage message, Standing standing) {}

    /**
     * Some messages.
     *
     * @param next where to read on; nothing when the stream has no more for this consumer
     */
    public record Page(List<Peeked> messages, Optional<Long> next) {

        public Page {
            messages = List.copyOf(messages);
        }
    }

    /** Where the first message stands that is not acknowledged. */
    public static long unacknowledged(ConsumerRow consumer) {
        return consumer.doneUpTo() + 1;
    }

    /** Where the first message stands that was not delivered. */
    public static long undelivered(ConsumerRow consumer) {
        return consumer.delivered().stream() + 1;
    }

    /** Reads messages that the consumer is for, from a sequence on. Blocks. */
    public Page read(ConsumerRow consumer, long from, int most) {
        var found = new ArrayList<Peeked>();
        List<Ahead> ahead = (consumer.filters().isEmpty() ? List.of("") : consumer.filters())
                .stream()
                        .map(filter -> new Ahead(filter, messages.next(from, filter)))
                        .toList();
        ahead = new ArrayList<>(ahead);
        long bytes = 0;
        while (found.size() < most && bytes < MOST_BYTES) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("peek");
            }
            Optional<StoredMessage> first = first(ahead);
            if (first.isEmpty()) {
                return new Page(found, Optional.empty());
            }
            StoredMessage message = first.get();
            found.add(new Peeked(message, standing(consumer, message)));
            bytes += message.bytes();
            if (found.size() < most && bytes < MOST_BYTES) {
                ahead.replaceAll(one -> one.behind(message.sequence(), messages));
            }
        }
        return new Page(found, Optional.of(found.getLast().message().sequence() + 1));
    }

    private static Standing standing(ConsumerRow consumer, StoredMessage message) {
        return message.sequence() > consumer.delivered().stream() ? Standing.TO_COME : Standing.DELIVERED;
    }

    private static Optional<StoredMessage> first(List<Ahead> ahead) {
        return ahead.stream()
                .flatMap(one -> one.message().stream())
                .min((a, b) -> Long.compare(a.sequence(), b.sequence()));
    }

    /** The next message of one of the consumer's filters. */
    private record Ahead(String filter, Optional<StoredMessage> message) {

        Ahead behind(long sequence, StoredMessages messages) {
            return message.isPresent() && message.get().sequence() <= sequence
                    ? new Ahead(filter, messages.next(sequence + 1, filter))
                    : this;
        }
    }
}
