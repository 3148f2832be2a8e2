package app.edgeglass.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubjectMatcherTest {

    private static final String[] TOKENS = {"a", "b", "ab", "온도", "*", ">", "a*", ""};

    private static String subject(Random random, int kinds) {
        var text = new StringBuilder(TOKENS[random.nextInt(kinds)]);
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append('.').append(TOKENS[random.nextInt(kinds)]);
        }
        return text.toString();
    }

    /** The two ways of asking, against each other. */
    @Test
    void matchesBytesAsThePatternMatchesText() {
        var random = new Random(11);
        int matched = 0;
        for (int i = 0; i < 200_000; i++) {
            String wanted = subject(random, 6);
            int tail = wanted.indexOf('>');
            var pattern = SubjectPattern.parse(tail < 0 ? wanted : wanted.substring(0, tail + 1));
            String subject = subject(random, TOKENS.length);
            byte[] bytes = ("xx" + subject + "yy").getBytes(StandardCharsets.UTF_8);

            boolean matches = pattern.matcher().matches(bytes, 2, bytes.length - 4);

            assertThat(matches).as("%s on %s", pattern, subject).isEqualTo(pattern.matches(subject));
            matched += matches ? 1 : 0;
        }
        assertThat(matched).isBetween(10_000, 190_000);
    }
}
