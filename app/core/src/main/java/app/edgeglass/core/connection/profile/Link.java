package app.edgeglass.core.connection.profile;

import java.time.Duration;
import java.util.Optional;

/**
 * How the connection behaves on the wire.
 *
 * @param socksProxy host and port of a SOCKS proxy, such as {@code 10.0.0.1:1080}
 * @param inboxPrefix where answers are sent to, without the last point; empty for the protocol's {@code _INBOX}
 * @param echo whether the server sends back what this connection publishes
 * @param ping how often it is made sure that the server is there; a dead link is given up after two of these
 * @param reconnect what happens after a loss
 * @param connectionName what the server is told of us; empty for the program's name, version and the profile's name
 */
public record Link(
        Optional<HostAndPort> socksProxy,
        String inboxPrefix,
        boolean echo,
        Duration ping,
        Reconnect reconnect,
        String connectionName) {

    public static final Duration DEFAULT_PING = Duration.ofSeconds(10);
    public static final Link DEFAULT = new Link(Optional.empty(), "", true, DEFAULT_PING, Reconnect.DEFAULT, "");

    /** A host with a port from 1 to 65535. */
    public record HostAndPort(String host, int port) {

        private static final int LAST_PORT = 65_535;

        public HostAndPort {
            if (host.isBlank() || port < 1 || port > LAST_PORT) {
                throw new IllegalArgumentException(host + ":" + port);
            }
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * What happens after a loss: attempts with growing pauses.
     *
     * @param wanted whether to come back at all by itself
     * @param first the pause after the first round of attempts in vain; each further one is twice as long
     * @param longest no pause is longer; a third is added by chance, so that a site's clients do not all come at once
     */
    public record Reconnect(boolean wanted, Duration first, Duration longest) {

        /** However long a server was away, what is published on its return is heard within three seconds. */
        public static final Reconnect DEFAULT = new Reconnect(true, Duration.ofMillis(250), Duration.ofSeconds(2));

        public Reconnect {
            if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
                throw new IllegalArgumentException("pauses from " + first + " to " + longest);
            }
        }
    }

    public Link withEcho(boolean wanted) {
        return new Link(socksProxy, inboxPrefix, wanted, ping, reconnect, connectionName);
    }
}
