package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.auth.SignIn;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
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

    private final TaskRunner runner;
    private final SessionOpener opener;
    private final LocalServerTurn turn;
    private final Endings endings;
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

    public ConnectionViewModel(TaskRunner runner, SessionOpener opener, LocalServerTurn turn) {
        this.runner = runner;
        this.opener = opener;
        this.turn = turn;
        this.endings = new Endings(runner);
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
        open(server, List.of(), server.profile().name(), () -> opener.server(server.profile(), server.secrets()));
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
                        new Target.World(sample),
                        before,
                        Texts.WORDS.say("connect.local"),
                        () -> opener.local(sample)));
    }

    /** Says why what was asked for at the start cannot be. */
    public void refuse(Failure failure) {
        tried = false;
        standing.set(new Standing.Failed("", failure));
    }

    private void open(Target wanted, List<CountDownLatch> first, String to, Callable<OpenSession> work) {
        cancel();
        OpenSession before = open.get();
        open.set(null);
        target.set(wanted);
        tried = true;
        standing.set(new Standing.Opening(to));
        CountDownLatch closed = endings.close(before);
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
            endings.close(trying.giveUp());
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
        endings.close(closing);
        return endings.all();
    }

    /** Closes what is open, and waits for it and for what is ending already; for the end of the program. */
    public void closeNow() {
        Endings.await(disconnect());
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
