package app.edgeglass.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Filling SEVENTH = new Filling(Instant.parse("2026-11-22T12:03:04.123456Z"), 7, new Random(1));

    private static String fill(String template) {
        return Template.parse(template).fill(SEVENTH);
    }

    @Test
    void fillsTimeAndCounter() {
        assertThat(fill("{\"n\": {{counter}}, \"at\": \"{{now}}\"}"))
                .isEqualTo("{\"n\": 7, \"at\": \"2026-11-22T12:03:04.123Z\"}");
    }

    @Test
    void fillsEachUuidAnew() {
        String[] two = fill("{{uuid}} {{ uuid }}").split(" ", -1);
        assertThat(UUID.fromString(two[0])).isNotEqualTo(UUID.fromString(two[1]));
    }

    @Test
    void fillsRandomNumbersWithBothEnds() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            seen.add(fill("{{random -1 1}}"));
        }
        assertThat(seen).containsExactlyInAnyOrder("-1", "0", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{name}}",
                "{{}}",
                "{{random 5 1}}",
                "{{random 1}}",
                "{{random 1 99999999999999999999}}",
                "{{now",
                "now}}",
                "{ {now} }",
                "{{Now}}",
                "{{{{",
                "\\",
                "\\{{name}}",
                ""
            })
    void leavesWhatIsNoPlaceholder(String text) {
        assertThat(Template.parse(text).holes()).isZero();
        assertThat(fill(text)).isEqualTo(text);
        assertThat(Template.escape(text)).isEqualTo(text);
    }

    @Test
    void findsPlaceholdersAmongOtherBraces() {
        assertThat(fill("{\"a\":{\"b\":{{counter}}}}")).isEqualTo("{\"a\":{\"b\":7}}");
        assertThat(fill("{{{counter}}}")).isEqualTo("{7}");
        assertThat(fill("{{x {{counter}}")).isEqualTo("{{x 7");
        assertThat(fill("{{counter}}{{counter}}")).isEqualTo("77");
    }

    @Test
    void leavesAnEscapedPlaceholderWithoutItsBackslash() {
        assertThat(fill("\\{{counter}} {{counter}}")).isEqualTo("{{counter}} 7");
        assertThat(Template.parse("\\{{counter}}").holes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{counter}}",
                "\\{{counter}}",
                "\\\\{{counter}}",
                "a{{now}}b{{uuid}}",
                "{{{random 1 2}}}",
                "plain"
            })
    void escapesAnyTextToATemplateOfIt(String text) {
        assertThat(fill(Template.escape(text))).isEqualTo(text);
    }

    @Test
    void probesAtTheSamePlaces() {
        String template = "{\"a\": {{counter}}, \"b\": \"{{now}}\", \"c\": \\{{uuid}}}";
        assertThat(Template.parse(template).probe())
                .hasSameSizeAs(template)
                .startsWith("{\"a\": 0          , \"b\": \"0 ");
    }

    @Test
    void readsManyBracesInTime() {
        String braces = "{{a".repeat(300_000) + "}}";
        assertThat(fill(braces)).isEqualTo(braces);
    }
}
