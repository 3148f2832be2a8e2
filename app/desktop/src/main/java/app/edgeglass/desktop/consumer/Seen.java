package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Peek.Peeked;
import app.edgeglass.core.consumer.Peek.Standing;
import app.edgeglass.core.consumer.trial.Fate;
import app.edgeglass.core.consumer.trial.Taken;
import app.edgeglass.core.message.Header;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message in the table of a trial, taken or only looked at.
 *
 * @param number tells it apart from the others
 * @param deliveries how often it was delivered; 0 for one that was only looked at
 * @param pending how many were to come behind it when it was delivered
 * @param due when it is delivered again
 */
record Seen(
        long number,
        long sequence,
        long deliveries,
        long consumerSequence,
        long pending,
        Instant stored,
        String subject,
        List<Header> headers,
        byte[] payload,
        Optional<Fate> fate,
        Optional<Standing> standing,
        Optional<Instant> due) {

    static Seen of(Taken taken) {
        var delivery = taken.delivery();
        return new Seen(
                taken.number(),
                delivery.streamSequence(),
                delivery.count(),
                delivery.consumerSequence(),
                delivery.pending(),
                delivery.stored(),
                taken.subject(),
                taken.headers(),
                taken.payload(),
                Optional.of(taken.fate()),
                Optional.empty(),
                taken.fate().isOpen() ? taken.due() : Optional.empty());
    }

    static Seen of(Peeked peeked) {
        var message = peeked.message();
        return new Seen(
                message.sequence(),
                message.sequence(),
                0,
                0,
                0,
                message.time(),
                message.subject(),
                message.headers(),
                message.payload(),
                Optional.empty(),
                Optional.of(peeked.standing()),
                Optional.empty());
    }

    /** Whether word of it can be sent. */
    boolean isOpen() {
        return fate.filter(Fate::isOpen).isPresent();
    }
}
