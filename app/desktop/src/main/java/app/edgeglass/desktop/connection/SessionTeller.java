package app.edgeglass.desktop.connection;

import app.edgeglass.desktop.shell.notice.Notices;
import org.jspecify.annotations.Nullable;

/** Tells as notices what happens to a session, whether or not anybody looks at it. */
public final class SessionTeller {

    private final EventTeller events;
    private final FullTreeTeller fullTree;

    public SessionTeller(Notices notices) {
        events = new EventTeller(notices);
        fullTree = new FullTreeTeller(notices);
    }

    /**
     * Tells what is new; to be called again and again.
     *
     * @param of the session's name, where there are several; empty where there is no need to say it
     * @return the last of it that is to be looked at; empty for nothing
     */
    public String tell(@Nullable OpenSession open, String of) {
        String trouble = events.tell(open == null ? null : open.session().journal(), of);
        return open != null && fullTree.look(open.feed().capture().tree(), of) ? Texts.WORDS.say("tree.full") : trouble;
    }

    static String named(String of, String sentence) {
        return of.isEmpty() ? sentence : Texts.WORDS.say("events.of", of, sentence);
    }
}
