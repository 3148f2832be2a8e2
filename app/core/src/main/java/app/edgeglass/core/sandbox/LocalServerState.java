package app.edgeglass.core.sandbox;

import app.edgeglass.core.error.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a local server that was started is doing, and since when. */
public sealed interface LocalServerState {

    /** When this state began. */
    Instant since();

    /** It takes connections. */
    record Running(Instant since) implements LocalServerState {}

    /** It was asked to stop. */
    record Stopping(Instant since) implements LocalServerState {}

    /**
     * Its process is gone.
     *
     * @param exitCode as the system gave it; 128 + n after signal n
     * @param reason why; none when it was asked to stop
     */
    record Ended(Instant since, int exitCode, @Nullable Failure reason) implements LocalServerState {}
}
