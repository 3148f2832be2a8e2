package app.edgeglass.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core's words and its code agree. */
class BundleTest {

    private static final Path JAVA = Path.of("src/main/java");
    /** Failures that only the window meets have their words in core too. */
    private static final Path DESKTOP = Path.of("../desktop/src/main/java");

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void wordsAndCodeAgree() {
        assertThat(BundleCheck.problems(List.of(JAVA, DESKTOP), RESOURCES)).isEmpty();
    }

    @Test
    void everyFailureHasItsWords() {
        Words words = Words.of("app.edgeglass.core.words", Locale.ENGLISH);
        assertThat(BundleCheck.failures(JAVA))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(words.has("failure." + key)).as(key).isTrue());
    }

    @Test
    void findsWhatDoesNotAgree(@TempDir Path module) throws Exception {
        Path code = Files.createDirectories(module.resolve("java/app/x"));
        Path words = Files.createDirectories(module.resolve("resources/app/x"));
        Files.writeString(code.resolve("A.java"), "WORDS.say(\"there\"); WORDS.say(\"missing\", 1); f(\"oops\");");
        Files.writeString(
                words.resolve("words.properties"),
                "there=Here\nunused=Never\nfailure.oops=No\nempty=\nthere=Twice\napostrophe=don't\n");

        assertThat(BundleCheck.problems(List.of(module.resolve("java")), module.resolve("resources")))
                .anyMatch(problem -> problem.contains("“missing” is said but has no words"))
                .anyMatch(problem -> problem.contains("“unused” is said nowhere"))
                .anyMatch(problem -> problem.contains("“failure.oops” has no remedy"))
                .anyMatch(problem -> problem.contains("“empty” is empty"))
                .anyMatch(problem -> problem.contains("“there” is there twice"))
                .anyMatch(problem -> problem.contains("“apostrophe” has a straight apostrophe"))
                .noneMatch(problem -> problem.contains("“there” is said nowhere"));
    }
}
