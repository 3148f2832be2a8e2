package app.edgeglass.desktop.control.tree;

import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeRows;

/** One row of a picture of the tree, for a table that wants an object for each visible row. */
public record TreeRow(TreeRows rows, int index) {

    public int node() {
        return rows.nodes()[index];
    }

    public int depth() {
        return rows.depths()[index];
    }

    public String token() {
        return rows.tree().token(node());
    }

    public String subject() {
        return rows.tree().subject(node());
    }

    public boolean hasChildren() {
        return rows.children()[index] > 0;
    }

    public int children() {
        return rows.children()[index];
    }

    public boolean isExpanded() {
        return rows.isExpanded(index);
    }

    public boolean isMatch() {
        return rows.isMatch(index);
    }

    /** Whether it stands for the subjects of its branch that the tree has no room for. */
    public boolean isRest() {
        return rows.tree().isRest(node());
    }

    public long messages() {
        return rows.messages()[index];
    }

    public float rate() {
        return rows.rates()[index];
    }

    public long lastMicros() {
        return rows.lastMicros()[index];
    }

    public int subjects() {
        return rows.subjects()[index];
    }

    /** How the age of the last message compares to the pace of the subject so far. */
    public Freshness freshness(long nowMicros) {
        return Freshness.of(rows.tree(), node(), hasChildren(), messages(), lastMicros(), nowMicros);
    }

    /** Whether a message has come lately, in comparison to how often they come. */
    public enum Freshness {
        /** Within the last half second. */
        NOW,
        NORMAL,
        /** Silent five times as long as usual. */
        LATE,
        /** Silent twenty times as long as usual. */
        SILENT;

        private static final long JUST_NOW = 500_000;
        private static final long SHORTEST_LATE = 5_000_000;
        private static final int LATE_INTERVALS = 5;
        private static final int SILENT_INTERVALS = 20;
        private static final int ENOUGH_MESSAGES = 4;

        static Freshness of(
                SubjectTree tree, int node, boolean branch, long messages, long lastMicros, long nowMicros) {
            long age = nowMicros - lastMicros;
            if (age < JUST_NOW) {
                return NOW;
            }
            if (branch || messages < ENOUGH_MESSAGES || age < SHORTEST_LATE) {
                return NORMAL;
            }
            long interval = (lastMicros - tree.firstMicros(node)) / (messages - 1);
            if (age > interval * SILENT_INTERVALS) {
                return SILENT;
            }
            return age > interval * LATE_INTERVALS ? LATE : NORMAL;
        }
    }
}
