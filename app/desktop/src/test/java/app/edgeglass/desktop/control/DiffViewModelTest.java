package app.edgeglass.desktop.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.DiffSource.Older;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiffViewModelTest {

    private static final String COMPARE = "compare payloads";

    private final ManualRunner runner = new ManualRunner();
    private final DiffViewModel model = new DiffViewModel(runner);

    @Test
    void comparesOnlyWhileSomebodyLooks() {
        model.show(source("s", 2, "{\"a\":2}", "{\"a\":1}"));
        assertThat(runner.waiting(COMPARE)).isZero();
        model.activeProperty().set(true);
        runner.finish(COMPARE);
        assertThat(summary()).isEqualTo("1 value changed");
        assertThat(Objects.requireNonNull(shown().older()).name()).isEqualTo("older");
        model.activeProperty().set(false);
        model.activeProperty().set(true);
        assertThat(runner.waiting(COMPARE)).as("it is shown already").isZero();
    }

    @Test
    void showsEachComparisonOfAStreamThatIsFasterThanItself() {
        model.activeProperty().set(true);
        model.show(source("s", 2, "{\"a\":2}", "{\"a\":1}"));
        model.show(source("s", 3, "{\"a\":3}", "{\"a\":1}"));
        var newest = source("s", 4, "{\"a\":4,\"b\":1}", "{\"a\":1}");
        model.show(newest);
        assertThat(runner.waiting(COMPARE)).as("one at a time").isEqualTo(1);
        runner.finish(COMPARE);
        assertThat(shown().source().after().number()).isEqualTo(2);
        runner.finish(COMPARE);
        assertThat(shown().source()).as("then the newest").isEqualTo(newest);
        assertThat(shown().samePlace()).isTrue();
        assertThat(summary()).isEqualTo("1 value changed, 1 added");
        assertThat(runner.waiting(COMPARE)).isZero();
    }

    @Test
    void dropsTheComparisonOfAnotherSubject() {
        model.activeProperty().set(true);
        model.show(source("s", 2, "2", "1"));
        model.show(source("t", 9, "2", "2"));
        assertThat(runner.waiting(COMPARE)).isEqualTo(1);
        runner.finish(COMPARE);
        assertThat(shown().source().after().name()).isEqualTo("t");
        model.show(null);
        assertThat(model.shownProperty().get()).isNull();
    }

    @Test
    void saysThatThereIsNothingToCompareWith() {
        model.activeProperty().set(true);
        model.show(new DiffSource(PayloadSource.of("s", 1, new byte[1]), Optional::empty));
        runner.finish(COMPARE);
        assertThat(shown().older()).isNull();
        assertThat(shown().diff()).isNull();
    }

    @Test
    void aFailureIsSaidAndTheNextIsComparedAgain() {
        model.activeProperty().set(true);
        model.show(new DiffSource(PayloadSource.of("s", 1, new byte[1]), () -> {
            throw Failure.of("payload.gone");
        }));
        runner.finish(COMPARE);
        assertThat(Objects.requireNonNull(model.failureProperty().get()).key()).isEqualTo("payload.gone");
        model.show(source("s", 2, "2", "1"));
        runner.finish(COMPARE);
        assertThat(model.failureProperty().get()).isNull();
        assertThat(summary()).isEqualTo("1 value changed");
    }

    private ShownDiff shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    private String summary() {
        return Objects.requireNonNull(shown().diff()).summary();
    }

    private static DiffSource source(String name, long number, String after, String before) {
        var older = new Older(PayloadSource.of(name, number - 1, before.getBytes(UTF_8)), "older");
        return new DiffSource(PayloadSource.of(name, number, after.getBytes(UTF_8)), () -> Optional.of(older));
    }
}
