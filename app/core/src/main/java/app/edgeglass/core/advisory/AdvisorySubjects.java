package app.edgeglass.core.advisory;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.JetStreamPlace;
import java.util.List;
import java.util.Optional;

/**
 * Where the advisories of a stream come. They have no domain in their subject, as the API has: they go through leaf
 * connections as they are, with the domain in what they say.
 *
 * <p>Source: {@code jetstream_api.go} of nats-server 2.10 to 2.15. The documentation names three of them otherwise
 * ({@code MSG_NAK}, {@code GROUP_PINNED}, {@code GROUP_UNPINNED}), under which nothing comes.
 */
public final class AdvisorySubjects {

    public static final String MAX_DELIVERIES = "MAX_DELIVERIES";
    public static final String TERMINATED = "MSG_TERMINATED";

    private static final String ROOT = "$JS.EVENT.ADVISORY.";

    private AdvisorySubjects() {}

    /** All that concerns a stream, and what concerns all of JetStream. */
    static List<String> of(String stream) {
        return List.of(
                ROOT + "STREAM.*." + stream,
                ROOT + "CONSUMER.*." + stream + ".*",
                ROOT + "API",
                ROOT + "DOMAIN.>",
                ROOT + "SERVER.>");
    }

    /** @param what such as {@link #MAX_DELIVERIES} */
    public static String ofConsumers(String what, String stream) {
        return ROOT + "CONSUMER." + what + "." + stream + ".*";
    }

    /** By which what comes from elsewhere is told apart; what is not known lets all through. */
    public static Optional<String> domain(Session session) {
        return session.profile().jetStream() instanceof JetStreamPlace.Domain place
                ? Optional.of(place.name())
                : session.jetStream().flatMap(details -> details.domain());
    }
}
