package app.edgeglass.core.connection.doctor;

import java.time.Duration;

/**
 * How long the doctor waits.
 *
 * @param each for one address to connect, one word to be said, one answer to come
 * @param stage no stage takes longer than this, whatever hangs in it
 * @param monitoringPort where the monitoring page is looked for
 */
record Patience(Duration each, Duration stage, int monitoringPort) {

    static final Patience NORMAL = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(15), 8222);

    int eachMillis() {
        return (int) each.toMillis();
    }
}
