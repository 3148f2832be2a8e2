package app.edgeglass.core.subject;

import java.util.List;

/** Says which subjects of a tree are shown. */
@FunctionalInterface
public interface NodeFilter {

    /** What a filter says of something. */
    enum Answer {
        KEPT,
        DROPPED,
        /** It could not be found out, so it is shown, and counted. */
        UNDECIDED;

        public static Answer of(boolean keeps) {
            return keeps ? KEPT : DROPPED;
        }

        /** When two things must hold: one that does not hold decides, whatever the other. */
        public Answer and(Answer other) {
            if (this == DROPPED || other == DROPPED) {
                return DROPPED;
            }
            return this == UNDECIDED ? UNDECIDED : other;
        }
    }

    /**
     * @param node the subject's node
     * @param subject the subject
     */
    Answer answer(int node, String subject);

    /** Tests that must hold before {@link #answer} is asked; all of them {@linkplain TokenTest#isDecidable decidable}. */
    default List<TokenTest> tokenTests() {
        return List.of();
    }

    /** Whether those tests decide, so that {@link #answer} is not asked at all. */
    default boolean isDecidedByTokens() {
        return false;
    }

    /** Whether the answer for a subject may change with its next message, since more than the subject is looked at. */
    default boolean looksAtMessages() {
        return false;
    }
}
