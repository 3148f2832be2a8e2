package app.edgeglass.core.connection;

import app.edgeglass.core.connection.SessionEvent.Severity;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import io.nats.client.Message;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what the client and the server complain of into events. A permission that is refused is told nowhere else: the
 * client neither throws nor marks the subscription (jnats 2.26.2).
 */
record SessionErrors(EventJournal journal, ServerErrors errors, Words words) implements ErrorListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionErrors.class);

    @Override
    public void errorOccurred(@Nullable Connection connection, String error) {
        String lower = error.toLowerCase(Locale.ROOT);
        String key;
        if (lower.contains("permissions violation")) {
            key = "server.permission";
        } else if (lower.contains("invalid subject")) {
            key = "server.invalid-subject";
        } else {
            key = "server.error";
        }
        LOG.info("The server said: {}", error);
        journal.add(Severity.ERROR, words.say(key, error), words.say(key + ".remedy"));
        errors.tell(error);
    }

    @Override
    public void exceptionOccurred(@Nullable Connection connection, Exception exception) {
        // A connection that breaks is told as lost, with its gap; here it would be said a second time.
        LOG.info("The client met: {}", exception.toString());
    }

    @Override
    public void slowConsumerDetected(@Nullable Connection connection, Consumer consumer) {
        // Fires on every edge of a full queue, tens of thousands of times: the journal folds it, the feed counts the
        // loss.
        journal.add(Severity.WARNING, words.say("client.slow"), words.say("client.slow.remedy"));
    }

    @Override
    public void messageDiscarded(@Nullable Connection connection, Message message) {
        journal.add(Severity.ERROR, words.say("client.discarded"), words.say("client.discarded.remedy"));
    }

    @Override
    public void socketWriteTimeout(@Nullable Connection connection) {
        journal.add(Severity.WARNING, words.say("client.write-timeout"), "");
    }
}
