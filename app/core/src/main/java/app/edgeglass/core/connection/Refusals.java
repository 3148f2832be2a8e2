package app.edgeglass.core.connection;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds in what the server complains of the refusal of one subject. Its words are those of nats-server, such as
 * {@code Permissions Violation for Publish to "orders.new"}.
 */
public final class Refusals {

    private static final String PUBLISH = "permissions violation for publish to ";
    private static final String REPLY = "permissions violation for publish with reply of ";
    private static final String SUBSCRIBE = "permissions violation for subscription to ";
    private static final String GROUP = " using queue ";
    private static final String TAKEN_AWAY = " (sid ";

    private Refusals() {}

    /** Whether publishing to the subject was refused. */
    public static boolean ofPublish(String complaint, String subject) {
        return of(PUBLISH, complaint, subject);
    }

    /** Whether asking for answers on the subject was refused. */
    public static boolean ofReply(String complaint, String replyTo) {
        return of(REPLY, complaint, replyTo);
    }

    /** Whether subscribing to the subject was refused, with whatever queue group. */
    public static boolean ofSubscription(String complaint, String subject) {
        return of(SUBSCRIBE, complaint, subject);
    }

    /**
     * Whether subscribing to the subject in this queue group was refused, or without one. A server that takes a permission
     * away from a subscription that stands does not name the group, but means all of them.
     */
    public static boolean ofSubscription(String complaint, String subject, Optional<String> queue) {
        if (!of(SUBSCRIBE, complaint, subject)) {
            return false;
        }
        int group =
                complaint.indexOf(GROUP, SUBSCRIBE.length() + quoted(subject).length());
        return group < 0
                ? queue.isEmpty() || complaint.contains(TAKEN_AWAY)
                : queue.isPresent() && complaint.startsWith(quoted(queue.get()), group + GROUP.length());
    }

    /** Whether publishing was refused, to whatever subject. */
    public static boolean ofAnyPublish(String complaint) {
        return complaint.toLowerCase(Locale.ROOT).startsWith(PUBLISH);
    }

    private static boolean of(String start, String complaint, String subject) {
        return complaint.toLowerCase(Locale.ROOT).startsWith(start)
                && complaint.startsWith(quoted(subject), start.length());
    }

    /** The server quotes as Go does (%q); the client takes every apostrophe out. */
    private static String quoted(String subject) {
        return '"' + subject.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "") + '"';
    }
}
