package app.edgeglass.core.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which servers keep a stream.
 *
 * @param clustered whether the server is one of a cluster at all; else there is no leader to speak of
 * @param followers all but the leader
 */
public record Replicas(boolean clustered, Optional<String> leader, List<Follower> followers) {

    private static final Duration SILENT_AFTER = Duration.ofSeconds(10);

    /**
     * A server that follows.
     *
     * @param current whether it has what the leader has
     * @param seen how long ago it was heard of
     * @param lag how many operations it is behind
     */
    public record Follower(String name, boolean current, boolean offline, Duration seen, long lag) {

        /** A server that was killed is told to be offline only after minutes; it is not heard of at once. */
        public boolean isSilent() {
            return offline || (!current && seen.compareTo(SILENT_AFTER) > 0);
        }
    }

    static Replicas of(JsonNode cluster) {
        List<Follower> followers = cluster.path("replicas")
                .valueStream()
                .map(peer -> new Follower(
                        peer.path("name").asString(""),
                        peer.path("current").asBoolean(false),
                        peer.path("offline").asBoolean(false),
                        Duration.ofNanos(peer.path("active").asLong(0)),
                        peer.path("lag").asLong(0)))
                .toList();
        return new Replicas(
                cluster.has("name"),
                Optional.of(cluster.path("leader").asString("")).filter(name -> !name.isEmpty()),
                followers);
    }

    /** The largest lag of a follower. */
    public long lag() {
        return followers.stream().mapToLong(Follower::lag).max().orElse(0);
    }

    public boolean lacksLeader() {
        return clustered && leader.isEmpty();
    }
}
