package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.Link.Reconnect;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next round of attempts: twice as long each time, up to a bound, and a little by chance. */
record Backoff(Reconnect wished) {

    /** Beyond this many doublings every pause is the longest. */
    private static final int MOST_DOUBLINGS = 30;

    /** In longest pauses: time enough for an operator, or for a service that decides on credentials, to mend it. */
    private static final int AFTER_REFUSAL = 5;

    /**
     * @param rounds how many rounds of attempts at all servers have been in vain, from 1 on
     * @return never nothing
     */
    Duration after(long rounds) {
        long doublings = Math.clamp(rounds - 1, 0, MOST_DOUBLINGS);
        return withChance(Math.min(wished.longest().toMillis(), wished.first().toMillis() << doublings));
    }

    /** After credentials were refused: another attempt soon would be refused as well, and is the last one. */
    Duration afterRefusal() {
        return withChance(AFTER_REFUSAL * wished.longest().toMillis());
    }

    private static Duration withChance(long millis) {
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 3 + 1));
    }
}
