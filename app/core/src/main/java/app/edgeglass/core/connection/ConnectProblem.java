package app.edgeglass.core.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Why one attempt to connect failed, in the order of how far it got: of several, the one that got farthest says most.
 */
enum ConnectProblem {
    UNKNOWN_HOST("connect.unknown-host"),
    UNREACHABLE("connect.unreachable"),
    TIMEOUT("connect.timeout"),
    REFUSED("connect.refused"),
    /** Met by the SOCKS proxy, not by us. */
    BEHIND_PROXY("connect.proxy-refused"),
    SILENT("connect.silent"),
    NO_NATS("connect.no-nats"),
    TLS("connect.tls"),
    TURNED_AWAY("connect.turned-away"),
    AUTHENTICATION("connect.authentication");

    private final String key;

    ConnectProblem(String key) {
        this.key = key;
    }

    /** Names the failure. */
    String key() {
        return key;
    }

    /** What an exception of the client means; empty when it says nothing. */
    static Optional<ConnectProblem> in(Throwable thrown) {
        Throwable root = root(thrown);
        return Optional.ofNullable(
                switch (root) {
                    case UnknownHostException e -> UNKNOWN_HOST;
                    case UnresolvedAddressException e -> UNKNOWN_HOST;
                    case NoRouteToHostException e -> UNREACHABLE;
                    case SocketTimeoutException e -> TIMEOUT;
                    case ConnectException e -> ofConnect(words(e));
                    // The time ran out while the client waited for the server's first line.
                    case TimeoutException e -> SILENT;
                    case SSLException e -> TLS;
                    case SocketException e -> ofSocket(words(e));
                    case IOException e -> ofGreeting(words(e));
                    // From the client's WebSocket, when the answer to its upgrade is another.
                    case IllegalStateException e -> NO_NATS;
                    default -> null;
                });
    }

    /** What the client, its tasks and the JDK's way to a proxy have wrapped. */
    static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null
                && (root instanceof ExecutionException
                        || root.getClass() == IOException.class
                        || root.getClass() == SocketException.class)) {
            root = root.getCause();
        }
        return root;
    }

    /** Whether it says that no connection came about at all. */
    boolean isOfTheWay() {
        return compareTo(BEHIND_PROXY) <= 0;
    }

    private static ConnectProblem ofSocket(String words) {
        if (words.contains("unreachable") && !words.contains("socks")) {
            return UNREACHABLE;
        }
        // The JDK's words for what a proxy answers.
        return words.contains("socks") ? BEHIND_PROXY : NO_NATS;
    }

    private static ConnectProblem ofGreeting(String words) {
        if (words.contains("ssl ")) {
            return TLS;
        }
        // A server that is full greets and refuses in one go, which the client does not read.
        return words.contains("past initial info") ? TURNED_AWAY : NO_NATS;
    }

    private static ConnectProblem ofConnect(String words) {
        if (words.contains("unreachable") || words.contains("no route")) {
            return UNREACHABLE;
        }
        return words.contains("timed out") ? TIMEOUT : REFUSED;
    }

    /** What the server said before it closed the connection. */
    static ConnectProblem said(String error) {
        String lower = error.toLowerCase(Locale.ROOT);
        // “Authentication Timeout” is no refusal: the link was too slow to say who we are.
        boolean refused = lower.contains("authorization") || lower.contains("authentication");
        return refused && !lower.contains("timeout") ? AUTHENTICATION : TURNED_AWAY;
    }

    /** Whether credentials were good once ({@code User Authentication Expired} of the protocol). */
    static boolean isExpired(String error) {
        return error.toLowerCase(Locale.ROOT).contains("authentication expired");
    }

    /** Whether credentials were taken back while they were in use ({@code User Authentication Revoked}). */
    static boolean isRevoked(String error) {
        return error.toLowerCase(Locale.ROOT).contains("authentication revoked");
    }

    private static String words(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    }
}
