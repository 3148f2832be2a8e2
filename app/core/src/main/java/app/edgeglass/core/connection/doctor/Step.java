package app.edgeglass.core.connection.doctor;

import java.io.IOException;

/** How a stage is examined. */
@FunctionalInterface
interface Step {

    /**
     * Blocks, and may be interrupted.
     *
     * @throws app.edgeglass.core.error.Failure what is wrong, when there are no facts to tell besides
     */
    Outcome examine(Visit visit) throws IOException, InterruptedException;
}
