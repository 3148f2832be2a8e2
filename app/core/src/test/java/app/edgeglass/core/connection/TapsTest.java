package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapsTest {

    private final Taps taps = new Taps();

    /** With names by how many there are, the next one looked for a free name for ever. */
    @Test
    void oneThatIsClosedLeavesTheOthersAloneAndItsNameIsNotGivenAgain() {
        Tap first = open();
        Tap second = open();
        taps.close(first);
        Tap third = assertTimeoutPreemptively(Duration.ofSeconds(10), this::open);

        assertThat(third.name()).isNotIn(first.name(), second.name());
        assertThat(taps.named(first.name())).isNull();
        assertThat(taps.named(second.name())).isSameAs(second);
        assertThat(taps.named(third.name())).isSameAs(third);
    }

    private Tap open() {
        return taps.open(Optional.empty(), frame -> {});
    }
}
