package app.edgeglass.core.design.simulation;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A design that is run: its subjects are published, its requests sent and answered, its consumers worked on, until it is
 * stopped or its session closed. All of it happens on one thread. While the session has no connection it waits, and goes on by
 * itself afterwards.
 *
 * <p>Best on a session of its own: on one without echo nobody there sees what is published, and its own responders get
 * no requests.
 *
 * <p>Starting, stopping and removing block and belong on a thread that may wait; the rest may be called from any.
 */
public final class Simulation implements AutoCloseable {

    /** The thread's name. */
    public static final String THREAD = "edgeglass-simulation";

    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final int END_SECONDS = 5;
    private static final Duration FLUSH = Duration.ofSeconds(2);

    private final SubjectDesign design;
    private final Session session;
    private final Clock clock;
    private final Tally tally = new Tally();
    private final ScheduledThreadPoolExecutor scheduler;
    private final Stage stage;
    private List<Asset> assets = List.of();
    private @Nullable Dispatcher dispatcher;
    private @Nullable Conductor conductor;
    private volatile SimulationState state;

    private Simulation(SubjectDesign design, Session session, Clock clock) {
        this.design = design;
        this.session = session;
        this.clock = clock;
        this.state = new SimulationState.Waiting(clock.instant());
        this.scheduler = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, THREAD);
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.stage =
                new Stage(design, new Wire(session, tally), this::later, clock, new SplittableRandom(design.seed()));
    }

    /** As {@link #start(SubjectDesign, Session, double, Clock)}, at the design's own speed. */
    public static Simulation start(SubjectDesign design, Session session) {
        return start(design, session, 1, Clock.systemUTC());
    }

    /**
     * Creates what the design keeps on the server, as far as it is not there, and starts. What is there as the design asks for
     * it is used; nothing is ever changed or deleted.
     *
     * @param speed how many times as fast as the design says, 0.01 to 1,000
     * @param clock tells the time that messages hold
     * @throws Failure {@code guard.read-only}, {@code session.not-live}, {@code design.different} and
     *     {@code design.no-jetstream} before anything is changed; {@code design.refused}, {@code design.no-answer},
     *     {@code design.broken-off} on the way
     */
    public static Simulation start(SubjectDesign design, Session session, double speed, Clock clock) {
        session.guard().allow(Change.runDesign(design.title()));
        Connection connection = session.liveConnection();
        var simulation = new Simulation(design, session, clock);
        try {
            simulation.begin(connection, speed);
            return simulation;
        } catch (IOException | JetStreamApiException e) {
            simulation.end(null);
            throw Failure.because(e, "design.no-answer", design.title());
        } catch (RuntimeException e) {
            simulation.end(null);
            throw e;
        }
    }

    private void begin(Connection connection, double speed) throws IOException, JetStreamApiException {
        List<KeyPlayer> keys = new ArrayList<>();
        if (design.needsJetStream()) {
            assets = new Assets(design, connection).prepare();
            var fill = new KeyFill(design, connection);
            design.buckets().forEach(bucket -> {
                var own = bucket.keys().stream()
                        .map(key -> new KeyPlayer(bucket, key, stage))
                        .toList();
                fill.fill(bucket, own);
                keys.addAll(own);
            });
        }
        var beats = new ArrayList<Beat>();
        keys.forEach(player -> beats.addAll(player.beats()));
        design.flows().forEach(flow -> beats.addAll(new FlowPlayer(flow, stage).beats()));
        design.requesters().forEach(requester -> beats.addAll(new RequestPlayer(requester, stage).beats()));
        listen(connection, beats);
        var leader = new Conductor(
                beats, speed, tally, System::nanoTime, stage.random().split());
        conductor = leader;
        become(new SimulationState.Running(clock.instant()));
        later(Duration.ZERO, () -> turn(leader));
    }

    private void listen(Connection connection, List<Beat> beats) throws IOException, JetStreamApiException {
        var listener = connection.createDispatcher();
        dispatcher = listener;
        design.responders().forEach(responder -> new ResponderPlayer(responder, stage).listen(listener));
        design.deadLetters().forEach(letter -> new DeadLetterPlayer(letter, stage).listen(listener));
        for (var consumer : design.consumers()) {
            if (consumer.worker().isPresent()) {
                var player = new WorkerPlayer(consumer, consumer.worker().get(), stage);
                player.listen(listener);
                beats.addAll(player.beats());
            }
        }
    }

    private void turn(Conductor leader) {
        Duration wait = WAIT;
        switch (session.state()) {
            case SessionState.Live _ -> {
                if (state instanceof SimulationState.Waiting) {
                    become(new SimulationState.Running(clock.instant()));
                }
                wait = Duration.ofNanos(leader.turn());
            }
            case SessionState.Closed closed -> {
                end(closed.reason());
                return;
            }
            case SessionState.Idle _, SessionState.Connecting _, SessionState.Reconnecting _ -> {
                leader.rest();
                if (state instanceof SimulationState.Running) {
                    become(new SimulationState.Waiting(clock.instant()));
                }
            }
        }
        later(wait, () -> turn(leader));
    }

    private void later(Duration delay, Runnable action) {
        try {
            var _ = scheduler.schedule(() -> attempt(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // It was stopped meanwhile.
        }
    }

    /** A bug in one action must not end the world without a word. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("Simulation of {}", design.name(), e);
            end(Failure.in(e));
        }
    }

    public SubjectDesign design() {
        return design;
    }

    public SimulationState state() {
        return state;
    }

    public SimulationProgress progress() {
        return tally.progress();
    }

    /** How many times as fast as the design says. */
    public double speed() {
        var leader = conductor;
        return leader == null ? 1 : leader.speed();
    }

    /** @param speed 0.01 to 1,000; replies and the work of consumers take as long as before */
    public void setSpeed(double speed) {
        var leader = conductor;
        if (leader != null) {
            leader.setSpeed(speed);
        }
    }

    /** What it keeps on the server, also after it has stopped. */
    public List<Asset> assets() {
        return assets;
    }

    /**
     * Stops: nothing is sent any more, and no subscription is left. Streams, consumers and buckets stay. Harmless when it has
     * stopped. Blocks for some seconds at most.
     *
     * @return what remains on the server
     */
    public List<Asset> stop() {
        end(null);
        try {
            if (!scheduler.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                // It hangs in a send: only now is it interrupted, since that may lose the message.
                scheduler.shutdownNow();
            }
            session.liveConnection().flush(FLUSH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | Failure e) {
            LOG.info("Stopped without a flush: {}", e.toString());
        }
        return assets;
    }

    /** What {@link #removeAssets} takes away, for the guard's question. */
    public Destruction removal() {
        return Destruction.removeDesign(design.title(), assets.size());
    }

    /**
     * Stops, and removes from the server what this world created there, now or at an earlier run, with all that is in it.
     *
     * @param typed what the person typed when asked for the {@link #removal}; see {@code ChangeGuard}
     * @throws Failure {@code guard.read-only}, {@code guard.other-name}, {@code session.not-live},
     *     {@code design.not-removed}
     */
    public Removal removeAssets(String typed) {
        stop();
        session.guard().allow(removal(), typed);
        if (assets.isEmpty()) {
            return new Removal(List.of(), List.of());
        }
        try {
            return new AssetRemoval(design.name(), session.liveConnection()).remove(assets);
        } catch (IOException e) {
            throw Failure.because(e, "design.no-answer", design.title());
        }
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized void become(SimulationState next) {
        if (!(state instanceof SimulationState.Stopped)) {
            state = next;
        }
    }

    private synchronized void end(@Nullable Failure reason) {
        if (state instanceof SimulationState.Stopped) {
            return;
        }
        state = new SimulationState.Stopped(clock.instant(), reason);
        scheduler.shutdown();
        tally.rest();
        var listener = dispatcher;
        if (listener == null) {
            return;
        }
        try {
            session.openConnection().closeDispatcher(listener);
        } catch (Failure | IllegalArgumentException | IllegalStateException e) {
            LOG.debug("The connection has closed the subscriptions already: {}", e.toString());
        }
    }
}
