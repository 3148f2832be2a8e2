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
    private @Nullable Runnable tick;
    private final PulseSampler sampler = new PulseSampler(
            (interval, task) -> {
                tick = task;
                return (Subscription) () -> tick = null;
            },
            now::get);

    /** Lets time go by, in ticks; nothing ticks while the sampler is stopped. */
    private void pass(Duration time) {
        for (long i = 0; i < time.dividedBy(PulseSampler.TICK); i++) {
            now.addAndGet(PulseSampler.TICK.toNanos());
            if (tick != null) {
                tick.run();
            }
        }
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
        pass(PulseSampler.TICK);
        assertThat(samples).as("at once when it can be seen again").hasValue(1);
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
