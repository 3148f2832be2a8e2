package app.edgeglass.core.connection.exchange;

import app.edgeglass.core.connection.profile.Profile;
import java.util.List;

/** What an import would do, line by line, to be shown and chosen from before anything is kept. */
public record ImportPlan(List<Line> lines, List<String> unreadable) {

    /** What becomes of a profile of the file. */
    public enum Fate {
        /** It is added. */
        ADD,
        /** It is added under another name, because its own is taken. */
        ADD_RENAMED,
        /** It takes the place of the one with its id. */
        REPLACE,
        /** It is here already, as it is. */
        SAME,
        /** It is left out. */
        SKIP
    }

    /**
     * A profile of the file.
     *
     * @param name under which it will be kept
     * @param fate what will become of it
     * @param choices what may become of it instead
     * @param withSecrets whether the file has secrets of it
     */
    public record Line(Profile profile, String name, Fate fate, List<Fate> choices, boolean withSecrets) {}
}
