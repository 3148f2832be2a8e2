package app.edgeglass.core.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a sample of the tree into rows: open branches only, in order, filtered. One thread uses it, the one that takes
 * the samples.
 *
 * <p>While the order is frozen, nodes keep the place that they had; new ones join at the end of their branch. What is
 * costly (names, the filter's answers) is remembered from one time to the next.
 */
public final class TreeFlattener {

    /** More rows than this are not made, and are said to be hidden. */
    public static final int MOST_ROWS = 200_000;

    private static final int OPEN_BY_ITSELF_ROWS = 45;
    /** After so many pictures of a tree that is not empty, about ten seconds, branches no longer open by themselves. */
    private static final int SETTLED_PICTURES = 100;
    /** With a filter that leaves no more than this, every branch is open unless it was closed since. */
    private static final int OPEN_MATCHES = 300;

    private static final byte UNKNOWN = 0;
    private static final byte KEPT = 1;
    private static final byte DROPPED = 2;
    private static final byte UNDECIDED = 3;

    private final TreeSample sample;
    private final SubjectTree tree;
    private final Expansion expansion;

    /** The order that the children of a node had the last time. */
    private final Map<Integer, int[]> places = new HashMap<>();

    private boolean stable;
    private int pictures;
    private String[] names = new String[64];
    private int[] positions = new int[0];

    private @Nullable NodeFilter filter;
    private byte[] answers = new byte[64];
    private long[] answeredAt = new long[0];
    private final BitSet shown = new BitSet();
    private int shownSubjects;
    private int undecidedSubjects;

    private RowOrder order = RowOrder.NAME;

    public TreeFlattener(TreeSample sample, Expansion expansion) {
        this.sample = sample;
        this.tree = sample.tree();
        this.expansion = expansion;
    }

    /** Shows only what the filter keeps, with the branches above it; all when there is none. */
    public void filter(@Nullable NodeFilter wanted) {
        filter = wanted;
        Arrays.fill(answers, UNKNOWN);
        places.clear();
        expansion.startFilter();
    }

    /** Orders the children of each node. */
    public void order(RowOrder wanted) {
        if (order != wanted) {
            order = wanted;
            places.clear();
        }
    }

    /**
     * The rows of the sample as it is now.
     *
     * @param freeze whether nodes keep their place, as when the pointer rests on them
     */
    public TreeRows rows(boolean freeze) {
        expansion.openAwaited(tree);
        if (names.length < sample.size()) {
            names = Arrays.copyOf(names, Math.max(sample.size(), names.length * 2));
        }
        boolean filtered = filter != null;
        if (filter != null) {
            findShown(filter);
        }
        stable = freeze;
        // By name, a branch keeps its order until it gets another child.
        if (!freeze && (filtered || order != RowOrder.NAME)) {
            places.clear();
        }
        if (!filtered) {
            openSmallBranches();
        }
        boolean openAll = filtered && shownSubjects <= OPEN_MATCHES;
        var out = new RowBuffer();
        var stack = new ArrayList<int[]>();
        var at = new ArrayList<Integer>();
        stack.add(children(SubjectTree.ROOT, filtered));
        at.add(0);
        int hidden = 0;
        while (!stack.isEmpty()) {
            int level = stack.size() - 1;
            int[] siblings = stack.get(level);
            int index = at.get(level);
            if (index == siblings.length) {
                stack.removeLast();
                at.removeLast();
                continue;
            }
            at.set(level, index + 1);
            if (out.size == MOST_ROWS) {
                for (int i = index; i < siblings.length; i++) {
                    hidden += 1 + rowsBelow(siblings[i], filtered, openAll);
                }
                at.set(level, siblings.length);
                continue;
            }
            int node = siblings[index];
            boolean open = isOpen(node, openAll);
            boolean match = !filtered || answers[node] == KEPT || answers[node] == UNDECIDED;
            int[] below = open || filtered ? children(node, filtered) : siblings;
            out.add(sample, node, level, open, match, open || filtered ? below.length : sample.children(node));
            if (open) {
                stack.add(below);
                at.add(0);
            }
        }
        return out.rows(
                tree,
                filtered ? shownSubjects : sample.subjects(SubjectTree.ROOT),
                sample.subjects(SubjectTree.ROOT),
                hidden,
                filtered ? undecidedSubjects : 0);
    }

    private boolean isOpen(int node, boolean openAll) {
        return sample.children(node) > 0 && (expansion.isOpen(node) || (openAll && !expansion.isClosedInFilter(node)));
    }

    /** How many rows there would be below a node that gets none itself. Subjects can be deep, so nothing recurs here. */
    private int rowsBelow(int top, boolean filtered, boolean openAll) {
        int rows = 0;
        int at = top;
        boolean down = true;
        while (true) {
            int next = down && isOpen(at, openAll) ? tree.firstChild(at) : SubjectTree.NONE;
            while (next == SubjectTree.NONE && at != top) {
                next = tree.nextSibling(at);
                at = next == SubjectTree.NONE ? tree.parent(at) : at;
            }
            if (next == SubjectTree.NONE) {
                return rows;
            }
            at = next;
            // What has come since the sample, or does not pass, has no row, and nothing below it has one.
            down = at < sample.size() && (!filtered || shown.get(at));
            rows += down ? 1 : 0;
        }
    }

    private void findShown(NodeFilter by) {
        int size = sample.size();
        if (answers.length < size) {
            answers = Arrays.copyOf(answers, Math.max(size, answers.length * 2));
        }
        boolean live = by.looksAtMessages();
        if (live && answeredAt.length < answers.length) {
            answeredAt = Arrays.copyOf(answeredAt, answers.length);
        }
        shown.clear();
        shownSubjects = 0;
        undecidedSubjects = 0;
        for (int node = 1; node < size; node++) {
            long count = tree.messages(node);
            if (count == 0) {
                continue;
            }
            if (answers[node] == UNKNOWN || (live && answeredAt[node] != count)) {
                answers[node] = switch (by.answer(node, tree.subject(node))) {
                    case KEPT -> KEPT;
                    case DROPPED -> DROPPED;
                    case UNDECIDED -> UNDECIDED;
                };
                if (live) {
                    answeredAt[node] = count;
                }
            }
            if (answers[node] != DROPPED) {
                shownSubjects++;
                undecidedSubjects += answers[node] == UNDECIDED ? 1 : 0;
                for (int up = node; up != SubjectTree.ROOT && !shown.get(up); up = tree.parent(up)) {
                    shown.set(up);
                }
            }
        }
    }

    /**
     * Opens branches from the top, a whole level at a time, as long as the screen has room for all of it. Done anew each
     * time while the tree fills, and then left alone.
     */
    private void openSmallBranches() {
        if (expansion.isSettled() || sample.size() == 1) {
            return;
        }
        pictures++;
        if (pictures > SETTLED_PICTURES) {
            expansion.settle();
            return;
        }
        var opened = new BitSet();
        int rows = sample.children(SubjectTree.ROOT);
        List<Integer> level = branchesBelow(SubjectTree.ROOT);
        while (!level.isEmpty()) {
            for (int node : level) {
                rows += sample.children(node);
            }
            if (rows > OPEN_BY_ITSELF_ROWS) {
                break;
            }
            var next = new ArrayList<Integer>();
            for (int node : level) {
                opened.set(node);
                next.addAll(branchesBelow(node));
            }
            level = next;
        }
        expansion.openByThemselves(opened);
    }

    private List<Integer> branchesBelow(int node) {
        var branches = new ArrayList<Integer>();
        for (int child : children(node, false)) {
            if (sample.children(child) > 0 && !isOfSystem(child)) {
                branches.add(child);
            }
        }
        return branches;
    }

    private int[] children(int node, boolean filtered) {
        int[] found = new int[sample.children(node)];
        int count = 0;
        int size = sample.size();
        for (int child = tree.firstChild(node); child != SubjectTree.NONE; child = tree.nextSibling(child)) {
            if (child < size && (!filtered || shown.get(child))) {
                found[count++] = child;
            }
        }
        int[] children = count == found.length ? found : Arrays.copyOf(found, count);
        int[] before = places.get(node);
        if (before != null && stable) {
            keepPlaces(children, before);
        } else if (before != null && before.length == count && !filtered) {
            return before;
        } else {
            sort(children);
        }
        places.put(node, children);
        return children;
    }

    private void sort(int[] children) {
        Integer[] boxed = Arrays.stream(children).boxed().toArray(Integer[]::new);
        Arrays.sort(boxed, comparator());
        for (int i = 0; i < children.length; i++) {
            children[i] = boxed[i];
        }
    }

    private Comparator<Integer> comparator() {
        Comparator<Integer> byName = Comparator.<Integer, Boolean>comparing(this::isOfSystem)
                .thenComparing((a, b) -> NaturalOrder.INSTANCE.compare(name(a), name(b)));
        return switch (order) {
            case NAME -> byName;
            case MESSAGES ->
                Comparator.<Integer>comparingLong(node -> -sample.messages(node))
                        .thenComparing(byName);
            case RATE ->
                Comparator.<Integer>comparingDouble(node -> -Math.round(sample.rate(node) * 10))
                        .thenComparing(byName);
            case LAST_CHANGE ->
                Comparator.<Integer>comparingLong(node -> -sample.lastMicros(node))
                        .thenComparing(byName);
        };
    }

    /** Whether the name is one that clients and servers use among themselves; people look for their own first. */
    private boolean isOfSystem(int node) {
        String name = name(node);
        return name.startsWith("$") || name.startsWith("_");
    }

    private String name(int node) {
        String name = names[node];
        if (name == null) {
            name = tree.token(node);
            names[node] = name;
        }
        return name;
    }

    /** Brings the children into the order they had; those that are new come last, oldest first. */
    private void keepPlaces(int[] children, int[] before) {
        if (positions.length < sample.size()) {
            positions = new int[sample.size() + sample.size() / 2];
        }
        for (int i = 0; i < before.length; i++) {
            positions[before[i]] = i + 1;
        }
        Integer[] boxed = Arrays.stream(children).boxed().toArray(Integer[]::new);
        Arrays.sort(
                boxed,
                Comparator.<Integer>comparingInt(node -> positions[node] == 0 ? Integer.MAX_VALUE : positions[node])
                        .thenComparingInt(node -> node));
        for (int i = 0; i < children.length; i++) {
            children[i] = boxed[i];
        }
        for (int node : before) {
            positions[node] = 0;
        }
    }
}
