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

    @Test
    void tellsWhatIsNewOnceAndWithItsCount() {
        journal.add(Severity.WARNING, "slow", "");
        journal.add(Severity.WARNING, "slow", "");
        EventJournal.Fresh first = journal.since(0);
        assertThat(first.events()).extracting(SessionEvent::times).containsExactly(2);
        assertThat(journal.since(first.changes()).events()).isEmpty();

        journal.add(Severity.WARNING, "slow", "");
        journal.add(Severity.ERROR, "lost", "");
        journal.add(Severity.WARNING, "slow", "");
        EventJournal.Fresh second = journal.since(first.changes());
        assertThat(second.events()).extracting(SessionEvent::sentence).containsExactly("slow", "lost", "slow");
        assertThat(second.events()).extracting(SessionEvent::times).containsExactly(1, 1, 1);
        assertThat(second.missed()).isZero();
    }

    @Test
    void saysHowMuchWasMissedByAReaderThatLookedTooLate() {
        journal.add(Severity.WARNING, "slow", "");
        long seen = journal.changes();
        journal.add(Severity.WARNING, "slow", "");
        for (int i = 1; i <= EventJournal.CAPACITY + 1; i++) {
            journal.add(Severity.INFO, "event " + i, "");
        }

        EventJournal.Fresh fresh = journal.since(seen);
        assertThat(fresh.events()).hasSize(EventJournal.CAPACITY);
        assertThat(fresh.missed()).isEqualTo(2);
        assertThat(fresh.changes()).isEqualTo(journal.changes());
    }
}
