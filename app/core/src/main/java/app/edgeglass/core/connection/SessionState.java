package app.edgeglass.core.connection;

import app.edgeglass.core.error.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a session is doing, and since when. */
public sealed interface SessionState {

    /** When this state began. */
    Instant since();

    /** Not opened yet. */
    record Idle(Instant since) implements SessionState {}

    /** The first attempt to reach a server is under way. */
    record Connecting(Instant since) implements SessionState {}

    /** Connected. */
    record Live(Instant since, ServerDetails server) implements SessionState {}

    /** The connection was lost; attempts go on until the session is closed. What the server sent meanwhile is lost. */
    record Reconnecting(Instant since, String lastServer) implements SessionState {}

    /**
     * At its end.
     *
     * @param reason why; none when the person closed it
     */
    record Closed(Instant since, @Nullable Failure reason) implements SessionState {}
}
