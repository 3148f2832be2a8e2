package app.edgeglass.desktop.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.payload.Digests;
import app.edgeglass.core.payload.PayloadForm;
import app.edgeglass.core.task.InPlaceRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadViewModelTest {

    private static final String LAYOUT = "layout of a payload";

    @TempDir
    private Path folder;

    private final PayloadViewModel model = new PayloadViewModel(new InPlaceRunner());

    @Test
    void showsEachPayloadInTheFormThatFits() {
        model.show(source(1, "{\"a\":1}"));
        assertThat(form()).isEqualTo(PayloadForm.PRETTY);
        model.show(source(2, "hello"));
        assertThat(form()).isEqualTo(PayloadForm.TEXT);
        model.show(PayloadSource.of("s", 3, new byte[] {-1, -2}));
        assertThat(form()).isEqualTo(PayloadForm.HEX);
        model.show(null);
        assertThat(model.shownProperty().get()).isNull();
    }

    @Test
    void remembersAChoiceUntilItIsTakenBack() {
        model.show(source(1, "{\"a\":1}"));
        model.choose(PayloadForm.HEX);
        assertThat(form()).isEqualTo(PayloadForm.HEX);
        model.show(source(2, "{\"a\":2}"));
        assertThat(form()).isEqualTo(PayloadForm.HEX);
        model.choose(PayloadForm.PRETTY);
        assertThat(model.chosenProperty().get())
                .as("what fits by itself is no choice")
                .isNull();
        model.show(source(3, "hello"));
        assertThat(form()).isEqualTo(PayloadForm.TEXT);
    }

    @Test
    void aChoiceThatDoesNotFitStaysForTheNextPayload() {
        model.show(source(1, "hello"));
        model.choose(PayloadForm.PRETTY);
        assertThat(form()).isEqualTo(PayloadForm.TEXT);
        model.show(source(2, "{}"));
        assertThat(form()).isEqualTo(PayloadForm.PRETTY);
    }

    @Test
    void anAnswerAboutAPayloadThatIsNoLongerShownIsDropped() {
        var runner = new ManualRunner();
        var slow = new PayloadViewModel(runner);
        slow.show(source(1, "one"));
        slow.show(source(2, "two"));
        assertThat(runner.waiting(LAYOUT)).as("the first was cancelled").isEqualTo(1);
        assertThat(slow.loadingProperty().get()).isTrue();
        runner.finish(LAYOUT);
        assertThat(text(slow)).isEqualTo("two");
        assertThat(slow.loadingProperty().get()).isFalse();
        slow.show(source(3, "three"));
        slow.show(null);
        assertThat(runner.waiting(LAYOUT)).isZero();
        assertThat(slow.shownProperty().get()).isNull();
    }

    @Test
    void theVerySamePayloadIsNotLaidOutAgain() {
        var runner = new ManualRunner();
        var slow = new PayloadViewModel(runner);
        slow.show(source(1, "one"));
        runner.finish(LAYOUT);
        slow.show(source(1, "one"));
        assertThat(runner.waiting(LAYOUT)).isZero();
    }

    @Test
    void keepsTheReadersPlaceOnlyInTheSameThingInTheSameForm() {
        model.show(source(1, "{\"a\":1}"));
        assertThat(shown().samePlace()).isFalse();
        model.show(source(2, "{\"a\":2}"));
        assertThat(shown().samePlace()).isTrue();
        model.choose(PayloadForm.TEXT);
        assertThat(shown().samePlace()).isFalse();
        model.show(PayloadSource.of("other", 3, "{}".getBytes(UTF_8)));
        assertThat(shown().samePlace()).isFalse();
    }

    @Test
    void showsTheFirstPartOfALargePayloadAndAllOnRequest() {
        var bytes = "x\n".repeat(50_000).getBytes(UTF_8);
        model.show(PayloadSource.of("s", 1, bytes));
        assertThat(shown().bytesShown()).isEqualTo(65_536);
        assertThat(shown().isAll()).isFalse();
        assertThat(model.digestProperty().get()).isEqualTo(Digests.sha256(bytes));
        model.loadAll();
        assertThat(shown().isAll()).isTrue();
        assertThat(shown().page().lines().count()).isEqualTo(50_001);
        model.show(PayloadSource.of("s", 2, bytes.clone()));
        assertThat(shown().isAll())
                .as("the next one begins with its first part")
                .isFalse();
    }

    @Test
    void fetchesTheRestOnlyWhenAskedAndSaysWhenItIsGone() {
        var all = "y".repeat(200_000).getBytes(UTF_8);
        var part = Arrays.copyOf(all, 1_000);
        model.show(new PayloadSource("s", 1, part, all.length, () -> Optional.of(all)));
        assertThat(shown().bytesShown()).isEqualTo(1_000);
        model.loadAll();
        assertThat(shown().bytesShown()).isEqualTo(200_000);
        model.show(new PayloadSource("s", 2, part, all.length, Optional::empty));
        assertThat(model.failureProperty().get()).isNull();
        model.loadAll();
        assertThat(Objects.requireNonNull(model.failureProperty().get()).key()).isEqualTo("payload.gone");
        assertThat(shown().bytesShown()).as("what there is stays").isEqualTo(1_000);
        assertThat(model.digestProperty().get()).isEmpty();
    }

    @Test
    void savesTheExactBytesAndSaysSo() throws IOException {
        var all = "z".repeat(200_000).getBytes(UTF_8);
        model.show(new PayloadSource("a.b/c", 7, Arrays.copyOf(all, 10), all.length, () -> Optional.of(all)));
        assertThat(model.suggestedName()).isEqualTo("a.b_c-7.txt");
        var file = folder.resolve("saved.txt");
        model.saveTo(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(all);
        assertThat(model.savedProperty().get()).isEqualTo("Saved as " + file);
        model.saveTo(folder.resolve("none").resolve("x"));
        assertThat(Objects.requireNonNull(model.failureProperty().get()).key()).isEqualTo("file.folder");
        assertThat(model.savedProperty().get()).isEmpty();
        model.show(source(8, "next"));
        assertThat(model.failureProperty().get()).as("said of the one before").isNull();
    }

    @Test
    void copiesTextAsItIsAndBytesInHexadecimal() {
        var copied = new ArrayList<String>();
        model.show(source(1, "{\"a\" : 1e3}\n"));
        model.copyValue(copied::add);
        model.show(PayloadSource.of("s", 2, new byte[] {8, (byte) 0x96, 1}));
        model.copyValue(copied::add);
        assertThat(copied).containsExactly("{\"a\" : 1e3}\n", "08 96 01");
        model.show(PayloadSource.of("s", 3, new byte[17 << 20]));
        model.copyValue(copied::add);
        assertThat(Objects.requireNonNull(model.failureProperty().get()).key()).isEqualTo("payload.copy-large");
        assertThat(copied).hasSize(2);
    }

    @Test
    void findsGoesOnAndBeginsAnew() {
        model.show(source(1, "{\"temp\":1,\"b\":{\"temp\":2}}"));
        var find = model.find();
        find.queryProperty().set("TEMP");
        assertThat(find.foundProperty().get().hits()).hasSize(2);
        assertThat(find.foundProperty().get().current()).isZero();
        find.step(1);
        assertThat(find.foundProperty().get().current()).isEqualTo(1);
        find.step(1);
        assertThat(find.foundProperty().get().current())
                .as("from the end to the start")
                .isZero();
        find.step(-1);
        assertThat(find.foundProperty().get().current()).isEqualTo(1);
        model.show(source(2, "{\"temp\":1}"));
        assertThat(find.foundProperty().get().hits())
                .as("looks in what is shown")
                .hasSize(1);
        assertThat(find.foundProperty().get().current()).isZero();
        model.show(null);
        find.step(1);
        assertThat(find.foundProperty().get().current()).isEqualTo(-1);
    }

    private PayloadForm form() {
        return shown().page().form();
    }

    private ShownPayload shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    private static String text(PayloadViewModel of) {
        return Objects.requireNonNull(of.shownProperty().get()).page().lines().text(0);
    }

    private static PayloadSource source(long number, String text) {
        return PayloadSource.of("s", number, text.getBytes(UTF_8));
    }
}
