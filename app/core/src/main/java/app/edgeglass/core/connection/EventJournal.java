package app.edgeglass.core.connection;

import app.edgeglass.core.connection.SessionEvent.Severity;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
    boolean add(Severity severity, String sentence, String remedy) {
        return add(severity, sentence, remedy, false);
    }

    /** Notes a change of the session's state. */
    void addOfState(Severity severity, String sentence, String remedy) {
        add(severity, sentence, remedy, true);
    }

    private synchronized boolean add(Severity severity, String sentence, String remedy, boolean ofState) {
        changes++;
        SessionEvent last = events.peekLast();
        if (last != null && last.sentence().equals(sentence)) {
            events.removeLast();
            events.addLast(last.saidAgain(clock.instant()));
            return false;
        }
        if (events.size() == CAPACITY) {
            events.removeFirst();
        }
        lastNumber++;
        events.addLast(new SessionEvent(lastNumber, clock.instant(), severity, sentence, remedy, 1, ofState));
        return true;
    }

    /** Counts up with every event, also with one that is only said again, whose number stays. */
    public synchronized long changes() {
        return changes;
    }

    /**
     * What has been said since the journal had counted so many {@link #changes}: the events with how often they were said
     * since then, also one that was said before and only repeated.
     *
     * @param seen an earlier value of {@link #changes}, or 0 for all
     */
    public synchronized Fresh since(long seen) {
        var found = new ArrayList<SessionEvent>();
        // Each time that something was said is one change, and only the last event is ever repeated: counted from the
        // newest, the events' times are the changes, without a gap.
        long left = changes - seen;
        var newestFirst = events.descendingIterator();
        while (left > 0 && newestFirst.hasNext()) {
            SessionEvent event = newestFirst.next();
            int times = (int) Math.min(event.times(), left);
            left -= times;
            found.add(event.said(times));
        }
        Collections.reverse(found);
        return new Fresh(changes, found, left);
    }

    /**
     * What a reader of the journal has not seen.
     *
     * @param changes what to ask with the next time
     * @param events oldest first, each with how often it was said since the last look
     * @param missed how often something was said that has made room for newer events before anybody looked
     */
    public record Fresh(long changes, List<SessionEvent> events, long missed) {

        public Fresh {
            events = List.copyOf(events);
        }
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
