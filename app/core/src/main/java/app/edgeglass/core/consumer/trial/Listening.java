package app.edgeglass.core.consumer.trial;

import app.edgeglass.core.connection.ServerErrors.Hearing;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.MessageHandler;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A subscription, and the ear for what the server complains of meanwhile. */
record Listening(Session session, Dispatcher dispatcher, Hearing hearing) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /** @param group the queue group; empty for none */
    static Listening open(
            Session session,
            Connection connection,
            String subject,
            String group,
            MessageHandler onMessage,
            Consumer<String> onComplaint) {
        Hearing hearing = session.serverErrors().listen(onComplaint);
        Dispatcher dispatcher = connection.createDispatcher(onMessage);
        if (group.isEmpty()) {
            dispatcher.subscribe(subject);
        } else {
            dispatcher.subscribe(subject, group);
        }
        return new Listening(session, dispatcher, hearing);
    }

    @Override
    public void close() {
        hearing.close();
        try {
            session.openConnection().closeDispatcher(dispatcher);
        } catch (Failure | IllegalStateException | IllegalArgumentException e) {
            // The connection was closed meanwhile, and the subscription with it.
            LOG.debug("Subscription ended before: {}", e.toString());
        }
    }
}
