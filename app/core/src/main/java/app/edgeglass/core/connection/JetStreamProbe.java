package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks JetStream for its domain and API level, once for each time that the session gets a connection, and only when
 * somebody wants to know: the question is a message that others on the server can see. Nobody waits for the answer. That
 * there is none, since JetStream is off or this user may not ask, is no event for the person, who did not ask.
 */
final class JetStreamProbe {

    private static final Logger LOG = LoggerFactory.getLogger(JetStreamProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 1 << 20;
    /** A domain is one token; a longer answer is none that we would show. */
    private static final int LONGEST_DOMAIN = 256;

    private final String subject;
    /** Complaints of the server that our own question may bring about, each muted once. */
    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    private SessionState.@Nullable Live askedOf;
    private SessionState.@Nullable Live answeredFor;
    private Optional<JetStreamDetails> answer = Optional.empty();

    JetStreamProbe(JetStreamPlace place) {
        subject = place.apiPrefix() + ".INFO";
    }

    /** What is known of this connection's JetStream; the first call for a connection starts the asking. */
    synchronized Optional<JetStreamDetails> details(Connection connection, SessionState.Live live) {
        if (!live.equals(askedOf)) {
            askedOf = live;
            Thread.ofVirtual().name("edgeglass-jetstream").start(() -> ask(connection, live));
        }
        return live.equals(answeredFor) ? answer : Optional.empty();
    }

    private void ask(Connection connection, SessionState.Live live) {
        try {
            var details = answered(connection);
            synchronized (this) {
                if (live.equals(askedOf)) {
                    answeredFor = live;
                    answer = details;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The connection went meanwhile, or takes nothing; with the next one it is asked again.
            LOG.debug("JetStream was not asked: {}", e.toString());
        }
    }

    private Optional<JetStreamDetails> answered(Connection connection) throws InterruptedException {
        String inbox = connection.createInbox();
        // The server's words (nats-server 2.10 to 2.15); the client takes every apostrophe out.
        expected.add("Permissions Violation for Publish to \"" + subject + '"');
        expected.add("Permissions Violation for Publish with Reply of \"" + inbox + '"');
        expected.add("Permissions Violation for Subscription to \"" + inbox + '"');
        Subscription subscription = connection.subscribe(inbox);
        try {
            connection.publish(subject, inbox, new byte[0]);
            Message message = subscription.nextMessage(PATIENCE);
            if (message == null) {
                return Optional.empty();
            }
            expected.clear();
            return message.isStatusMessage() ? Optional.empty() : read(message.getData());
        } finally {
            subscription.unsubscribe();
        }
    }

    static Optional<JetStreamDetails> read(byte @Nullable [] said) {
        if (said == null || said.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(said);
            if (!json.isObject() || json.has("error")) {
                return Optional.empty();
            }
            String domain = json.path("domain").asString("");
            int level = json.path("api").path("level").asInt(-1);
            return Optional.of(new JetStreamDetails(
                    domain.isEmpty() || domain.length() > LONGEST_DOMAIN ? Optional.empty() : Optional.of(domain),
                    level < 0 ? OptionalInt.empty() : OptionalInt.of(level)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether a complaint of the server is about our own question, for the first time. */
    boolean expects(String complaint) {
        return expected.removeIf(own -> complaint.regionMatches(true, 0, own, 0, own.length()));
    }
}
