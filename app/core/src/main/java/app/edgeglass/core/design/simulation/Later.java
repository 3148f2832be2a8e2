package app.edgeglass.core.design.simulation;

import java.time.Duration;

/** Runs something on the simulation's one thread. After its end it runs nothing any more. */
interface Later {

    void run(Duration delay, Runnable action);
}
