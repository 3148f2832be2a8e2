package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.change.Change;
import io.nats.client.Message;
import io.nats.client.Subscription;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks something that only reads, and tells apart why no answer comes. */
final class Question {

    private static final int NO_RESPONDERS = 503;
    private static final int MOST_BYTES = 1 << 20;

    private Question() {}

    sealed interface Answer {

        record Said(JsonNode said) implements Answer {}

        /** Nobody listens at the subject; the server says so at once. */
        record Nobody() implements Answer {}

        /** We may not ask. */
        record Denied() implements Answer {}

        /** We may ask, but not hear the answer. */
        record Deaf() implements Answer {}

        /** Nothing came in time, or nothing that could be read. */
        record Silent() implements Answer {}
    }

    static Answer ask(Session session, String subject, Duration within) throws IOException, InterruptedException {
        Permit permit = session.guard().allow(Change.request(subject));
        String inbox = permit.connection().createInbox();
        try (var trial = new Trial(session)) {
            Subscription subscription = permit.connection().subscribe(inbox);
            try {
                permit.connection().publish(subject, inbox, new byte[0]);
                trial.settle();
                if (trial.publishingWasDenied()) {
                    return new Answer.Denied();
                }
                if (trial.subscribingWasDenied()) {
                    return new Answer.Deaf();
                }
                Message message = subscription.nextMessage(within);
                return message == null ? new Answer.Silent() : read(message);
            } finally {
                subscription.unsubscribe();
            }
        }
    }

    private static Answer read(Message message) {
        if (message.isStatusMessage()) {
            return message.getStatus().getCode() == NO_RESPONDERS ? new Answer.Nobody() : new Answer.Silent();
        }
        byte[] data = message.getData();
        if (data == null || data.length > MOST_BYTES) {
            return new Answer.Silent();
        }
        try {
            return new Answer.Said(JsonMapper.shared().readTree(data));
        } catch (JacksonException e) {
            return new Answer.Silent();
        }
    }
}
