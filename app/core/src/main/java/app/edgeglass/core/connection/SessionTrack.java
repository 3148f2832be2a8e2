package app.edgeglass.core.connection;

import app.edgeglass.core.connection.SessionEvent.Severity;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session is doing and the times in which it had no connection, each change told in the journal. Once closed, it
 * changes no more. Safe for use by several threads.
 */
final class SessionTrack {

    private static final int MOST_GAPS = 1_000;

    private final Clock clock;
    private final EventJournal journal;
    private final Words words;
    private final ArrayList<Gap> gaps = new ArrayList<>();
    private volatile SessionState state;
    private long gapCount;

    SessionTrack(Clock clock, EventJournal journal, Words words) {
        this.clock = clock;
        this.journal = journal;
        this.words = words;
        this.state = new SessionState.Idle(clock.instant());
    }

    SessionState state() {
        return state;
    }

    synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    boolean isClosed() {
        return state instanceof SessionState.Closed;
    }

    synchronized void connecting() {
        if (state instanceof SessionState.Idle) {
            state = new SessionState.Connecting(clock.instant());
        }
    }

    synchronized void live(ServerDetails server) {
        if (isClosed()) {
            return;
        }
        Instant now = clock.instant();
        if (!gaps.isEmpty() && gaps.getLast().until() == null) {
            Gap gap = gaps.removeLast();
            gaps.add(new Gap(gap.number(), gap.from(), now));
            note(Severity.WARNING, "session.back", secondsSince(gap.from()));
        }
        state = new SessionState.Live(now, server);
    }

    /** @param heard until when everything surely arrived, if not until now */
    synchronized void lost(@Nullable Instant heard) {
        if (!(state instanceof SessionState.Live live)) {
            return;
        }
        Instant now = clock.instant();
        if (gaps.size() == MOST_GAPS) {
            gaps.removeFirst();
        }
        gapCount++;
        gaps.add(new Gap(gapCount, heard == null ? now : heard, null));
        state = new SessionState.Reconnecting(now, live.server().url());
        noteOfState(Severity.WARNING, "session.lost", live.server().url());
    }

    /** @param heard when the server, which is still connected, was heard for the last time */
    synchronized void silent(Instant heard) {
        if (state instanceof SessionState.Live live) {
            noteOfState(Severity.WARNING, "session.silent", live.server().url(), secondsSince(heard));
        }
    }

    synchronized void heardAgain(Instant heardBefore) {
        if (state instanceof SessionState.Live live) {
            noteOfState(Severity.INFO, "session.heard-again", live.server().url(), secondsSince(heardBefore));
        }
    }

    /** @param others whether other servers of the cluster are known */
    synchronized void lameDuck(boolean others) {
        if (state instanceof SessionState.Live live) {
            String key = others ? "session.lame-duck" : "session.lame-duck-alone";
            note(Severity.WARNING, key, live.server().url());
        }
    }

    /** @param servers all that are known now, since the cluster told of some that were not */
    synchronized void discovered(List<String> servers) {
        if (state instanceof SessionState.Live || state instanceof SessionState.Reconnecting) {
            note(Severity.INFO, "session.discovered", String.join(", ", servers));
        }
    }

    /**
     * The end.
     *
     * @param reason why; none when the person wanted it
     * @return whether it had not ended before
     */
    synchronized boolean closed(@Nullable Failure reason) {
        if (isClosed()) {
            return false;
        }
        state = new SessionState.Closed(clock.instant(), reason);
        if (reason != null) {
            journal.add(Severity.ERROR, reason.sentence(), reason.remedy());
        }
        return true;
    }

    private long secondsSince(Instant then) {
        return Math.max(1, Duration.between(then, clock.instant()).toSeconds());
    }

    private void note(Severity severity, String key, Object... arguments) {
        journal.add(severity, words.say(key, arguments), remedy(key, arguments));
    }

    /** Of what {@link #state} says as well. */
    private void noteOfState(Severity severity, String key, Object... arguments) {
        journal.addOfState(severity, words.say(key, arguments), remedy(key, arguments));
    }

    private String remedy(String key, Object... arguments) {
        String remedy = key + ".remedy";
        return words.has(remedy) ? words.say(remedy, arguments) : "";
    }
}
