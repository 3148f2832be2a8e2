package app.edgeglass.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.SessionEvent.Severity;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class EventJournalTest {

    private final EventJournal journal = new EventJournal(Clock.systemUTC());

    @Test
    void foldsWhatIsSaidAgainInARow() {
        assertThat(journal.add(Severity.WARNING, "slow", "")).isTrue();
        assertThat(journal.add(Severity.WARNING, "slow", "")).isFalse();
        journal.add(Severity.ERROR, "lost", "wait");
        journal.add(Severity.WARNING, "slow", "");

        assertThat(journal.after(0)).extracting(SessionEvent::times).containsExactly(2, 1, 1);
        assertThat(journal.after(0)).extracting(SessionEvent::number).containsExactly(1L, 2L, 3L);
        assertThat(journal.after(2)).extracting(SessionEvent::sentence).containsExactly("slow");
        assertThat(journal.lastNumber()).isEqualTo(3);
        assertThat(journal.changes()).isEqualTo(4);
    }

    @Test
    void keepsTheLastOnes() {
        for (int i = 1; i <= EventJournal.CAPACITY + 3; i++) {
            journal.add(Severity.INFO, "event " + i, "");
        }

        assertThat(journal.after(0))
                .hasSize(EventJournal.CAPACITY)
                .first()
                .satisfies(event -> assertThat(event.number()).isEqualTo(4));
    }
}
