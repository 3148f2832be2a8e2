package app.edgeglass.core.connection;

import app.edgeglass.core.connection.SessionEvent.Severity;
import app.edgeglass.core.text.Words;

/**
 * Messages that were to be sent when a connection broke. Some had been sent and were not confirmed, so that nobody knows
 * whether they arrived. Others still waited in the client, which would send them whenever the connection comes back: they
 * are taken out there ({@link OutgoingLines}). Each is told in the journal. Safe for use by several threads.
 */
final class SendLosses {

    private final EventJournal journal;
    private final Words words;
    private Unsent total = Unsent.NONE;

    SendLosses(EventJournal journal, Words words) {
        this.journal = journal;
        this.words = words;
    }

    synchronized void unconfirmed(long messages) {
        if (messages > 0) {
            total = new Unsent(total.unconfirmed() + messages, total.dropped());
            tell("session.unconfirmed", messages);
        }
    }

    synchronized void dropped(long messages) {
        if (messages > 0) {
            total = new Unsent(total.unconfirmed(), total.dropped() + messages);
            tell("session.not-sent", messages);
        }
    }

    private void tell(String key, long messages) {
        journal.add(Severity.WARNING, words.say(key, messages), words.say(key + ".remedy", messages));
    }

    synchronized Unsent total() {
        return total;
    }
}
