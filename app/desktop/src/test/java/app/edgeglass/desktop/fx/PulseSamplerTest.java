package app.edgeglass.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Time goes by hand here. */
class PulseSamplerTest {

    private static final Duration TENTH = Duration.ofMillis(100);

    private final AtomicLong now = new AtomicLong(1_000);
    private Ticker.@Nullable Tick tick;
    private long due;
    private int ticks;
    private final PulseSampler sampler = new PulseSampler(
            (first, task) -> {
                tick = task;
                due = now.get() + first.toNanos();
                return (Subscription) () -> tick = null;
            },
            now::get);

    /** Lets time go by; nothing ticks while the sampler is stopped. */
    private void pass(Duration time) {
        long end = now.get() + time.toNanos();
        while (tick != null && due <= end) {
            now.set(Math.max(now.get(), due));
            long wait = tick.run();
            due = now.get() + wait;
            ticks++;
        }
        now.set(Math.max(now.get(), end));
    }

    @Test
    void samplesEachViewAtItsOwnInterval() {
        var fast = new AtomicInteger();
        var slow = new AtomicInteger();
        sampler.register(TENTH, () -> true, fast::incrementAndGet);
        sampler.register(Duration.ofMillis(500), () -> true, slow::incrementAndGet);
        sampler.setWindowShown(true);

        pass(Duration.ofSeconds(10));

        assertThat(fast.get()).isBetween(98, 101);
        assertThat(slow.get()).isBetween(19, 21);
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        var samples = new AtomicInteger();
        var shown = new AtomicBoolean(false);
        sampler.register(TENTH, shown::get, samples::incrementAndGet);
        sampler.setWindowShown(true);

        pass(Duration.ofSeconds(1));
        assertThat(samples).hasValue(0);
        shown.set(true);
        pass(PulseSampler.LULL);
        assertThat(samples.get()).as("soon when it can be seen again").isBetween(1, 3);
    }

    @Test
    void asksAtOnceWhatAPersonHasOpened() {
        var opened = new AtomicInteger();
        var fresh = new AtomicInteger();
        var shown = new AtomicBoolean(false);
        sampler.register(Duration.ofMillis(500), shown::get, opened::incrementAndGet);
        sampler.register(Duration.ofMillis(500), () -> true, fresh::incrementAndGet);
        sampler.setWindowShown(true);
        pass(Duration.ofMillis(600));
        int before = fresh.get();

        shown.set(true);
        sampler.takeDue();

        assertThat(opened).hasValue(1);
        assertThat(fresh).as("what was asked a moment ago is not asked again").hasValue(before);
    }

    @Test
    void restsWhileNothingHappensAndWakesWithTheFirstNews() {
        var samples = new AtomicInteger();
        var news = new AtomicBoolean(true);
        sampler.registerLive(TENTH, () -> true, () -> {
            samples.incrementAndGet();
            return news.get();
        });
        sampler.setWindowShown(true);
        pass(Duration.ofSeconds(10));
        assertThat(samples.get()).isBetween(98, 101);
        news.set(false);
        pass(Duration.ofSeconds(2));
        samples.set(0);
        ticks = 0;

        pass(Duration.ofSeconds(10));
        assertThat(samples.get()).isBetween(39, 41);
        assertThat(ticks).as("nor is the window's thread woken for nothing").isLessThan(42);

        news.set(true);
        pass(Duration.ofMillis(500));
        samples.set(0);
        pass(Duration.ofSeconds(10));
        assertThat(samples.get()).isBetween(98, 101);
    }

    @Test
    void standsStillWhileTheWindowIsHidden() {
        var samples = new AtomicInteger();
        sampler.register(TENTH, () -> true, samples::incrementAndGet);

        pass(Duration.ofSeconds(1));
        assertThat(tick).as("not started").isNull();
        sampler.setWindowShown(true);
        pass(Duration.ofSeconds(1));
        int before = samples.get();
        sampler.setWindowShown(false);
        assertThat(tick).as("stopped").isNull();
        pass(Duration.ofSeconds(1));

        assertThat(samples).hasValue(before).hasPositiveValue();
    }

    @Test
    void samplesLessOftenWhenItCostsTooMuchAndComesBack() {
        var samples = new AtomicInteger();
        var cost = new AtomicLong(Duration.ofMillis(60).toNanos());
        sampler.register(TENTH, () -> true, () -> {
            samples.incrementAndGet();
            now.addAndGet(cost.get());
        });
        sampler.setWindowShown(true);

        pass(Duration.ofSeconds(20));
        samples.set(0);
        long start = now.get();
        pass(Duration.ofSeconds(20));
        double share = samples.get() * (double) cost.get() / (now.get() - start);
        assertThat(share).as("of the window's thread").isBetween(0.1, 0.4);
        assertThat(sampler.stretch()).isGreaterThan(1.2);

        cost.set(0);
        pass(Duration.ofSeconds(20));
        samples.set(0);
        pass(Duration.ofSeconds(1));
        assertThat(samples.get()).isBetween(9, 11);
        assertThat(sampler.stretch()).isEqualTo(1);
    }

    @Test
    void neverStopsWhateverItCosts() {
        var samples = new AtomicInteger();
        sampler.register(TENTH, () -> true, () -> {
            samples.incrementAndGet();
            sampler.addCost(Duration.ofSeconds(2).toNanos());
        });
        sampler.setWindowShown(true);
        pass(Duration.ofMinutes(1));
        samples.set(0);
        pass(Duration.ofMinutes(1));

        assertThat(samples.get()).isGreaterThan(12);
    }

    @Test
    void forgetsAViewThatWasTakenOut() {
        var samples = new AtomicInteger();
        Subscription view = sampler.register(TENTH, () -> true, samples::incrementAndGet);
        sampler.setWindowShown(true);
        pass(TENTH);
        view.unsubscribe();
        int before = samples.get();
        pass(Duration.ofSeconds(1));

        assertThat(samples).hasValue(before);
    }
}
