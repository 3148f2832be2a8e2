package app.edgeglass.desktop.message;

import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.desktop.control.PayloadSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A message whose details are looked at.
 *
 * @param message the message; its payload may be the first part only
 * @param payloadSize the whole payload's size in bytes
 * @param whole gives the message with all of its payload; nothing when it is gone; may wait
 * @param previous gives the message before it on the same subject; nothing when there is none; may wait
 */
public record ShownMessage(
        LoggedMessage message,
        long payloadSize,
        Supplier<Optional<LoggedMessage>> whole,
        Supplier<Optional<LoggedMessage>> previous) {

    /** A message that is all here. */
    public static ShownMessage of(LoggedMessage message, Supplier<Optional<LoggedMessage>> previous) {
        return new ShownMessage(message, message.payload().length, () -> Optional.of(message), previous);
    }

    PayloadSource payload() {
        return new PayloadSource(
                message.subject(),
                message.number(),
                message.payload(),
                payloadSize,
                () -> whole.get().map(LoggedMessage::payload));
    }
}
