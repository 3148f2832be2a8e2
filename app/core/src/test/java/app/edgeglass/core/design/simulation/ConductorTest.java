package app.edgeglass.core.design.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.design.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConductorTest {

    private static final long SECOND = 1_000_000_000L;

    private final Tally tally = new Tally();
    private final Map<Integer, Integer> done = new HashMap<>();
    private final List<Long> times = new ArrayList<>();
    private long now = 7 * SECOND;

    private Conductor conductor(double speed, Pace pace, int subjects) {
        var random = new SplittableRandom(1);
        var beats = Beat.of(pace, subjects, random, subject -> {
            done.merge(subject, 1, Integer::sum);
            times.add(now);
        });
        return new Conductor(beats, speed, tally, () -> now, random);
    }

    private int total() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Runs it as the scheduler would: as long as it says it can wait, time passes. */
    private void run(Conductor conductor, Duration time) {
        long end = now + time.toNanos();
        while (now < end) {
            now += Math.min(end - now, Math.max(1, conductor.turn()));
        }
        conductor.turn();
    }

    @Test
    void doesEachSubjectAtItsTimeEvenlySpread() {
        var conductor = conductor(1, new Pace(new Pace.Each(Duration.ofSeconds(2)), 0, 1), 100);

        run(conductor, Duration.ofSeconds(20));

        assertThat(done).hasSize(100);
        assertThat(done.values()).allSatisfy(count -> assertThat(count).isEqualTo(10));
        long firstSecond = times.stream().filter(at -> at < 8 * SECOND).count();
        assertThat(firstSecond).isBetween(48L, 52L);
        assertThat(tally.progress().missed()).isZero();
    }

    @Test
    void keepsARateInTotalOverAllSubjects() {
        var conductor = conductor(1, new Pace(new Pace.Total(50), 0.5, 1), 10);

        run(conductor, Duration.ofSeconds(100));

        assertThat(total()).isBetween(4_999, 5_001);
        assertThat(done).hasSize(10);
    }

    @Test
    void burstsComeTogetherAndKeepTheRate() {
        var conductor = conductor(1, new Pace(new Pace.Total(10), 0, 5), 10);

        run(conductor, Duration.ofSeconds(50));

        assertThat(total()).isBetween(495, 505);
        assertThat(times.stream().distinct().count()).isEqualTo(total() / 5);
    }

    @Test
    void runsAtTheSpeedAskedForAlsoWhenItChanges() {
        var conductor = conductor(10, new Pace(new Pace.Total(10), 0, 1), 1);
        run(conductor, Duration.ofSeconds(10));
        assertThat(total()).isBetween(999, 1_001);

        conductor.setSpeed(0.1);
        run(conductor, Duration.ofSeconds(10));

        assertThat(total()).isBetween(1_008, 1_012);
        assertThatThrownBy(() -> conductor.setSpeed(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> conductor.setSpeed(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void catchesUpASecondAfterAStallAndCountsTheRest() {
        var conductor = conductor(1, new Pace(new Pace.Total(100), 0, 1), 1);
        run(conductor, Duration.ofSeconds(1));
        int before = total();

        now += 60 * SECOND;
        run(conductor, Duration.ofMillis(1));

        assertThat(total() - before).isBetween(99, 102);
        assertThat(tally.progress().missed()).isBetween(5_895L, 5_905L);
        run(conductor, Duration.ofSeconds(10));
        assertThat(total() - before).isBetween(1_098, 1_104);
    }

    @Test
    void standsStillWithoutAConnectionAndMissesNothing() {
        var conductor = conductor(1, new Pace(new Pace.Total(100), 0, 1), 1);
        run(conductor, Duration.ofSeconds(1));
        int before = total();

        conductor.rest();
        now += 60 * SECOND;
        run(conductor, Duration.ofSeconds(1));

        assertThat(total() - before).isBetween(99, 101);
        assertThat(tally.progress().missed()).isZero();
    }

    @Test
    void oneTurnEndsSoonHoweverMuchIsDue() {
        var random = new SplittableRandom(1);
        var beats = Beat.of(new Pace(new Pace.Total(1_000_000), 0, 1), 1, random, _ -> {
            done.merge(0, 1, Integer::sum);
            now += 1_000_000L;
        });
        var conductor = new Conductor(beats, 1, tally, () -> now, random);
        conductor.turn();
        now += SECOND;

        long wait = conductor.turn();

        assertThat(wait).isZero();
        assertThat(total()).isLessThanOrEqualTo(11);
    }

    @Test
    void theSameSeedBeatsTheSame() {
        var pace = new Pace(new Pace.Total(20), 1, 1);
        run(conductor(1, pace, 50), Duration.ofSeconds(5));
        var first = Map.copyOf(done);
        done.clear();
        run(conductor(1, pace, 50), Duration.ofSeconds(5));

        assertThat(done).isEqualTo(first);
    }
}
