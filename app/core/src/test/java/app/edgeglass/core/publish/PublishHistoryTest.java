package app.edgeglass.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.publish.PublishHistory.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishHistoryTest {

    private final Kept kept = new Kept();
    private final PublishHistory history = new PublishHistory(kept);

    private static final class Kept implements PublishHistory.Store {

        private List<Entry> entries = List.of();

        @Override
        public List<Entry> load() {
            return entries;
        }

        @Override
        public void save(List<Entry> now) {
            entries = new ArrayList<>(now);
        }
    }

    private static Composition text(String subject, String body) {
        return new Composition(subject, "", List.of(), BodyFormat.TEXT, body, null);
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    @Test
    void keepsTheNewestFirstOverARestart() {
        history.add(at(1), text("a", "1"), null);
        history.add(at(2), text("b", "2"), RequestPlan.one(Duration.ofSeconds(2)));

        assertThat(new PublishHistory(kept).entries())
                .extracting(entry -> entry.composition().subject())
                .containsExactly("b", "a");
        assertThat(history.entries().getFirst().plan()).isEqualTo(RequestPlan.one(Duration.ofSeconds(2)));
    }

    @Test
    void movesTheSameToTheFront() {
        history.add(at(1), text("a", "1"), null);
        history.add(at(2), text("b", "2"), null);
        history.add(at(3), text("a", "1"), null);

        assertThat(history.entries()).extracting(Entry::at).containsExactly(at(3), at(2));
    }

    @Test
    void tellsAPublishFromARequest() {
        history.add(at(1), text("a", "1"), null);
        history.add(at(2), text("a", "1"), RequestPlan.one(Duration.ofSeconds(2)));

        assertThat(history.entries()).hasSize(2);
    }

    @Test
    void forgetsTheOldestBeyondFifty() {
        for (int i = 0; i < 60; i++) {
            history.add(at(i), text("a" + i, ""), null);
        }
        assertThat(history.entries()).hasSize(PublishHistory.MOST_ENTRIES);
        assertThat(history.entries().getLast().at()).isEqualTo(at(10));
    }

    @Test
    void staysWithinItsBytes() {
        for (int i = 0; i < 40; i++) {
            history.add(at(i), text("a" + i, "x".repeat(PublishHistory.LARGEST_BODY)), null);
        }
        long bytes = history.entries().stream().mapToLong(Entry::bytes).sum();
        assertThat(bytes).isBetween(PublishHistory.MOST_BYTES - 70_000, PublishHistory.MOST_BYTES);
    }

    @Test
    void saysThatALargePayloadWasNotKept() {
        history.add(at(1), text("a", "ü".repeat(40_000)), null);

        Entry entry = history.entries().getFirst();
        assertThat(entry.bodyNotKept()).isEqualTo(80_000);
        assertThat(entry.composition()).isEqualTo(text("a", ""));
    }

    @Test
    void forgetsWhatIsRemoved() {
        history.add(at(1), text("a", "secret"), null);
        history.add(at(2), text("b", ""), null);
        history.remove(history.entries().getLast());
        assertThat(kept.entries).extracting(Entry::at).containsExactly(at(2));
        history.clear();
        assertThat(kept.entries).isEmpty();
    }
}
