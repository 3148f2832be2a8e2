package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.Session;
import io.nats.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Sends something and learns what the server complains of; it does so before it answers a later ping. */
final class Trial {

    private static final Duration COMPLAINTS_WITHIN = Duration.ofMillis(500);
    private static final String PUBLISH = "permissions violation for publish";
    private static final String SUBSCRIBE = "permissions violation for subscription";

    private Trial() {}

    static List<String> complaints(Session session, Consumer<Connection> sending)
            throws IOException, InterruptedException {
        Connection connection = session.liveConnection();
        long before = connection.getStatistics().getErrs();
        var heard = new CopyOnWriteArrayList<String>();
        try (var _ = session.serverErrors().listen(heard::add)) {
            sending.accept(connection);
            connection.RTT();
            long counted = connection.getStatistics().getErrs();
            if (counted > before) {
                session.serverErrors().await(counted, COMPLAINTS_WITHIN);
            }
        }
        return heard;
    }

    /** Nobody else publishes here, and a subject may be another one in the server's words, where it is mapped. */
    static boolean isAboutPublishing(List<String> complaints) {
        return complaints.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).startsWith(PUBLISH));
    }

    static boolean isAboutSubscribing(List<String> complaints) {
        return complaints.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).startsWith(SUBSCRIBE));
    }
}
