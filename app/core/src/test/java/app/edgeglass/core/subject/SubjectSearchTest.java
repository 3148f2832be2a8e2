package app.edgeglass.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubjectSearchTest {

    private final SubjectTree tree = new SubjectTree(256L << 20);

    private void count(String subject) {
        byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
        tree.count(bytes, 0, bytes.length, 10, 1);
    }

    @Test
    void findsWhatASearchOverTheTextsWouldFind() {
        Set<String> subjects = new LinkedHashSet<>();
        var random = new Random(7);
        for (int i = 0; i < 4_000; i++) {
            var subject = new StringBuilder();
            for (int token = random.nextInt(5); token >= 0; token--) {
                for (int length = random.nextInt(4); length >= 0; length--) {
                    subject.append("abABé".charAt(random.nextInt(5)));
                }
                subject.append(token == 0 ? "" : ".");
            }
            subjects.add(subject.toString());
            count(subject.toString());
        }
        for (String wanted : List.of(
                "a", "ab", "aab", "aba.b", ".", "b.a", "aaaaa", "bé", "A.B.A", "x", "abab", ".ab.", "b.b.b.b")) {
            String folded = wanted.toLowerCase(Locale.ROOT);
            assertThat(SubjectSearch.containing(tree, wanted, 9_000))
                    .as(wanted)
                    .isEqualTo(subjects.stream()
                            .filter(subject -> subject.toLowerCase(Locale.ROOT).contains(folded))
                            .sorted(NaturalOrder.INSTANCE)
                            .toList());
            assertThat(SubjectSearch.starting(tree, wanted, 9_000))
                    .as(wanted)
                    .hasSameElementsAs(subjects.stream()
                            .filter(subject -> subject.startsWith(wanted))
                            .toList());
        }
    }

    @Test
    void whatStandsForOthersIsNoSubjectToPublishOn() {
        count("_INBOX.*");
        count("_INBOX.x");
        assertThat(SubjectSearch.starting(tree, "_IN", 10)).containsExactly("_INBOX.x");
        assertThat(SubjectSearch.containing(tree, "_in", 10)).containsExactly("_INBOX.*", "_INBOX.x");
    }

    /** However many fit, text is made of few; and who is interrupted stops. */
    @Test
    void aLargeTreeCostsNeitherTextNorTime() {
        for (int i = 0; i < 300_000; i++) {
            count("site." + i % 10 + ".device." + i % 1_000 + ".sensor." + i);
        }
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(SubjectSearch.containing(tree, "sensor.29", 8)).hasSize(8);
        assertThat(SubjectSearch.containing(tree, "site", 8)).startsWith("site.0.device.0.sensor.0");
        assertThat(SubjectSearch.containing(tree, "nowhere", 8)).isEmpty();
        assertThat(SubjectSearch.starting(tree, "site.9.device.999.sensor.2999", 12))
                .hasSize(3)
                .contains("site.9.device.999.sensor.299999");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20 << 20);
        Thread.currentThread().interrupt();
        assertThat(SubjectSearch.containing(tree, "nowhere", 8)).isEmpty();
        assertThat(SubjectSearch.containing(tree, "sensor.299999", 8)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(SubjectSearch.containing(tree, "sensor.299999", 8)).hasSize(1);
    }
}
