package app.edgeglass.core.design.simulation;

import app.edgeglass.core.error.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a simulation is doing, and since when. */
public sealed interface SimulationState {

    Instant since();

    /** It sends. */
    record Running(Instant since) implements SimulationState {}

    /** The session has no connection; it goes on by itself when that is back. */
    record Waiting(Instant since) implements SimulationState {}

    /**
     * At its end.
     *
     * @param reason why; none when it was stopped
     */
    record Stopped(Instant since, @Nullable Failure reason) implements SimulationState {}
}
