package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Budget;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.sandbox.LocalServerOptions;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.sandbox.NatsServerBinary;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes the session of the window. One at a time: opening another closes the first, in the background.
 * Everything here is called on the window's thread.
 */
public final class ConnectionViewModel {

    /** How it stands. */
    public sealed interface Standing {

        /** Nothing is open. */
        record Idle() implements Standing {}

        /**
         * On the way.
         *
         * @param to where, for a person's eyes
         */
        record Opening(String to) implements Standing {}

        /** Open; the session itself says whether it is live. */
        record Open(OpenSession open) implements Standing {}

        /**
         * It did not come about.
         *
         * @param to where, as it was typed; empty for the local server
         */
        record Failed(String to, Failure failure) implements Standing {}
    }

    /** What has not ended by then is left to itself; a local server ends with the program, whatever happens. */
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    /** The folder of the server without a world; no design is called so, since names have no dots. */
    private static final String EMPTY_WORLD = "empty.server";

    private final TaskRunner runner;
    private final Clock clock;
    private final Supplier<Budget> budget;
    private final Function<String, SubjectDesign> designs;
    private final Supplier<LocalServerSettings> local;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.Idle());
    private final ReadOnlyObjectWrapper<@Nullable OpenSession> open = new ReadOnlyObjectWrapper<>();

    private @Nullable RunningTask opening;
    /** The one under way. */
    private @Nullable Attempt attempt;

    private Runnable again = () -> {};
    /** What is still ending in the background. */
    private final List<CountDownLatch> endings = new ArrayList<>();

    /**
     * @param budget what the next feed may take
     * @param designs reads a sample world by its name, or throws a {@link Failure}; may block
     * @param local how the next local server is started
     */
    public ConnectionViewModel(
            TaskRunner runner,
            Clock clock,
            Supplier<Budget> budget,
            Function<String, SubjectDesign> designs,
            Supplier<LocalServerSettings> local) {
        this.local = local;
        this.runner = runner;
        this.clock = clock;
        this.budget = budget;
        this.designs = designs;
    }

    /**
     * Connects to a server.
     *
     * @param urls one or more, with commas between them
     */
    public void connect(String urls) {
        again = () -> connect(urls);
        cancel();
        Profile profile;
        try {
            profile = Profile.of(urls);
        } catch (Failure failure) {
            standing.set(new Standing.Failed(urls, failure));
            return;
        }
        open(urls, profile.name(), () -> openSession(key(profile), profile, Optional.empty()));
    }

    /**
     * Starts the local server, with a world on it.
     *
     * @param sample the world's name; empty for a server without one
     */
    public void startLocal(String sample) {
        again = () -> startLocal(sample);
        open("", Texts.WORDS.say("connect.local"), () -> openLocal(sample));
    }

    /** Off the window's thread. */
    private OpenSession openLocal(String sample) {
        Optional<SubjectDesign> design = sample.isEmpty() ? Optional.empty() : Optional.of(designs.apply(sample));
        var options = LocalServerOptions.of(NatsServerBinary.find())
                .with(local.get(), design.map(SubjectDesign::name).orElse(EMPTY_WORLD));
        LocalWorld world = LocalWorld.start(options, design, clock);
        try {
            String name = design.map(SubjectDesign::title).orElseGet(() -> Texts.WORDS.say("connect.local"));
            return openSession(
                    "sample:" + sample, Profile.of(world.server().url()).named(name), Optional.of(world));
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** Off the window's thread. */
    private OpenSession openSession(String key, Profile profile, Optional<LocalWorld> world) {
        var session = new Session(profile, clock);
        session.open();
        return new OpenSession(key, session, new Feed(session, budget.get()), world);
    }

    /** Says why what was asked for at the start cannot be. */
    public void refuse(Failure failure) {
        standing.set(new Standing.Failed("", failure));
    }

    private static String key(Profile profile) {
        return profile.urls().stream().map(ServerUrl::hostAndPort).collect(Collectors.joining(","));
    }

    private void open(String typed, String to, Callable<OpenSession> work) {
        cancel();
        OpenSession before = open.get();
        open.set(null);
        standing.set(new Standing.Opening(to));
        CountDownLatch closed = close(before);
        var trying = new Attempt();
        attempt = trying;
        RunningTask task = runner.start(
                "connect",
                () -> trying.open(() -> {
                    // One at a time: two worlds at once would be heavy on a small machine.
                    closed.await();
                    return work.call();
                }),
                this::opened,
                failure -> {
                    attempt = null;
                    standing.set(new Standing.Failed(typed, failure));
                });
        opening = trying.equals(attempt) ? task : null;
    }

    private void opened(OpenSession opened) {
        attempt = null;
        standing.set(new Standing.Open(opened));
        open.set(opened);
    }

    /** Breaks off what is being opened. */
    public void cancel() {
        RunningTask running = opening;
        Attempt trying = attempt;
        if (running != null && trying != null) {
            running.cancel();
            attempt = null;
            endings.add(trying.ended());
            close(trying.giveUp());
            standing.set(new Standing.Idle());
        }
    }

    /** Does the last thing that was asked for again. */
    public void tryAgain() {
        again.run();
    }

    /** The person has read why something could not be opened: from now on it counts what is open, if anything. */
    public void acknowledge() {
        if (standing.get() instanceof Standing.Failed) {
            OpenSession present = open.get();
            standing.set(present == null ? new Standing.Idle() : new Standing.Open(present));
        }
    }

    /** Closes what is open, in the background. */
    public void disconnect() {
        cancel();
        OpenSession closing = open.get();
        open.set(null);
        standing.set(new Standing.Idle());
        close(closing);
    }

    /** Closes in the background; the answer falls when that is done. */
    private CountDownLatch close(@Nullable OpenSession closing) {
        if (closing == null) {
            return new CountDownLatch(0);
        }
        var closed = new CountDownLatch(1);
        endings.removeIf(ending -> ending.getCount() == 0);
        endings.add(closed);
        var _ = runner.start(
                "disconnect",
                () -> {
                    try {
                        closing.close();
                    } finally {
                        closed.countDown();
                    }
                    return true;
                },
                done -> {},
                failure -> {});
        return closed;
    }

    /** Closes what is open, and waits for it and for what is ending already; for the end of the program. */
    public void closeNow() {
        cancel();
        close(open.get());
        open.set(null);
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        try {
            for (CountDownLatch ending : List.copyOf(endings)) {
                var _ = ending.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What is open; none while nothing is. */
    public ReadOnlyObjectProperty<@Nullable OpenSession> openProperty() {
        return open.getReadOnlyProperty();
    }
}
