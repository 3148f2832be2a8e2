package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.ConsumerRow;
import app.edgeglass.core.consumer.Consumers;
import app.edgeglass.core.consumer.Peek;
import app.edgeglass.core.consumer.trial.PullRequest;
import app.edgeglass.core.consumer.trial.Settled;
import app.edgeglass.core.consumer.trial.Trial;
import app.edgeglass.core.consumer.trial.Word;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Trying one consumer out: looking at what it has, or taking from it. Used on the window's thread only. */
public final class TrialViewModel {

    private static final int PAGE = 100;

    /** What is done with the consumer. */
    enum Way {
        /** Nothing is taken. */
        PEEK,
        /** What is taken the application does not get. */
        TAKE
    }

    /**
     * How the list of taken messages stands.
     *
     * @param open how many wait for word
     * @param firstDue when the first of them is delivered again
     * @param notKept for how many there was no room
     * @param forgotten how many settled ones had to make room
     */
    record Count(long taken, int open, Optional<Instant> firstDue, long notKept, long forgotten) {

        static final Count NONE = new Count(0, 0, Optional.empty(), 0, 0);
    }

    private final StreamRef stream;
    private final Detail detail;
    private final TaskRunner tasks;
    private final OneTask peeking;
    private final Clock clock;
    private final Trial trial;
    private final JetStreamApi api;
    private final ReadOnlyObjectWrapper<Way> way = new ReadOnlyObjectWrapper<>(Way.PEEK);
    private final ReadOnlyObjectWrapper<List<Seen>> messages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(Count.NONE);
    private final ReadOnlyBooleanWrapper taking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final List<Seen> peeked = new ArrayList<>();
    private long peekedBytes;
    private Optional<Long> next = Optional.empty();
    private long version = -1;

    TrialViewModel(StreamRef stream, Detail detail, TaskRunner tasks, Clock clock) {
        this.stream = stream;
        this.detail = detail;
        this.tasks = tasks;
        this.peeking = new OneTask(tasks);
        this.clock = clock;
        this.api = new JetStreamApi(stream.session());
        this.trial = new Trial(api, stream.name(), detail.row(), detail.config(), clock);
    }

    ConsumerRow consumer() {
        return detail.row();
    }

    StreamRef stream() {
        return stream;
    }

    Detail detail() {
        return detail;
    }

    void choose(Way wanted) {
        if (wanted != way.get()) {
            way.set(wanted);
            news.set("");
            failure.set(null);
            show();
        }
    }

    private void show() {
        messages.set(
                way.get() == Way.PEEK
                        ? List.copyOf(peeked)
                        : trial.messages().stream().map(Seen::of).toList());
    }

    /** @param delivered whether to begin with those that were delivered and may not be acknowledged */
    void peek(boolean delivered) {
        peeking.cancel();
        peeked.clear();
        peekedBytes = 0;
        more.set(false);
        show();
        read(row -> delivered ? Peek.unacknowledged(row) : Peek.undelivered(row));
    }

    /** Reads on behind what was read. */
    void peekMore() {
        next.ifPresent(from -> read(row -> from));
    }

    private interface From {
        long in(ConsumerRow row);
    }

    private void read(From from) {
        if (peeking.isRunning()) {
            return;
        }
        failure.set(null);
        var consumers = new Consumers(api, clock);
        var peek = new Peek(api, stream.name());
        peeking.start(
                "peek",
                () -> {
                    // Where the consumer stands now, not where it stood when it was selected.
                    ConsumerRow row = consumers.row(
                            consumers.info(stream.name(), consumer().name()));
                    return peek.read(row, from.in(row), PAGE);
                },
                this::add,
                failure::set);
    }

    private void add(Peek.Page page) {
        for (Peek.Peeked one : page.messages()) {
            peeked.add(Seen.of(one));
            peekedBytes += one.message().bytes();
        }
        next = page.next();
        boolean room = peekedBytes < Trial.MOST_BYTES && peeked.size() < Trial.MOST_MESSAGES;
        more.set(next.isPresent() && room);
        news.set(
                peeked.isEmpty()
                        ? Texts.WORDS.say("trial.peek.none")
                        : next.isEmpty()
                                ? Texts.WORDS.say("trial.peek.all", peeked.size())
                                : room
                                        ? Texts.WORDS.say("trial.peek.more", peeked.size())
                                        : Texts.WORDS.say("trial.peek.full", peeked.size()));
        show();
    }

    /**
     * Takes messages.
     *
     * @param onAndOn until it is stopped, rather than once
     */
    void take(PullRequest request, boolean onAndOn) {
        if (taking.get()) {
            return;
        }
        failure.set(null);
        news.set(Texts.WORDS.say("trial.taking"));
        taking.set(true);
        // Not held to be cancelled: it ends by stop, so that what came is not lost.
        var _ = tasks.start(
                "take from consumer",
                () -> trial.take(request, onAndOn),
                end -> {
                    taking.set(false);
                    news.set(Phrases.end(end));
                    sample();
                },
                failed -> {
                    taking.set(false);
                    news.set("");
                    failure.set(failed);
                    sample();
                });
    }

    void stop() {
        trial.stop();
    }

    /** Sends word of messages. */
    void settle(List<Long> numbers, Word word, boolean confirm) {
        failure.set(null);
        var _ = tasks.start(
                "settle messages",
                () -> trial.settle(numbers, word, confirm),
                settled -> {
                    news.set(said(settled, confirm));
                    sample();
                },
                failed -> {
                    failure.set(failed);
                    sample();
                });
    }

    static String said(Settled settled, boolean confirm) {
        if (settled.inDoubt() > 0) {
            return Texts.WORDS.say("trial.in-doubt", settled.inDoubt(), settled.sent());
        }
        return confirm
                ? Texts.WORDS.say("trial.confirmed", settled.confirmed())
                : Texts.WORDS.say("trial.sent", settled.sent());
    }

    void clearSettled() {
        trial.clearSettled();
        sample();
    }

    /** Takes over what has come; to be called often while it can be seen. */
    boolean sample() {
        long now = trial.version();
        if (now == version) {
            return false;
        }
        version = now;
        count.set(new Count(trial.taken(), trial.open(), trial.firstDue(), trial.notKept(), trial.forgotten()));
        if (way.get() == Way.TAKE) {
            show();
        }
        return true;
    }

    /**
     * Ends it.
     *
     * @param giveBack whether what waits for word is given back first, so that it is delivered again at once
     * @param onGivenBack takes what became of that
     */
    void leave(boolean giveBack, Consumer<Settled> onGivenBack, Consumer<Failure> onFailure) {
        peeking.cancel();
        var _ = tasks.start(
                "leave consumer",
                () -> {
                    if (giveBack) {
                        return trial.giveBack();
                    }
                    trial.close();
                    return new Settled(0, 0, 0);
                },
                onGivenBack,
                onFailure);
    }

    /** How long it may take until the last of what waits is delivered again. */
    Optional<Duration> untilAllAgain() {
        return trial.messages().stream()
                .filter(one -> one.fate().isOpen())
                .flatMap(one -> one.due().stream())
                .max(Instant::compareTo)
                .map(due -> Duration.between(clock.instant(), due));
    }

    int open() {
        return trial.open();
    }

    ReadOnlyObjectProperty<Way> wayProperty() {
        return way.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Seen>> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty takingProperty() {
        return taking.getReadOnlyProperty();
    }

    /** Whether there is more to look at. */
    ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** What happened last, in a sentence. */
    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
