package app.edgeglass.core.subject;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which nodes of the tree are open: those that a person opened, and, as long as the person has not touched a node, small
 * branches that open by themselves so that a first look shows something. Not safe for use by several threads.
 */
public final class Expansion {

    private static final int MOST_REMEMBERED = 1_000;

    private final BitSet open = new BitSet();
    private final BitSet touched = new BitSet();
    private final BitSet byItself = new BitSet();
    private boolean settled;
    private final BitSet closedInFilter = new BitSet();
    private final Set<String> awaited = new LinkedHashSet<>();

    /** Opens or closes a node. */
    public void set(int node, boolean wanted) {
        settled = true;
        touched.set(node);
        open.set(node, wanted);
        closedInFilter.set(node, !wanted);
    }

    /** A filter opens branches of its own accord, so what was closed before it came does not count. */
    void startFilter() {
        closedInFilter.clear();
    }

    boolean isClosedInFilter(int node) {
        return closedInFilter.get(node);
    }

    public boolean isOpen(int node) {
        return node == SubjectTree.ROOT || open.get(node) || (byItself.get(node) && !touched.get(node));
    }

    /** Which branches are open without anybody having opened them; replaces what was so before. */
    void openByThemselves(BitSet nodes) {
        byItself.clear();
        byItself.or(nodes);
    }

    /** From now on no branch opens or closes by itself: the person has begun to work with the tree, or has seen it long enough. */
    public void settle() {
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    /** Opens these branches as soon as they are in the tree. */
    public void await(Set<String> branches) {
        awaited.addAll(branches);
    }

    /** Opens those of the awaited branches that have come. */
    void openAwaited(SubjectTree tree) {
        if (awaited.isEmpty()) {
            return;
        }
        awaited.removeIf(branch -> {
            int node = tree.find(branch);
            if (node == SubjectTree.NONE) {
                return false;
            }
            touched.set(node);
            open.set(node);
            return true;
        });
    }

    /** The branches that are open, and those that would be if they were there. */
    public Set<String> branches(SubjectTree tree) {
        var branches = new HashSet<>(awaited);
        var shown = new BitSet();
        shown.or(byItself);
        shown.andNot(touched);
        shown.or(open);
        shown.stream().limit(MOST_REMEMBERED).forEach(node -> branches.add(tree.subject(node)));
        return branches;
    }

    /** Closes everything. */
    public void closeAll() {
        settled = true;
        open.or(byItself);
        touched.or(open);
        closedInFilter.or(open);
        open.clear();
    }

    /** Forgets the nodes, as for a new tree, and awaits the branches that were open. */
    public void restart(SubjectTree old) {
        Set<String> branches = branches(old);
        open.clear();
        byItself.clear();
        settled = false;
        touched.clear();
        closedInFilter.clear();
        awaited.addAll(branches);
    }
}
