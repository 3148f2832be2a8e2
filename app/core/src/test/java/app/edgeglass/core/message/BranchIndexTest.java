package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.subject.SubjectTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BranchIndexTest {

    private final Capture capture = new Capture(new Budget(1 << 20, 1 << 20, 8L << 20));

    private void publish(String subject, String payload) {
        capture.accept(subject, payload.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> texts(BranchRows rows) {
        var texts = new ArrayList<String>();
        for (int row = 0; row < rows.size(); row++) {
            texts.add(
                    rows.isGap(row)
                            ? "gap"
                            : capture.log()
                                    .read(rows.rows()[row], 100)
                                    .map(head -> new String(head.payload(), StandardCharsets.UTF_8))
                                    .orElse("evicted"));
        }
        return texts;
    }

    @Test
    void takesWhatIsAtAndBelowTheBranchOldestFirstAndThenOnlyWhatIsNew() {
        publish("a", "1");
        publish("a.b", "2");
        publish("ab", "not below");
        publish("a.b.c", "3");
        var index = new BranchIndex(capture, capture.tree().find("a"), MessageFilter.NONE);
        assertThat(texts(index.advance(List.of()))).containsExactly("1", "2", "3");
        publish("x", "no");
        publish("a.new", "4");
        assertThat(texts(index.advance(List.of()))).containsExactly("1", "2", "3", "4");
    }

    @Test
    void filtersOverSubjectAndPayload() {
        publish("a.temp", "{\"v\":1}");
        publish("a.temp", "{\"v\":22}");
        publish("a.door", "{\"v\":22}");
        var index = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.parse("temp payload:22"));
        assertThat(texts(index.advance(List.of()))).containsExactly("{\"v\":22}");
    }

    @Test
    void evictedMessagesLeaveFromTheFront() {
        publish("a", "first");
        var index = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE);
        assertThat(index.advance(List.of()).size()).isOne();
        for (int i = 0; i < 5_000; i++) {
            publish("a", "x".repeat(1_000));
        }
        BranchRows rows = index.advance(List.of());
        assertThat(texts(rows)).doesNotContain("first", "evicted");
        assertThat((long) rows.size()).isEqualTo(capture.counters(0).kept());
    }

    @Test
    void aGapStandsBetweenTheMessagesBeforeAndAfterIt() {
        publish("a", "before");
        Instant from = Instant.now();
        var index = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE);
        index.advance(List.of());
        var open = new Gap(1, from, null);
        assertThat(texts(index.advance(List.of(open)))).containsExactly("before");
        var closed = new Gap(1, from, Instant.now());
        publish("a", "after");
        assertThat(texts(index.advance(List.of(closed)))).containsExactly("before", "gap", "after");
        assertThat(index.advance(List.of(closed)).gapAt(1)).contains(closed);
        assertThat(texts(new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE).advance(List.of(closed))))
                .containsExactly("before", "gap", "after");
    }
}
