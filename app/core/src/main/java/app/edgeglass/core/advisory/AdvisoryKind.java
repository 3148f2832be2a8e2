package app.edgeglass.core.advisory;

/** What an advisory is about, as one looks for it. */
public enum AdvisoryKind {
    /** A stream was created, updated or deleted; a batch was abandoned. */
    STREAM,
    /** A consumer was created, deleted, paused, pinned. */
    CONSUMER,
    /** A message was refused, given up or delivered too often. */
    DELIVERY,
    /** A leader was elected, a quorum or a server lost. */
    CLUSTER,
    /** Saved or restored. */
    BACKUP,
    /** The API was asked for a change. */
    CHANGE,
    /** The API was asked for something else. */
    QUESTION,
    /** The connection was away: what was told meanwhile is lost. */
    GAP,
    /** Something that this program does not know. */
    OTHER
}
