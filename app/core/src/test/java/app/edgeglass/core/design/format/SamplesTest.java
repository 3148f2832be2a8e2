package app.edgeglass.core.design.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.design.Flow;
import app.edgeglass.core.design.SampleFolder;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    private final Samples samples = SampleFolder.samples();

    @ParameterizedTest
    @ValueSource(strings = {"edge-fleet", "orders", "factory-line"})
    void shippedSamplesHaveNoProblem(String name) {
        DesignReading reading = samples.load(name);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orThrow().name()).isEqualTo(name);
    }

    @Test
    void edgeFleetIsAsLargeAsItIsSaidToBe() {
        SubjectDesign design = samples.load("edge-fleet").orThrow();

        var telemetry = design.flows().stream()
                .filter(flow -> flow.subject().text().contains(".device."))
                .toList();
        assertThat(telemetry)
                .hasSize(6)
                .allSatisfy(
                        flow -> assertThat(design.expand(flow.subject()).size()).isEqualTo(60));
        double perSecond = design.flows().stream()
                .mapToDouble(flow -> perSecond(design, flow))
                .sum();
        assertThat(perSecond).isBetween(100.0, 200.0);
    }

    private static double perSecond(SubjectDesign design, Flow flow) {
        return flow.pace().perSecond(design.expand(flow.subject()).size());
    }

    @Test
    void listsThemByNameWithTitleAndDescription() {
        assertThat(samples.list()).extracting(Sample::name).containsExactly("edge-fleet", "factory-line", "orders");
        assertThat(samples.list()).allSatisfy(sample -> {
            assertThat(sample.valid()).isTrue();
            assertThat(sample.title()).isNotEqualTo(sample.name());
            assertThat(sample.description()).isNotBlank();
        });
    }

    @Test
    void aSampleThatIsBrokenIsListedAndSaysWhy(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "edgeglass: design/1\nnme: x\n");
        Files.writeString(folder.resolve("readme.txt"), "no sample");
        var own = new Samples(folder);

        assertThat(own.list())
                .singleElement()
                .satisfies(sample -> assertThat(sample.valid()).isFalse());
        assertThat(own.load("broken").problems()).isNotEmpty();
        assertThatThrownBy(() -> own.load("broken").orThrow())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("broken.yaml:2: nme: “nme” is no field here. Did you mean “name”?");
    }

    @Test
    void loadsByPathToo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), "edgeglass: design/1\nname: own\n");

        assertThat(samples.load(file.toString()).orThrow().name()).isEqualTo("own");
    }

    @Test
    void saysWhichThereAreWhenTheNameIsUnknown() {
        assertThatThrownBy(() -> samples.load("edge-flet")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.key()).isEqualTo("design.no-sample");
            assertThat(failure.sentence()).contains("edge-flet").contains("edge-fleet, factory-line, orders");
        });
        assertThatThrownBy(() -> samples.load("no/such.yaml"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("design.missing"));
        assertThatThrownBy(() -> new Samples(Path.of("no-such-folder")).list())
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("design.no-folder"));
    }
}
