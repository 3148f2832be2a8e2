package app.edgeglass.core.connection;

import java.time.Duration;

/**
 * How patient a session is.
 *
 * @param connect how long one attempt to connect, or one answer to a ping, may take
 * @param reconnectWait the pause between two rounds of attempts
 * @param reconnectJitter the most that is added to that pause, by chance; never zero, see below
 * @param ping how often the client makes sure that the server is there; a link that died without a word is given up after
 *     two or three of these
 * @param rtt how often the round-trip time is measured
 * @param drain how long the end may wait for what was published before
 */
record Tempo(
        Duration connect,
        Duration reconnectWait,
        Duration reconnectJitter,
        Duration ping,
        Duration rtt,
        Duration drain) {

    static final Tempo NORMAL = new Tempo(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2));

    Tempo {
        if (reconnectJitter.toNanos() < 1) {
            throw new IllegalArgumentException("with a jitter of zero, jnats 2.26.2 stops reconnecting without a word");
        }
    }
}
