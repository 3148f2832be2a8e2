package app.edgeglass.core.subject;

/** Says which subjects of a tree are shown. */
@FunctionalInterface
public interface NodeFilter {

    /**
     * @param node the subject's node
     * @param subject the subject
     */
    boolean keeps(int node, String subject);

    /** Whether the answer for a subject may change with its next message, since more than the subject is looked at. */
    default boolean looksAtMessages() {
        return false;
    }
}
