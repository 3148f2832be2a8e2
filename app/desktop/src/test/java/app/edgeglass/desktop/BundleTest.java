package app.edgeglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.consumer.ConsumerFields;
import app.edgeglass.core.jetstream.config.Shape;
import app.edgeglass.core.text.BundleCheck;
import app.edgeglass.core.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The window's words and its code agree, package by package. */
class BundleTest {

    private static final Path JAVA = Path.of("src/main/java");

    @Test
    void wordsAndCodeAgree() {
        var fields = new TreeSet<String>();
        ConsumerFields.all().forEach(field -> addFields("field." + field.name(), field.shape(), fields));
        assertThat(BundleCheck.problems(List.of(JAVA), Path.of("src/main/resources"), fields))
                .isEmpty();
    }

    /** A form puts the keys of its fields together of the fields' own names, which stand in core. */
    private static void addFields(String key, Shape shape, Set<String> into) {
        for (String ending : List.of("", ".hint", ".none", ".example")) {
            into.add(key + ending);
        }
        if (shape instanceof Shape.Choice(List<String> words)) {
            words.forEach(word -> into.addAll(List.of(key + "." + word, key + "." + word + ".hint")));
        }
    }

    @Test
    void everyFailureHasItsWords() {
        Words words = Words.of("app.edgeglass.core.words", Locale.ENGLISH);
        assertThat(BundleCheck.failures(JAVA))
                .allSatisfy(
                        key -> assertThat(words.has("failure." + key)).as(key).isTrue());
    }
}
