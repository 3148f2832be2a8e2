package app.edgeglass.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.design.Template.Literal;
import app.edgeglass.core.design.Template.Place;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpansionTest {

    private static final Variable SITE = new Variable("site", List.of("a", "b"));
    private static final Variable DEVICE = new Variable("device", List.of("1", "2", "3"));
    private static final Template SUBJECT = new Template(
            "site.{site}.dev-{device}.{site}",
            List.of(
                    new Literal("site."),
                    new Place("site"),
                    new Literal(".dev-"),
                    new Place("device"),
                    new Literal("."),
                    new Place("site")));

    @Test
    void isTheProductOfTheVariablesThatTheTemplateHas() {
        var expansion = Expansion.of(SUBJECT, List.of(new Variable("other", List.of("x", "y")), DEVICE, SITE));

        assertThat(IntStream.range(0, expansion.size()).mapToObj(expansion::text))
                .containsExactly(
                        "site.a.dev-1.a",
                        "site.a.dev-2.a",
                        "site.a.dev-3.a",
                        "site.b.dev-1.b",
                        "site.b.dev-2.b",
                        "site.b.dev-3.b");
        assertThat(expansion.value(4, "device")).contains("2");
        assertThat(expansion.value(4, "other")).isEmpty();
        assertThat(expansion.pattern()).isEqualTo("site.*.*.*");
    }

    @Test
    void aTemplateWithoutPlacesIsOneText() {
        var expansion = Expansion.of(Template.literal("a.b"), List.of(SITE));

        assertThat(expansion.size()).isEqualTo(1);
        assertThat(expansion.text(0)).isEqualTo("a.b");
        assertThat(expansion.pattern()).isEqualTo("a.b");
    }

    @Test
    void countsWithoutOverflow() {
        var large = new Variable("v", Collections.nCopies(10_000, "x"));

        assertThat(Expansion.count(List.of(large, large))).isEqualTo(100_000_000L);
        assertThat(Expansion.count(Collections.nCopies(8, large))).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> Expansion.of(SUBJECT, List.of(SITE))).isInstanceOf(IllegalArgumentException.class);
    }
}
