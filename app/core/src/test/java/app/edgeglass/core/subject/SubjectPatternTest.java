package app.edgeglass.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.error.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectPatternTest {

    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true",
        "a.b, a.b.c, false",
        "a.b.c, a.b, false",
        "a.*, a.b, true",
        "a.*, a, false",
        "a.*, a.b.c, false",
        "*.b, a.b, true",
        "a.>, a.b, true",
        "a.>, a.b.c, true",
        "a.>, a, false",
        ">, a, true",
        ">, a.b, true",
        "*, a, true",
        "*, a.b, false",
        "*.*, a, false",
        "a*.b, a*.b, true",
        "a*.b, ax.b, false",
        "공장.*, 공장.온도, true",
    })
    void matchesAsAServerDoes(String pattern, String subject, boolean expected) {
        assertThat(SubjectPattern.parse(pattern).matches(subject)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true",
        "a.*, *.b, true",
        "a.>, a.b.c, true",
        "a.>, a, false",
        "*, a.b, false",
        "a.*, b.*, false",
        ">, x, true",
        "a.*.c, a.b.>, true",
        "a.*.c, a.b.d, false",
    })
    void findsOverlapsBothWays(String one, String other, boolean expected) {
        var a = SubjectPattern.parse(one);
        var b = SubjectPattern.parse(other);
        assertThat(a.overlaps(b)).isEqualTo(expected);
        assertThat(b.overlaps(a)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', subject.empty",
        "'a b', subject.space",
        "a..b, subject.empty-token",
        ".a, subject.empty-token",
        "a., subject.empty-token",
        "a.>.b, subject.tail-wildcard",
    })
    void refusesWithAReason(String text, String key) {
        assertThatThrownBy(() -> SubjectPattern.parse(text))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.*", ">", "*", "a.>"})
    void oneCannotPublishToAPattern(String text) {
        assertThatThrownBy(() -> Subject.parse(text))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("subject.wildcard"));
    }

    @Test
    void namesTheCharacterThatCannotBeSeen() {
        assertThatThrownBy(() -> Subject.parse("a.b\r\nPUB")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.sentence()).contains("U+000D").contains("4").doesNotContain("\r");
            assertThat(failure.remedy()).isNotEmpty();
        });
    }

    @Test
    void refusesSixtyFourKibibytesOfNameWithBothNumbers() {
        assertThatThrownBy(() -> Subject.parse("a".repeat(65_536)))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence())
                                .contains("65,536")
                                .contains("3,900"));
    }
}
