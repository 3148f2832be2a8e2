package app.edgeglass.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusBarViewModelTest {

    private final StatusBarViewModel model = new StatusBarViewModel();

    @Test
    void saysRatesAndMemoryInWords() {
        model.setRates(12_345.4, 3_400_000, 0, 0);
        model.setMemory(120L << 20, 256L << 20);

        assertThat(model.ratesInProperty().get()).isEqualTo("12,345/s · 3.2 MiB/s");
        assertThat(model.ratesOutProperty().get()).isEqualTo("0/s · 0 B/s");
        assertThat(model.memoryProperty().get()).isEqualTo("120 MiB of 256 MiB");
        assertThat(model.memoryShareProperty().get()).isBetween(0.46, 0.47);
    }

    @Test
    void equalValuesChangeNothing() {
        var changes = new ArrayList<List<Counter>>();
        model.countersProperty().subscribe((before, now) -> changes.add(now));
        model.setCounters(List.of(new Counter("kept", "Kept", 1, Tone.PLAIN, "")));
        model.setCounters(List.of(new Counter("kept", "Kept", 1, Tone.PLAIN, "")));
        model.setCounters(List.of(new Counter("kept", "Kept", 2, Tone.PLAIN, "")));

        assertThat(changes).hasSize(2);
    }

    @Test
    void clearedItSaysNothing() {
        model.setSession(new SessionStatus(Tone.GOOD, "Plant", "edge:4222", "Live", "1 ms"));
        model.setRates(1, 1, 1, 1);
        model.setMemory(1, 2);
        model.clear();

        assertThat(model.sessionProperty().get().isNone()).isTrue();
        assertThat(model.ratesInProperty().get()).isEmpty();
        assertThat(model.memoryProperty().get()).isEmpty();
        assertThat(model.memoryShareProperty().get()).isZero();
    }
}
