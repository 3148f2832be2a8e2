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
    private String trouble = "";

    EventTeller(Notices notices) {
        this.notices = notices;
    }

    /**
     * Tells what is new.
     *
     * @param open the journal of the session that is open now; of the one before, what it said last is told first
     * @param of the session's name, where there are several; empty where there is no need to say it
     * @return the last of it that is to be looked at; empty for nothing
     */
    String tell(@Nullable EventJournal open, String of) {
        trouble = "";
        if (told != null) {
            tellNew(told, of);
        }
        if (open != told) {
            told = open;
            changes = 0;
            if (open != null) {
                tellNew(open, of);
            }
        }
        return trouble;
    }

    private void tellNew(EventJournal journal, String of) {
        if (journal.changes() == changes) {
            return;
        }
        EventJournal.Fresh fresh = journal.since(changes);
        changes = fresh.changes();
        if (fresh.missed() > 0) {
            notices.warning(
                    SessionTeller.named(of, Texts.WORDS.say("events.missed", fresh.missed())),
                    Texts.WORDS.say("events.missed.remedy"));
        }
        for (SessionEvent event : fresh.events()) {
            Severity severity = severity(event.severity());
            String sentence = SessionTeller.named(of, event.sentence());
            if (event.severity() != SessionEvent.Severity.INFO) {
                trouble = event.sentence();
            }
            if (event.ofState()) {
                notices.addQuietly(severity, sentence, event.remedy(), event.at(), event.times());
            } else {
                notices.add(severity, sentence, event.remedy(), event.at(), event.times());
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
