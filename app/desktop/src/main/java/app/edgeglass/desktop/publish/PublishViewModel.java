package app.edgeglass.desktop.publish;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.publish.Composition;
import app.edgeglass.core.publish.CompositionCheck;
import app.edgeglass.core.publish.Draft;
import app.edgeglass.core.publish.Filling;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.publish.Publisher;
import app.edgeglass.core.publish.RepeatPlan;
import app.edgeglass.core.publish.RepeatRun;
import app.edgeglass.core.publish.Repeater;
import app.edgeglass.core.publish.RequestOutcome;
import app.edgeglass.core.publish.RequestPlan;
import app.edgeglass.core.publish.RequestRun;
import app.edgeglass.core.publish.Requester;
import app.edgeglass.core.publish.Stored;
import app.edgeglass.core.publish.StreamPublisher;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writing a message and sending it: once, as a request, or again and again. One thing is under way at a time. Everything
 * here is called on the window's thread.
 */
public final class PublishViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(PublishViewModel.class);
    private static final Outcome NONE = new Outcome.None();
    private static final int MOST_NAMES = 12;

    private final PublishHistory history;
    private final SubjectNames names;
    private final TaskRunner runner;
    private final Clock clock;
    private final PublishForm form;
    private final LiveCheck check;

    private final ReadOnlyObjectWrapper<Blocked> blocked = new ReadOnlyObjectWrapper<>(Blocked.NO_SESSION);
    private final ReadOnlyBooleanWrapper production = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper maxPayload = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(Activity.IDLE);
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(NONE);

    private @Nullable Session session;
    private @Nullable Running running;
    private @Nullable Failure refusedDraft;
    private RunningTask completing = () -> {};

    /** What is under way, to be looked at and stopped. */
    private sealed interface Running {

        record Asking(RequestRun run, String subject, long begun) implements Running {}

        record Repeats(RepeatRun run, String subject, RepeatPlan plan) implements Running {}
    }

    public PublishViewModel(PublishHistory history, SubjectNames names, TaskRunner runner, Clock clock) {
        this.history = history;
        this.names = names;
        this.runner = runner;
        this.clock = clock;
        this.check = new LiveCheck(runner, clock, () -> form().composition(), maxPayload::get);
        this.form = new PublishForm(this::changed);
    }

    private void changed() {
        if (outcome.get() instanceof Outcome.Problem(Failure failure) && failure.equals(refusedDraft)) {
            outcome.set(NONE);
        }
        check.touch();
        blocked.set(blockedBy(session));
    }

    /** Sends through this session from now on; what is under way is stopped. */
    public void use(@Nullable Session newSession) {
        stop();
        session = newSession;
        production.set(newSession != null && newSession.profile().environment() == Environment.PRODUCTION);
        sample();
    }

    /** Looks at the session and at what is under way; a few times a second. */
    public void sample() {
        blocked.set(blockedBy(session));
        long largest = session != null && session.state() instanceof SessionState.Live live
                ? live.server().maxPayload()
                : maxPayload.get();
        if (largest != maxPayload.get()) {
            maxPayload.set(largest);
            check.touch();
        }
        switch (running) {
            case Running.Asking(RequestRun run, String subject, long begun) ->
                outcome.set(new Outcome.Waiting(subject, Duration.ofNanos(System.nanoTime() - begun), run.soFar()));
            case Running.Repeats(RepeatRun run, String subject, RepeatPlan plan) ->
                outcome.set(new Outcome.Repeating(subject, plan, run.progress()));
            case null -> {}
        }
    }

    private Blocked blockedBy(@Nullable Session session) {
        if (session == null) {
            return Blocked.NO_SESSION;
        }
        if (session.profile().readOnly() && !onlyReads(session)) {
            return Blocked.READ_ONLY;
        }
        return switch (session.state()) {
            case SessionState.Live live -> Blocked.NOT;
            case SessionState.Reconnecting away -> Blocked.RECONNECTING;
            case SessionState.Closed closed -> Blocked.CLOSED;
            case SessionState.Idle idle -> Blocked.CONNECTING;
            case SessionState.Connecting connecting -> Blocked.CONNECTING;
        };
    }

    private boolean onlyReads(Session session) {
        return form.isRequest() && session.guard().reads(form.subject().get().strip());
    }

    /** Sends what is typed. Does nothing while something is under way. */
    public void send() {
        sample();
        Session through = session;
        if (activity.get() != Activity.IDLE || blocked.get() != Blocked.NOT || through == null) {
            return;
        }
        Composition composition = form.composition();
        if (form.isRequest()) {
            request(through, composition, form.requestPlan());
        } else if (form.isToStore()) {
            store(through, composition);
        } else if (form.isRepeat()) {
            repeat(through, composition, form.repeatPlan());
        } else {
            publish(through, composition);
        }
    }

    private void publish(Session through, Composition composition) {
        var publisher = new Publisher(through, clock);
        long largest = maxPayload.get();
        begin(Activity.PUBLISHING, new Outcome.Publishing(), null);
        runner.start(
                "publish",
                () -> {
                    Draft draft = draft(composition, largest);
                    var sent = publisher.publish(draft);
                    remember(() -> history.add(sent.at(), composition, null));
                    return sent;
                },
                sent -> end(new Outcome.Published(sent)),
                this::failed);
    }

    private void store(Session through, Composition composition) {
        var publisher = new StreamPublisher(through, clock);
        long largest = maxPayload.get();
        begin(Activity.PUBLISHING, new Outcome.Publishing(), null);
        runner.start(
                "publish into a stream",
                () -> {
                    Stored stored = publisher.publish(draft(composition, largest));
                    remember(() -> history.addStored(stored.at(), composition));
                    return stored;
                },
                stored -> end(new Outcome.Kept(stored)),
                this::failed);
    }

    /** Refuses for the first reason that is shown, rather than for the one that comes first in the making. */
    private Draft draft(Composition composition, long largest) {
        var filling = Filling.at(clock, 1);
        CompositionCheck.of(composition, filling, largest).refuse();
        return composition.fill(filling, largest);
    }

    private void request(Session through, Composition composition, RequestPlan plan) {
        var requester = new Requester(through, clock);
        long largest = maxPayload.get();
        begin(Activity.REQUESTING, new Outcome.Waiting(composition.subject(), Duration.ZERO, List.of()), null);
        // A file is read first, which may block; the request itself can be cancelled from here on.
        runner.start(
                "prepare a request",
                () -> draft(composition, largest),
                draft -> ask(requester.prepare(draft, plan), draft.subject(), composition, plan),
                this::failed);
    }

    private void ask(RequestRun run, String subject, Composition composition, RequestPlan plan) {
        running = new Running.Asking(run, subject, System.nanoTime());
        runner.start(
                "request",
                () -> {
                    RequestOutcome ended = run.await();
                    if (!(ended instanceof RequestOutcome.Failed)) {
                        remember(() -> history.add(clock.instant(), composition, plan));
                    }
                    return ended;
                },
                ended -> end(
                        ended instanceof RequestOutcome.Failed(Failure failure)
                                ? problem(failure)
                                : new Outcome.Answered(subject, ended)),
                this::failed);
    }

    private void repeat(Session through, Composition composition, RepeatPlan plan) {
        RepeatRun run = new Repeater(through, clock).prepare(composition, plan);
        String subject = composition.subject();
        begin(
                Activity.REPEATING,
                new Outcome.Repeating(subject, plan, run.progress()),
                new Running.Repeats(run, subject, plan));
        runner.start(
                "publish again and again",
                () -> {
                    var progress = run.run();
                    if (progress.sent() > 0) {
                        remember(() -> history.add(clock.instant(), composition, null));
                    }
                    return progress;
                },
                progress -> end(new Outcome.Repeating(subject, plan, progress)),
                this::failed);
    }

    private void begin(Activity begun, Outcome first, @Nullable Running run) {
        running = run;
        activity.set(begun);
        outcome.set(first);
    }

    private void end(Outcome last) {
        running = null;
        activity.set(Activity.IDLE);
        outcome.set(last);
    }

    private void failed(Failure failure) {
        end(problem(failure));
    }

    /** What was wrong with the draft itself is said only until that changes. */
    private Outcome problem(Failure failure) {
        boolean ofDraft = check.result().get().problems().stream()
                .anyMatch(known -> known.failure().key().equals(failure.key()));
        refusedDraft = ofDraft ? failure : null;
        return new Outcome.Problem(failure);
    }

    /** What was sent was sent, whether or not it can be remembered. */
    private static void remember(Runnable adding) {
        try {
            adding.run();
        } catch (RuntimeException e) {
            LOG.warn("What was sent cannot be remembered", e);
        }
    }

    /** Ends a request or a repetition that is under way. */
    public void stop() {
        switch (running) {
            case Running.Asking asking -> asking.run().cancel();
            case Running.Repeats repeats -> repeats.run().stop();
            case null -> {}
        }
    }

    /** What was sent last, newest first. */
    public List<PublishHistory.Entry> history() {
        return history.entries();
    }

    /** Shows something that was sent, to be sent again. Sends nothing. */
    public void restore(PublishHistory.Entry entry) {
        if (entry.stored()) {
            form.restoreStored(entry.composition());
        } else {
            form.restore(entry.composition(), entry.plan());
        }
        outcome.set(entry.bodyNotKept() > 0 ? new Outcome.PayloadNotKept(entry.bodyNotKept()) : NONE);
    }

    /** Shows a logged message, to be published again. Sends nothing. */
    public void publishAgain(LoggedMessage message) {
        form.restore(Composition.again(message), null);
        outcome.set(NONE);
    }

    /** Shows a subject, to be published to. */
    public void publishTo(String subject) {
        form.subject().set(subject);
    }

    public void forget(PublishHistory.Entry entry) {
        change("forget something that was sent", () -> history.remove(entry));
    }

    public void forgetAll() {
        change("forget what was sent", history::clear);
    }

    private void change(String name, Runnable change) {
        runner.start(
                name,
                () -> {
                    change.run();
                    return true;
                },
                done -> {},
                failure -> outcome.set(new Outcome.Problem(failure)));
    }

    /** Finds subjects that go on from what is typed. Only the answer to the last question comes. */
    public void complete(String typed, Consumer<List<String>> taker) {
        completing.cancel();
        completing =
                runner.start("complete a subject", () -> names.startingWith(typed, MOST_NAMES), taker, failure -> {});
    }

    /** Makes the line of a shell that sends the same with the nats command. */
    public void command(Consumer<String> taker) {
        Composition composition = form.composition();
        long largest = maxPayload.get();
        RequestPlan plan = form.isRequest() ? form.requestPlan() : null;
        runner.start(
                "write a command line",
                () -> composition.fill(Filling.at(clock, 1), largest).command(plan),
                taker,
                failure -> outcome.set(new Outcome.Problem(failure)));
    }

    /** Puts the outcome away. */
    public void dismiss() {
        if (activity.get() == Activity.IDLE) {
            outcome.set(NONE);
        }
    }

    public PublishForm form() {
        return form;
    }

    /** What the typed message comes to. */
    public ReadOnlyObjectProperty<CompositionCheck> check() {
        return check.result();
    }

    public ReadOnlyObjectProperty<Blocked> blocked() {
        return blocked.getReadOnlyProperty();
    }

    /** Whether what is sent goes to production. */
    public ReadOnlyBooleanProperty production() {
        return production.getReadOnlyProperty();
    }

    /** The largest payload that the server takes, in bytes; 0 while it is not known. */
    public ReadOnlyLongProperty maxPayload() {
        return maxPayload.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** The session's name; empty without one. */
    public String sessionName() {
        return session == null ? "" : session.profile().name();
    }
}
