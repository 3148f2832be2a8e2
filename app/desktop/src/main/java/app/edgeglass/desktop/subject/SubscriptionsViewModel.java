package app.edgeglass.desktop.subject;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Feed;
import app.edgeglass.core.message.FeedSubscription;
import app.edgeglass.core.message.RatePreview;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of the session, and adding one. A wildcard on a server that is not ours is first tried for two
 * seconds: what comes faster than {@link #MANY_MESSAGES} or {@link #MANY_BYTES} a second wants a second yes.
 */
public final class SubscriptionsViewModel {

    /** Messages a second from which on a person is asked. */
    public static final double MANY_MESSAGES = 20_000;

    /** Bytes a second from which on a person is asked. */
    public static final double MANY_BYTES = 20e6;

    private static final Duration PREVIEW = Duration.ofSeconds(2);
    private static final double RATE_WEIGHT = 0.3;

    /** How adding a subscription stands. */
    public sealed interface Adding {

        /** Nothing is being added. */
        record Idle() implements Adding {}

        /** The subscription is tried. */
        record Measuring(Wish wish) implements Adding {}

        /** It was added. */
        record Added(Wish wish) implements Adding {}

        /** It would bring much; does the person want it all the same? */
        record Asking(Wish wish, RatePreview preview) implements Adding {}

        /** It cannot be. */
        record Refused(Failure failure) implements Adding {}
    }

    /** A subscription that is wanted. */
    public record Wish(SubjectPattern pattern, Optional<String> queue) {}

    /**
     * A subscription of a former session.
     *
     * @param enabled whether it is to bring messages, or stands in the list switched off
     */
    public record Former(String pattern, Optional<String> queue, boolean enabled) {}

    /**
     * One subscription as it stands on the screen.
     *
     * @param rate messages a second
     * @param refusal why the server does not let it bring anything; empty when it does
     */
    public record Item(FeedSubscription subscription, boolean enabled, double rate, String refusal) {}

    private final TaskRunner runner;
    private final LongSupplier nanoTime;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Adding> adding = new ReadOnlyObjectWrapper<>(new Adding.Idle());
    private final Map<Integer, Pace> paces = new HashMap<>();

    private @Nullable Feed feed;
    private @Nullable Session session;
    private @Nullable RunningTask measuring;
    private boolean restoring;

    public SubscriptionsViewModel(TaskRunner runner, LongSupplier nanoTime) {
        this.runner = runner;
        this.nanoTime = nanoTime;
    }

    private static final class Pace {
        private long messages;
        private long nanos;
        private double rate;
    }

    /** Shows this feed's subscriptions; none without one. */
    public void show(@Nullable Feed shown, @Nullable Session of) {
        cancel();
        restoring = false;
        feed = shown;
        session = of;
        paces.clear();
        items.clear();
        sample();
    }

    /** Takes over what has changed. To be called again and again. */
    public void sample() {
        Feed from = feed;
        if (from == null) {
            return;
        }
        var now = new ArrayList<Item>();
        for (FeedSubscription subscription : from.subscriptions()) {
            now.add(new Item(subscription, subscription.isEnabled(), rate(subscription), refusal(from, subscription)));
        }
        if (!now.equals(List.copyOf(items))) {
            items.setAll(now);
        }
    }

    private static String refusal(Feed from, FeedSubscription subscription) {
        return from.refusal(subscription)
                .map(refusal -> refusal.sentence() + " " + refusal.remedy())
                .orElse("");
    }

    private double rate(FeedSubscription subscription) {
        Pace pace = paces.computeIfAbsent(subscription.id(), id -> new Pace());
        long nanos = nanoTime.getAsLong();
        long messages = subscription.received();
        double seconds = (nanos - pace.nanos) / 1e9;
        if (pace.nanos != 0 && seconds > 0.2) {
            double fresh = (messages - pace.messages) / seconds;
            pace.rate += (fresh - pace.rate) * RATE_WEIGHT;
        }
        if (pace.nanos == 0 || seconds > 0.2) {
            pace.nanos = nanos;
            pace.messages = messages;
        }
        // Rounded, so that a chip is not drawn anew for nothing.
        return pace.rate < 10 ? Math.round(pace.rate * 10) / 10.0 : Math.round(pace.rate);
    }

    /**
     * Adds a subscription, after a look at what it would bring when it has a wildcard.
     *
     * @param text the pattern
     * @param queue a queue group; empty for none
     */
    public void add(String text, String queue) {
        Feed to = feed;
        Session of = session;
        if (to == null || of == null) {
            return;
        }
        cancel();
        Wish wish;
        try {
            String group = queue.strip();
            if (!group.isEmpty()) {
                SubjectPattern.parse(group);
            }
            wish = new Wish(
                    SubjectPattern.parse(text.strip()), group.isEmpty() ? Optional.empty() : Optional.of(group));
        } catch (Failure failure) {
            adding.set(new Adding.Refused(failure));
            return;
        }
        if (isThere(to, wish)) {
            adding.set(new Adding.Refused(
                    Failure.of("feed.subscribed", wish.pattern().text())));
            return;
        }
        if (!SubjectPattern.hasWildcard(wish.pattern().text())) {
            subscribe(wish);
            return;
        }
        adding.set(new Adding.Measuring(wish));
        measuring = runner.start(
                "rate preview",
                () -> RatePreview.measure(of, wish.pattern(), PREVIEW),
                preview -> measured(wish, preview),
                this::refused);
    }

    private static boolean isThere(Feed feed, Wish wish) {
        return feed.subscriptions().stream()
                .anyMatch(there ->
                        there.pattern().equals(wish.pattern()) && there.queue().equals(wish.queue()));
    }

    private void measured(Wish wish, RatePreview preview) {
        measuring = null;
        if (preview.messagesPerSecond() > MANY_MESSAGES || preview.bytesPerSecond() > MANY_BYTES) {
            adding.set(new Adding.Asking(wish, preview));
        } else {
            subscribe(wish);
        }
    }

    /** Adds the subscription that the person was asked about. */
    public void addAllTheSame() {
        if (adding.get() instanceof Adding.Asking asking) {
            subscribe(asking.wish());
        }
    }

    /**
     * Adds subscriptions in this order without a look, for a server of our own or those that were agreed to before. One
     * that cannot be is said, and does not keep the others from being added.
     */
    public void restore(List<Former> former) {
        Feed to = feed;
        if (to == null || former.isEmpty()) {
            return;
        }
        restoring = true;
        var _ = runner.start(
                "subscribe as before",
                () -> restore(to, former),
                failure -> restored(to, failure),
                failure -> restored(to, Optional.of(failure)));
    }

    private static Optional<Failure> restore(Feed to, List<Former> former) {
        Optional<Failure> first = Optional.empty();
        for (Former one : former) {
            try {
                to.add(SubjectPattern.parse(one.pattern()), one.queue(), one.enabled());
            } catch (Failure failure) {
                first = first.isPresent() ? first : Optional.of(failure);
            }
        }
        return first;
    }

    private void restored(Feed to, Optional<Failure> failure) {
        if (to.equals(feed)) {
            restoring = false;
            failure.ifPresent(this::refused);
            sample();
        }
    }

    /** Whether the list is not yet what it was before. */
    public boolean isRestoring() {
        return restoring;
    }

    private void subscribe(Wish wish) {
        Feed to = feed;
        if (to == null) {
            return;
        }
        var _ = runner.start(
                "subscribe",
                () -> to.add(wish.pattern(), wish.queue()),
                added -> {
                    if (to.equals(feed)) {
                        adding.set(new Adding.Added(wish));
                        sample();
                    }
                },
                failure -> {
                    if (to.equals(feed)) {
                        refused(failure);
                    }
                });
    }

    private void refused(Failure failure) {
        measuring = null;
        adding.set(new Adding.Refused(failure));
    }

    /** Breaks off what is being added. */
    public void cancel() {
        RunningTask running = measuring;
        if (running != null) {
            running.cancel();
            measuring = null;
        }
        adding.set(new Adding.Idle());
    }

    /** Starts or stops a subscription. */
    public void enable(FeedSubscription subscription, boolean wanted) {
        Feed to = feed;
        if (to != null) {
            run("enable", () -> to.enable(subscription, wanted));
        }
    }

    /** Stops a subscription and forgets it. */
    public void remove(FeedSubscription subscription) {
        Feed to = feed;
        if (to != null) {
            run("unsubscribe", () -> to.remove(subscription));
        }
    }

    private void run(String name, Runnable work) {
        var _ = runner.start(
                name,
                () -> {
                    work.run();
                    return true;
                },
                done -> sample(),
                this::refused);
    }

    public ObservableList<Item> items() {
        return items;
    }

    public ReadOnlyObjectProperty<Adding> addingProperty() {
        return adding.getReadOnlyProperty();
    }
}
