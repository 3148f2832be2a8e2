package app.edgeglass.core.connection;

import app.edgeglass.core.connection.SessionEvent.Severity;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The last events of a session. The same sentence said again in a row only counts up, so that a storm of them neither
 * fills the journal nor the screen. Safe for use by several threads.
 */
public final class EventJournal {

    /** The most events that are kept; older ones go first. */
    public static final int CAPACITY = 500;

    private final Clock clock;
    private final ArrayDeque<SessionEvent> events = new ArrayDeque<>();
    private long lastNumber;
    private long changes;

    EventJournal(Clock clock) {
        this.clock = clock;
    }

    /** @return whether it is a new event, not the last one said again */
    synchronized boolean add(Severity severity, String sentence, String remedy) {
        changes++;
        SessionEvent last = events.peekLast();
        if (last != null && last.sentence().equals(sentence)) {
            events.removeLast();
            events.addLast(
                    new SessionEvent(last.number(), clock.instant(), severity, sentence, remedy, last.times() + 1));
            return false;
        }
        if (events.size() == CAPACITY) {
            events.removeFirst();
        }
        lastNumber++;
        events.addLast(new SessionEvent(lastNumber, clock.instant(), severity, sentence, remedy, 1));
        return true;
    }

    /** Counts up with every event, also with one that is only said again, whose number stays. */
    public synchronized long changes() {
        return changes;
    }

    /** The number of the last event; 0 when nothing has happened. */
    public synchronized long lastNumber() {
        return lastNumber;
    }

    /** The events with a number above the given one that are still kept, oldest first. */
    public synchronized List<SessionEvent> after(long number) {
        var found = new ArrayList<SessionEvent>();
        for (SessionEvent event : events) {
            if (event.number() > number) {
                found.add(event);
            }
        }
        return found;
    }
}
