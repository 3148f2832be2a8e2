package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.EventJournal;
import app.edgeglass.core.connection.SessionEvent;
import app.edgeglass.desktop.shell.notice.Notices;
import app.edgeglass.desktop.shell.notice.Severity;
import org.jspecify.annotations.Nullable;

/** Passes on what a session's journal says as notices: everything, once, and what is repeated with how often. */
final class EventTeller {

    private final Notices notices;
    private @Nullable EventJournal told;
    private long changes;

    EventTeller(Notices notices) {
        this.notices = notices;
    }

    /** @param open the journal of the session that is open now; of the one before, what it said last is told first */
    void tell(@Nullable EventJournal open) {
        if (told != null) {
            tellNew(told);
        }
        if (open != told) {
            told = open;
            changes = 0;
            if (open != null) {
                tellNew(open);
            }
        }
    }

    private void tellNew(EventJournal journal) {
        if (journal.changes() == changes) {
            return;
        }
        EventJournal.Fresh fresh = journal.since(changes);
        changes = fresh.changes();
        if (fresh.missed() > 0) {
            notices.warning(Texts.WORDS.say("events.missed", fresh.missed()), Texts.WORDS.say("events.missed.remedy"));
        }
        for (SessionEvent event : fresh.events()) {
            Severity severity = severity(event.severity());
            if (event.ofState()) {
                notices.addQuietly(severity, event.sentence(), event.remedy(), event.at(), event.times());
            } else {
                notices.add(severity, event.sentence(), event.remedy(), event.at(), event.times());
            }
        }
    }

    private static Severity severity(SessionEvent.Severity severity) {
        return switch (severity) {
            case INFO -> Severity.INFO;
            case WARNING -> Severity.WARNING;
            case ERROR -> Severity.ERROR;
        };
    }
}
