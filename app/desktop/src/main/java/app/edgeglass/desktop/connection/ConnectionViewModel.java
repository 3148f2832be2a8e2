package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.auth.SignIn;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.SharedBudget;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes the session of one tab. One at a time: opening another closes the first, in the background. Everything
 * here is called on the window's thread.
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

        /** A secret is needed that nobody knows yet; see {@link #give}. */
        record Wanting(Target.Server target, Secret secret) implements Standing {}
    }

    /**
     * There is one local server for the whole window: two worlds at once would be heavy on a small machine, and want the
     * same port and folder.
     */
    public interface LocalServerTurn {

        /**
         * Makes room for another local server.
         *
         * @param go is called with what has still to end before it may start; never when the person wants to keep the other
         */
        void take(ConnectionViewModel by, Consumer<List<CountDownLatch>> go);
    }

    /** What has not ended by then is left to itself; a local server ends with the program, whatever happens. */
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    /** The folder of the server without a world; no design is called so, since names have no dots. */
    private static final String EMPTY_WORLD = "empty.server";

    private final TaskRunner runner;
    private final Clock clock;
    private final SharedBudget budget;
    private final Function<String, SubjectDesign> designs;
    private final Supplier<LocalServerSettings> local;
    private final LocalServerTurn turn;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.Idle());
    private final ReadOnlyObjectWrapper<@Nullable OpenSession> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Target> target = new ReadOnlyObjectWrapper<>(Target.NOTHING);

    private @Nullable RunningTask opening;
    /** The one under way. */
    private @Nullable Attempt attempt;

    private @Nullable RunningTask lookingUp;
    /** What is being looked up; nothing when that has ended. */
    private @Nullable Object lookup;

    /** Whether what failed last was tried; what was mistyped was not. */
    private boolean tried;

    /** What is still ending in the background. */
    private final List<CountDownLatch> endings = new ArrayList<>();

    /**
     * @param budget what all feeds may take together
     * @param designs reads a sample world by its name, or throws a {@link Failure}; may block
     * @param local how the next local server is started
     */
    public ConnectionViewModel(
            TaskRunner runner,
            Clock clock,
            SharedBudget budget,
            Function<String, SubjectDesign> designs,
            Supplier<LocalServerSettings> local,
            LocalServerTurn turn) {
        this.local = local;
        this.turn = turn;
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
        Profile profile;
        try {
            profile = Profile.of(urls);
        } catch (Failure failure) {
            cancel();
            tried = false;
            standing.set(new Standing.Failed(urls, failure));
            return;
        }
        connect(Target.Server.typed(profile, urls));
    }

    /** Connects by a profile; what secret of it is not known is asked for. */
    public void connect(Profile profile, Secrets secrets) {
        connect(Target.Server.of(profile, secrets));
    }

    /** Connects to what was asked for before, here or in another tab. */
    public void connect(Target.Server server) {
        Profile profile = server.profile();
        open(
                server,
                List.of(),
                profile.name(),
                () -> openSession(key(profile), profile, server.secrets(), Optional.empty()));
    }

    /** Gives the secret that was wanted, and goes on with it. */
    public void give(SecretValue value) {
        if (standing.get() instanceof Standing.Wanting(var server, var secret)) {
            connect(server.with(secret, value));
        }
    }

    /** Asks for a secret again that was refused. */
    public void retype(Secret secret) {
        if (target.get() instanceof Target.Server server) {
            standing.set(new Standing.Wanting(server, secret));
        }
    }

    /**
     * Starts the local server, with a world on it.
     *
     * @param sample the world's name; empty for a server without one
     */
    public void startLocal(String sample) {
        turn.take(
                this,
                before -> open(
                        new Target.World(sample), before, Texts.WORDS.say("connect.local"), () -> openLocal(sample)));
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
                    "sample:" + sample, Profile.of(world.server().url()).named(name), Secrets.NONE, Optional.of(world));
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** Off the window's thread. */
    private OpenSession openSession(String key, Profile profile, Secrets secrets, Optional<LocalWorld> world) {
        var session = new Session(profile, secrets, clock);
        var feed = new Feed(session, budget);
        try {
            session.open();
        } catch (RuntimeException e) {
            feed.close();
            throw e;
        }
        return new OpenSession(key, session, feed, world);
    }

    /** Says why what was asked for at the start cannot be. */
    public void refuse(Failure failure) {
        tried = false;
        standing.set(new Standing.Failed("", failure));
    }

    private static String key(Profile profile) {
        return profile.urls().stream().map(ServerUrl::hostAndPort).collect(Collectors.joining(","));
    }

    private void open(Target wanted, List<CountDownLatch> first, String to, Callable<OpenSession> work) {
        cancel();
        OpenSession before = open.get();
        open.set(null);
        target.set(wanted);
        tried = true;
        standing.set(new Standing.Opening(to));
        CountDownLatch closed = close(before);
        var trying = new Attempt();
        attempt = trying;
        RunningTask task = runner.start(
                "connect",
                () -> trying.open(() -> {
                    closed.await();
                    for (CountDownLatch other : first) {
                        other.await();
                    }
                    return work.call();
                }),
                this::opened,
                failure -> {
                    attempt = null;
                    standing.set(notOpened(wanted, failure));
                });
        opening = trying.equals(attempt) ? task : null;
    }

    private static Standing notOpened(Target wanted, Failure failure) {
        return switch (wanted) {
            case Target.Server server ->
                SignIn.wantedBy(failure)
                        .<Standing>map(secret -> new Standing.Wanting(server, secret))
                        .orElseGet(() -> new Standing.Failed(server.typed(), failure));
            case Target.World _, Target.Reference _, Target.Nothing _ -> new Standing.Failed("", failure);
        };
    }

    private void opened(OpenSession opened) {
        attempt = null;
        standing.set(new Standing.Open(opened));
        open.set(opened);
    }

    /** Breaks off what is being opened. */
    public void cancel() {
        RunningTask looking = lookingUp;
        if (looking != null && lookup != null) {
            looking.cancel();
            lookup = null;
            standing.set(new Standing.Idle());
        }
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

    /** Whether what failed may come about when it is tried once more. */
    public boolean canTryAgain() {
        return tried;
    }

    /** Does the last thing that was asked for again. */
    public void tryAgain() {
        connect(target.get());
    }

    /** Opens what another tab is, or was the last time. */
    public void connect(Target wanted) {
        switch (wanted) {
            case Target.Server server -> connect(server);
            case Target.Reference reference -> lookUp(reference);
            case Target.World(var sample) -> startLocal(sample);
            case Target.Nothing _ -> {}
        }
    }

    /** Is about something without being opened yet. */
    public void expect(Target wanted) {
        target.set(wanted);
        tried = true;
    }

    private void lookUp(Target.Reference reference) {
        cancel();
        target.set(reference);
        tried = true;
        standing.set(new Standing.Opening(reference.name()));
        var mine = new Object();
        lookup = mine;
        RunningTask task = runner.start(
                "look up a server",
                reference.lookUp(),
                server -> {
                    lookup = null;
                    connect(server);
                },
                failure -> {
                    lookup = null;
                    standing.set(new Standing.Failed("", failure));
                });
        if (mine.equals(lookup)) {
            lookingUp = task;
        }
    }

    /** Does not wait for the next attempt. What has ended for good, or never came about, is opened anew. */
    public void reconnectNow() {
        OpenSession present = open.get();
        if (present == null || present.session().state() instanceof SessionState.Closed) {
            tryAgain();
        } else {
            present.session().reconnectNow();
        }
    }

    /** The person has read why something could not be opened: from now on it counts what is open, if anything. */
    public void acknowledge() {
        if (standing.get() instanceof Standing.Failed) {
            OpenSession present = open.get();
            standing.set(present == null ? new Standing.Idle() : new Standing.Open(present));
        }
    }

    /**
     * Closes what is open, in the background.
     *
     * @return fall when that is done
     */
    public List<CountDownLatch> disconnect() {
        cancel();
        OpenSession closing = open.get();
        open.set(null);
        standing.set(new Standing.Idle());
        close(closing);
        return List.copyOf(endings);
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
        await(disconnect());
    }

    /** Waits for what is ending, but not for ever. */
    public static void await(List<CountDownLatch> ending) {
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        try {
            for (CountDownLatch one : ending) {
                var _ = one.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What was asked for last. */
    public ReadOnlyObjectProperty<Target> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** What is open; none while nothing is. */
    public ReadOnlyObjectProperty<@Nullable OpenSession> openProperty() {
        return open.getReadOnlyProperty();
    }
}
