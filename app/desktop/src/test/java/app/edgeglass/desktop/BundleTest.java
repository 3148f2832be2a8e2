package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.text.BundleCheck;
import app.edgeglass.core.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The window's words and its code agree, package by package. */
class BundleTest {

    private static final Path JAVA = Path.of("src/main/java");

    @Test
    void wordsAndCodeAgree() {
        assertThat(BundleCheck.problems(List.of(JAVA), Path.of("src/main/resources"), FieldKeys.all()))
                .isEmpty();
    }

    @Test
    void everyFailureHasItsWords() {
        Words words = Words.of("app.edgeglass.core.words", Locale.ENGLISH);
        assertThat(BundleCheck.failures(JAVA))
                .allSatisfy(
                        key -> assertThat(words.has("failure." + key)).as(key).isTrue());
    }
}
