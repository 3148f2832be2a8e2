package app.edgeglass.core.connection;

import app.edgeglass.core.connection.SessionEvent.Severity;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Message;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what the client and the server complain of into events. A permission that is refused is told nowhere else: the
 * client neither throws nor marks the subscription (jnats 2.26.2).
 */
final class SessionErrors implements ErrorListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionErrors.class);
    private static final String OURS = "app.edgeglass.";
    private static final long SLOW_TOLD_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final EventJournal journal;
    private final WayIn way;
    private final ServerErrors errors;
    private final Consumer<Connection> onRefusal;
    private final Runnable onRefusalLater;
    private final Predicate<String> expected;
    private final Words words;
    /** While a server is away the client meets the same again and again; the callbacks come on one thread. */
    private String lastMet = "";

    private long slowNanos = System.nanoTime() - SLOW_TOLD_EVERY;

    /**
     * @param onRefusal gets a connection that waits in vain for its welcome, since its credentials were refused
     * @param onRefusalLater is told when the credentials of a session that was live are refused
     * @param expected says which complaints are about something that no person has asked for; they are no events
     */
    SessionErrors(
            EventJournal journal,
            WayIn way,
            ServerErrors errors,
            Consumer<Connection> onRefusal,
            Runnable onRefusalLater,
            Predicate<String> expected,
            Words words) {
        this.journal = journal;
        this.way = way;
        this.errors = errors;
        this.onRefusal = onRefusal;
        this.onRefusalLater = onRefusalLater;
        this.expected = expected;
        this.words = words;
    }

    @Override
    public void errorOccurred(@Nullable Connection connection, String error) {
        boolean credentials = ConnectProblem.said(error) == ConnectProblem.AUTHENTICATION;
        if (!way.attempts().refused(error)) {
            if (credentials) {
                onRefusalLater.run();
            }
            if (!expected.test(error)) {
                note(error);
            }
        } else if (connection != null && credentials) {
            onRefusal.accept(connection);
        }
        errors.tell(error);
    }

    private void note(String error) {
        String lower = error.toLowerCase(Locale.ROOT);
        String key;
        if (lower.contains("permissions violation")) {
            key = "server.permission";
        } else if (lower.contains("invalid subject")) {
            key = "server.invalid-subject";
        } else if (ConnectProblem.isRevoked(error)) {
            key = "server.revoked";
        } else if (ConnectProblem.isExpired(error)) {
            key = "server.expired";
        } else if (ConnectProblem.said(error) == ConnectProblem.AUTHENTICATION) {
            key = "server.credentials-refused";
        } else {
            key = "server.error";
        }
        if (journal.add(Severity.ERROR, words.say(key, error), words.say(key + ".remedy"))) {
            LOG.info("The server said: {}", error);
        }
    }

    @Override
    public void exceptionOccurred(@Nullable Connection connection, Exception exception) {
        if (way.attempts().met(exception)) {
            return;
        }
        if (isOurs(exception)) {
            LOG.error("A message or an event could not be taken", exception);
            String kind = exception.getClass().getSimpleName();
            journal.add(Severity.ERROR, words.say("client.unexpected", kind), words.say("client.unexpected.remedy"));
            return;
        }
        // A connection that breaks is told as lost, with its gap; here it would be said a second time.
        String met = exception.toString();
        if (!met.equals(lastMet)) {
            lastMet = met;
            // A certificate that has expired meanwhile lets no attempt succeed, and is told nowhere else.
            way.insecurity(exception).ifPresent(this::add);
            LOG.info("The client met: {}", ServerUrl.masked(met));
        }
    }

    private void add(Failure failure) {
        if (journal.add(Severity.ERROR, failure.sentence(), failure.remedy())) {
            LOG.info("{}", failure.sentence());
        }
    }

    /**
     * What a handler or a sink of ours throws is told in the same way as a broken connection. That one comes through our
     * code too, by way of {@link TapDataPort}, but as an {@link IOException}, which neither may throw.
     */
    private static boolean isOurs(Throwable exception) {
        for (Throwable t = exception; t != null && !(t instanceof IOException); t = t.getCause()) {
            for (StackTraceElement frame : t.getStackTrace()) {
                if (frame.getClassName().startsWith(OURS)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void slowConsumerDetected(@Nullable Connection connection, io.nats.client.Consumer consumer) {
        // Fires on every edge of a full queue, tens of thousands of times. How much is lost the feed asks the client.
        long now = System.nanoTime();
        if (now - slowNanos >= SLOW_TOLD_EVERY) {
            slowNanos = now;
            journal.add(Severity.WARNING, words.say("client.slow"), words.say("client.slow.remedy"));
        }
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
