package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.error.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Examines step by step what stands between here and a connection of full use, with a sentence and a remedy for whatever
 * does not work. Nothing on the server is changed by it, and nothing of it stays there.
 */
public final class ConnectionDoctor {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDoctor.class);

    private final Clock clock;
    private final Patience patience;
    private final Map<Stage, Step> steps = new EnumMap<>(Map.of(
            Stage.NAME, new NameStep(),
            Stage.TCP, new TcpStep(),
            Stage.WEBSOCKET, new WebSocketStep(),
            Stage.INFO, new InfoStep(),
            Stage.TLS, new TlsStep(),
            Stage.SIGN_IN, new SignInStep(),
            Stage.ROUND_TRIP, new RoundTripStep(),
            Stage.JETSTREAM, new JetStreamStep(),
            Stage.PERMISSIONS, new PermissionStep(),
            Stage.MONITORING, new MonitoringStep()));

    public ConnectionDoctor(Clock clock) {
        this(clock, Patience.NORMAL);
    }

    ConnectionDoctor(Clock clock, Patience patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Examines each URL of a profile, one after the other. Blocks, for some seconds for each stage at most; an interrupt
     * breaks it off.
     *
     * @param onFinding is told of each stage when it begins and when it ends, on the calling thread. Which stages there will
     *     be says {@link Stage#of}
     * @return all of it; after an interrupt as far as it came, with the rest as {@link Outcome.NotReached} and the thread
     *     still interrupted
     */
    public Diagnosis examine(Profile profile, Secrets secrets, Consumer<Finding> onFinding) {
        Instant begun = clock.instant();
        var findings = new ArrayList<Finding>();
        for (ServerUrl url : profile.urls()) {
            try (var visit = new Visit(profile, url, secrets, clock, patience)) {
                examine(visit, Stage.of(profile, url), finding -> {
                    if (finding.outcome().isEnd()) {
                        findings.add(finding);
                    }
                    onFinding.accept(finding);
                });
            }
        }
        return new Diagnosis(profile, begun, findings);
    }

    private void examine(Visit visit, List<Stage> stages, Consumer<Finding> onFinding) {
        var failed = new ArrayList<Stage>();
        for (Stage stage : stages) {
            if (Thread.currentThread().isInterrupted()) {
                onFinding.accept(notReached(visit, stage, WORDS.say("doctor.broken-off")));
                continue;
            }
            var hindrance = failed.stream().filter(stage::needs).findFirst();
            if (hindrance.isPresent()) {
                onFinding.accept(notReached(
                        visit,
                        stage,
                        WORDS.say("doctor.hindered", hindrance.get().title())));
                continue;
            }
            onFinding.accept(new Finding(visit.url(), stage, new Outcome.Running(), Duration.ZERO));
            long start = System.nanoTime();
            Outcome outcome = examine(visit, stage);
            if (outcome instanceof Outcome.Failed) {
                failed.add(stage);
            }
            onFinding.accept(new Finding(visit.url(), stage, outcome, Duration.ofNanos(System.nanoTime() - start)));
        }
    }

    private static Finding notReached(Visit visit, Stage stage, String why) {
        return new Finding(visit.url(), stage, new Outcome.NotReached(why), Duration.ZERO);
    }

    /** On a thread that may be left behind: looking up a name, for one, cannot be interrupted. */
    private Outcome examine(Visit visit, Stage stage) {
        Step step = Objects.requireNonNull(steps.get(stage));
        var task = new FutureTask<>(() -> step.examine(visit));
        Thread.ofVirtual().name("edgeglass-doctor-" + stage).start(task);
        try {
            return task.get(patience.stage().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Failure failure = Failure.in(e.getCause() == null ? e : e.getCause());
            if (failure.isBug()) {
                LOG.error("Examining {}", stage, failure);
            }
            return new Outcome.Failed(failure, Facts.NONE);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new Outcome.Failed(
                    Failure.of(
                            "doctor.too-long",
                            visit.url().shown(),
                            patience.stage().toSeconds()),
                    Facts.NONE);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.NotReached(WORDS.say("doctor.broken-off"));
        }
    }
}
