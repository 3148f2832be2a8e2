package app.edgeglass.core.consumer;

/**
 * A follower of a consumer that several servers keep.
 *
 * @param current whether it has what the leader has
 * @param lag how many operations it is behind
 */
public record Peer(String name, boolean current, boolean offline, long lag) {}
