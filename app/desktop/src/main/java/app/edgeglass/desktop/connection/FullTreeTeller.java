package app.edgeglass.desktop.connection;

import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.desktop.shell.notice.Notices;
import org.jspecify.annotations.Nullable;

/** Tells, once for each tree, that it has no room for more subjects. */
final class FullTreeTeller {

    private final Notices notices;
    private @Nullable SubjectTree told;

    FullTreeTeller(Notices notices) {
        this.notices = notices;
    }

    /**
     * To be called again and again.
     *
     * @param of the session's name; empty where there is no need to say it
     * @return whether it was told now
     */
    boolean look(SubjectTree tree, String of) {
        if (!tree.hasRests() || tree.equals(told)) {
            return false;
        }
        told = tree;
        notices.warning(SessionTeller.named(of, Texts.WORDS.say("tree.full")), Texts.WORDS.say("tree.full.remedy"));
        return true;
    }
}
