package app.edgeglass.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkPaceTest {

    private long nanos = Long.MAX_VALUE - 5; // The clock may begin anywhere, and wrap.
    private final WorkPace pace = new WorkPace(() -> nanos);

    private void pass(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
    }

    @Test
    void cheapWorkIsDoneAsOftenAsAsked() {
        assertThat(pace.isDue()).isTrue();
        pace.took(0);
        assertThat(pace.isDue()).isTrue();
    }

    @Test
    void dearWorkRestsFourTimesAsLongAsItTakes() {
        pace.took(Duration.ofMillis(100).toNanos());
        pass(399);
        assertThat(pace.isDue()).isFalse();
        pass(1);
        assertThat(pace.isDue()).isTrue();
    }

    @Test
    void noWorkRestsForLong() {
        pace.took(Duration.ofMinutes(1).toNanos());
        pass(2_000);
        assertThat(pace.isDue()).isTrue();
    }
}
