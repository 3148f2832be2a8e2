package app.edgeglass.core.publish;

import java.util.Locale;

/**
 * Finds in what the server complains of the refusal of one subject. Its words are those of nats-server, such as
 * {@code Permissions Violation for Publish to "orders.new"}.
 */
final class Refusals {

    private static final String PUBLISH = "permissions violation for publish to ";
    private static final String REPLY = "permissions violation for publish with reply of ";
    private static final String SUBSCRIBE = "permissions violation for subscription to ";

    private Refusals() {}

    /** Whether publishing to the subject was refused. */
    static boolean ofPublish(String complaint, String subject) {
        return of(PUBLISH, complaint, subject);
    }

    /** Whether asking for answers on the subject was refused. */
    static boolean ofReply(String complaint, String replyTo) {
        return of(REPLY, complaint, replyTo);
    }

    /** Whether subscribing to the subject was refused. */
    static boolean ofSubscription(String complaint, String subject) {
        return of(SUBSCRIBE, complaint, subject);
    }

    /** Whether publishing was refused, to whatever subject. */
    static boolean ofAnyPublish(String complaint) {
        return complaint.toLowerCase(Locale.ROOT).startsWith(PUBLISH);
    }

    private static boolean of(String start, String complaint, String subject) {
        // The server quotes as Go does (%q); the client takes every apostrophe out.
        String quoted =
                '"' + subject.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "") + '"';
        return complaint.toLowerCase(Locale.ROOT).startsWith(start) && complaint.startsWith(quoted, start.length());
    }
}
