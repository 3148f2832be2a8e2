package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Link.Reconnect;
import java.time.Duration;

/**
 * How patient a session is.
 *
 * @param connect how long one attempt to connect, or one answer to a ping, may take
 * @param reconnectWait the longest pause between two rounds of attempts; a profile's own where that is shorter
 * @param ping how often the client makes sure that the server is there, unless the profile says it; a link that died
 *     without a word is given up after two or three of these
 * @param rtt how often the round-trip time is measured
 * @param drain how long the end may wait for what was published before
 */
record Tempo(Duration connect, Duration reconnectWait, Duration ping, Duration rtt, Duration drain) {

    private static final Duration HAND_OVER = Duration.ofMillis(250);

    static final Tempo NORMAL = new Tempo(
            Duration.ofSeconds(5),
            Duration.ofDays(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2));

    /** How long a message may wait for room in the outgoing queue. */
    Duration handOver() {
        return HAND_OVER;
    }

    /** What a profile wishes, within this patience. */
    Reconnect adapted(Reconnect wished) {
        return wished.longest().compareTo(reconnectWait) <= 0
                ? wished
                : new Reconnect(
                        wished.wanted(),
                        wished.first().compareTo(reconnectWait) < 0 ? wished.first() : reconnectWait,
                        reconnectWait);
    }
}
