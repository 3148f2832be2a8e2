package app.edgeglass.core.publish;

import app.edgeglass.core.connection.ServerErrors.Hearing;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Learns what the server made of the messages that are sent while it is open: it works through them in order, so when it
 * answers a later ping it has taken them or has complained.
 *
 * <p>{@code Connection.flush} would not do (jnats 2.26.2): it returns in silence when too many pings wait for their
 * answer, and breaks the connection then. {@code RTT} does neither.
 */
final class RoundTrip implements AutoCloseable {

    private static final Duration COMPLAINTS_WITHIN = Duration.ofMillis(500);
    private static final int MOST_COMPLAINTS = 1_000;

    private final Session session;
    private final Connection connection;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Hearing hearing;
    private final long reconnects;
    private final long errors;
    private final long dropped;

    RoundTrip(Session session) {
        this.session = session;
        this.connection = session.liveConnection();
        this.reconnects = connection.getStatistics().getReconnects();
        this.errors = connection.getStatistics().getErrs();
        this.dropped = session.unsent().dropped();
        this.hearing = session.serverErrors().listen(this::complain);
    }

    private void complain(String complaint) {
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add(complaint);
        }
    }

    /**
     * Waits for the server's answer, as long as connecting may take at most.
     *
     * @return what the server complained of since this was opened, about whatever
     * @throws Failure when it did not answer, or the connection was another one meanwhile: what was sent may or may not
     *     have arrived
     */
    List<String> confirm(String subject) throws InterruptedException {
        try {
            connection.RTT();
        } catch (IOException | IllegalStateException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw Failure.because(e, "publish.unconfirmed", subject);
        }
        long counted = connection.getStatistics().getErrs();
        if (counted > errors) {
            session.serverErrors().await(counted, COMPLAINTS_WITHIN);
        }
        if (connection.getStatistics().getReconnects() != reconnects
                || session.unsent().dropped() != dropped) {
            throw Failure.of("publish.unconfirmed", subject);
        }
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        hearing.close();
    }
}
