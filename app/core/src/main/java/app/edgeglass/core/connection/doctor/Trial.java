package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.ServerErrors.Hearing;
import app.edgeglass.core.connection.Session;
import io.nats.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Learns what the server complains of while this is open: it does so before it answers a later ping. */
final class Trial implements AutoCloseable {

    private static final Duration COMPLAINTS_WITHIN = Duration.ofMillis(500);
    private static final String PUBLISH = "permissions violation for publish";
    private static final String SUBSCRIBE = "permissions violation for subscription";

    private final Session session;
    private final Connection connection;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final long before;
    private final Hearing hearing;

    Trial(Session session) {
        this.session = session;
        this.connection = session.liveConnection();
        this.before = connection.getStatistics().getErrs();
        this.hearing = session.serverErrors().listen(heard::add);
    }

    /** Waits until the server has worked through what was sent before. */
    Trial settle() throws IOException, InterruptedException {
        connection.RTT();
        long counted = connection.getStatistics().getErrs();
        if (counted > before) {
            session.serverErrors().await(counted, COMPLAINTS_WITHIN);
        }
        return this;
    }

    /** Nobody else publishes here, and a subject may be another one in the server's words, where it is mapped. */
    boolean publishingWasDenied() {
        return isHeard(PUBLISH);
    }

    boolean subscribingWasDenied() {
        return isHeard(SUBSCRIBE);
    }

    private boolean isHeard(String start) {
        return heard.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).startsWith(start));
    }

    @Override
    public void close() {
        hearing.close();
    }
}
