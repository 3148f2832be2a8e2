package app.edgeglass.core.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.publish.DraftProblem.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {

    private static final Filling THIRD = new Filling(Instant.EPOCH, 3, new Random(1));

    private static Composition of(BodyFormat format, String body, @Nullable Path file) {
        return new Composition("a.{{counter}}", "", List.of(new Header("N", "{{counter}}")), format, body, file);
    }

    private static void assertRefused(Composition composition, String key) {
        assertThatThrownBy(() -> composition.fill(THIRD, 100))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.key()).isEqualTo(key));
        var check = CompositionCheck.of(composition, THIRD, 100);
        assertThat(check.hasErrors()).isTrue();
        assertThat(check.problems().getFirst().failure().key()).isEqualTo(key);
    }

    @Test
    void fillsSubjectHeadersAndText() {
        Draft draft = of(BodyFormat.TEXT, "n={{counter}} ü", null).fill(THIRD, 0);
        assertThat(draft.subject()).isEqualTo("a.3");
        assertThat(draft.headers()).containsExactly(new Header("N", "3"));
        assertThat(draft.payload()).isEqualTo("n=3 ü".getBytes(UTF_8));
        assertThat(draft.replyTo()).isNull();
    }

    @Test
    void checksJsonWithItsPlaceholders() {
        assertThat(of(BodyFormat.JSON, "{\"n\": {{counter}}}", null)
                        .fill(THIRD, 0)
                        .payload())
                .isEqualTo("{\"n\": 3}".getBytes(UTF_8));
        var broken = of(BodyFormat.JSON, "{\n  \"n\": {{counter}} \"m\": 1}", null);
        assertRefused(broken, "publish.json");
        assertThat(CompositionCheck.of(broken, THIRD, 0)
                        .problems()
                        .getFirst()
                        .failure()
                        .sentence())
                .contains("Line 2, column 20");
    }

    @Test
    void readsHex() {
        assertThat(of(BodyFormat.HEX, "00 fF\n7b7B", null).fill(THIRD, 0).payload())
                .containsExactly(0, 0xFF, 0x7B, 0x7B);
        assertRefused(of(BodyFormat.HEX, "00 f", null), "publish.hex");
        assertRefused(of(BodyFormat.HEX, "{{counter}}", null), "publish.hex");
    }

    @Test
    void readsAFileOnlyWhenItFits(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("body"), new byte[40]);
        assertThat(of(BodyFormat.FILE, "ignored", file).fill(THIRD, 100).payload())
                .hasSize(40);
        assertThat(CompositionCheck.of(of(BodyFormat.FILE, "", file), THIRD, 50).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.failure().key()).isEqualTo("publish.too-large-headers"));

        Files.write(file, new byte[101]);
        assertRefused(of(BodyFormat.FILE, "", file), "publish.file-too-large");
        assertRefused(of(BodyFormat.FILE, "", folder), "publish.file-no-file");
        assertRefused(of(BodyFormat.FILE, "", folder.resolve("none")), "publish.file-missing");
        assertRefused(of(BodyFormat.FILE, "", null), "publish.file-none");
    }

    @Test
    void tellsSizesWhileTyping() {
        var check = CompositionCheck.of(of(BodyFormat.TEXT, "12345{{counter}}", null), THIRD, 1000);
        assertThat(check.payloadBytes()).isEqualTo(6);
        assertThat(check.countedBytes()).isEqualTo(6 + 17);
        assertThat(check.holes()).isEqualTo(3);
        assertThat(check.problems()).isEmpty();
        assertThat(CompositionCheck.of(of(BodyFormat.HEX, "x", null), THIRD, 1000)
                        .countedBytes())
                .isEqualTo(-1);
    }

    @Test
    void tellsErrorsInTheOrderOfTheFormAndWarningsOnlyWithoutErrors() {
        var wrong = new Composition("a..b", "", List.of(), BodyFormat.HEX, "x", null);
        assertThat(CompositionCheck.of(wrong, THIRD, 0).problems())
                .extracting(DraftProblem::part)
                .containsExactly(Part.SUBJECT, Part.PAYLOAD);
        var odd = new Composition("$SYS.x", "", List.of(), BodyFormat.HEX, "x", null);
        assertThat(CompositionCheck.of(odd, THIRD, 0).problems())
                .extracting(DraftProblem::part)
                .containsExactly(Part.PAYLOAD);
    }

    private static LoggedMessage logged(String subject, byte[] payload) {
        return new LoggedMessage(
                9,
                Instant.EPOCH,
                subject,
                "_INBOX.x.1",
                List.of(new Header("A", "{{now}}"), new Header("A", "2")),
                payload);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "{\"n\": 1}",
                "line\r\nline\r",
                "{{counter}} \\{{uuid}}",
                "{\"t\": \"{{now}}\"}",
                "ü温🎈",
                "[1]{2}"
            })
    void publishesTheSameTextAgain(String text) {
        Draft draft =
                Composition.again(logged("a.{{uuid}}", text.getBytes(UTF_8))).fill(THIRD, 0);
        assertThat(draft.payload()).isEqualTo(text.getBytes(UTF_8));
        assertThat(draft.subject()).isEqualTo("a.{{uuid}}");
        assertThat(draft.headers()).containsExactly(new Header("A", "{{now}}"), new Header("A", "2"));
        assertThat(draft.replyTo()).as("nobody waits there any more").isNull();
    }

    @Test
    void publishesTheSameBytesAgain() {
        var all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        for (byte[] payload : List.of(all, new byte[] {0}, new byte[] {(byte) 0xC3}, new byte[] {'a', 27, '[', 'm'})) {
            Composition again = Composition.again(logged("a", payload));
            assertThat(again.format()).isEqualTo(BodyFormat.HEX);
            assertThat(again.fill(THIRD, 0).payload()).isEqualTo(payload);
        }
    }

    @Test
    void choosesTheFormatOfWhatIsPublishedAgain() {
        assertThat(Composition.again(logged("a", "{\"a\":1}".getBytes(UTF_8))).format())
                .isEqualTo(BodyFormat.JSON);
        assertThat(Composition.again(logged("a", "hello".getBytes(UTF_8))).format())
                .isEqualTo(BodyFormat.TEXT);
    }
}
