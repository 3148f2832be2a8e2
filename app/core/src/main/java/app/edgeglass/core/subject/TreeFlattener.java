package app.edgeglass.core.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a sample of the tree into rows: open branches only, in order, filtered. One thread uses it, the one that takes
 * the samples.
 *
 * <p>While the order is frozen, nodes keep the place that they had; new ones join at the end of their branch. What is
 * costly (names, the filter's answers) is remembered from one time to the next, and of a filter that is slow to answer no
 * more than {@value #MOST_ASKED} answers are fetched at a time: the rows come little by little, and another filter does not
 * have to wait.
 */
public final class TreeFlattener {

    /** More rows than this are not made, and are said to be hidden. */
    public static final int MOST_ROWS = 200_000;

    private static final int OPEN_BY_ITSELF_ROWS = 45;
    /** After so many pictures of a tree that is not empty, about ten seconds, branches no longer open by themselves. */
    private static final int SETTLED_PICTURES = 100;
    /** With a filter that leaves no more than this, every branch is open unless it was closed since. */
    private static final int OPEN_MATCHES = 300;

    private static final int MOST_ASKED = 100_000;

    private static final byte UNKNOWN = 0;
    private static final byte KEPT = 1;
    private static final byte DROPPED = 2;
    private static final byte UNDECIDED = 3;

    private final TreeSample sample;
    private final SubjectTree tree;
    private final Expansion expansion;

    private final SiblingOrder siblings;
    /** The order that the children of a node had the last time, by anything but name. */
    private final Map<Integer, int[]> places = new HashMap<>();

    private boolean stable;
    private int pictures;
    private int[] positions = new int[0];
    private long[] keys = new long[0];

    private @Nullable NodeFilter filter;
    private TokenWalk walk;
    /** The node from which on the filter is asked next. */
    private int askedTo = 1;

    private int pendingSubjects;
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
        siblings = new SiblingOrder(tree);
        walk = new TokenWalk(tree, List.of());
    }

    /** Shows only what the filter keeps, with the branches above it; all when there is none. */
    public void filter(@Nullable NodeFilter wanted) {
        filter = wanted;
        walk = new TokenWalk(tree, wanted == null ? List.of() : wanted.tokenTests());
        askedTo = 1;
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
        boolean filtered = filter != null;
        if (filter != null) {
            findShown(filter);
        }
        stable = freeze;
        if (!freeze) {
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
            boolean match = !filtered || isKept(node);
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
                filtered ? pendingSubjects : 0,
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
        walk.advance(size);
        boolean asked = !by.isDecidedByTokens();
        if (asked) {
            ask(by, size);
        }
        shown.clear();
        shownSubjects = 0;
        undecidedSubjects = 0;
        pendingSubjects = 0;
        for (int node = 1; node < size; node++) {
            if (!isKept(node)) {
                pendingSubjects += asked && isAskable(node) && answers[node] == UNKNOWN ? 1 : 0;
                continue;
            }
            shownSubjects++;
            undecidedSubjects += asked && answers[node] == UNDECIDED ? 1 : 0;
            for (int up = node; up != SubjectTree.ROOT && !shown.get(up); up = tree.parent(up)) {
                shown.set(up);
            }
        }
    }

    private boolean isAskable(int node) {
        return tree.messages(node) > 0 && walk.passes(node);
    }

    private boolean isKept(int node) {
        boolean byAnswer =
                filter == null || filter.isDecidedByTokens() || answers[node] == KEPT || answers[node] == UNDECIDED;
        return byAnswer && isAskable(node);
    }

    /** Goes round the nodes, from where it stopped the last time. */
    private void ask(NodeFilter by, int size) {
        if (answers.length < size) {
            answers = Arrays.copyOf(answers, Math.max(size, answers.length * 2));
        }
        boolean live = by.looksAtMessages();
        if (live && answeredAt.length < answers.length) {
            answeredAt = Arrays.copyOf(answeredAt, answers.length);
        }
        int asked = 0;
        int node = askedTo;
        for (int i = 1; i < size && asked < MOST_ASKED; i++) {
            long count = tree.messages(node);
            if (count > 0 && (answers[node] == UNKNOWN || (live && answeredAt[node] != count)) && walk.passes(node)) {
                answers[node] = switch (by.answer(node, tree.subject(node))) {
                    case KEPT -> KEPT;
                    case DROPPED -> DROPPED;
                    case UNDECIDED -> UNDECIDED;
                };
                if (live) {
                    answeredAt[node] = count;
                }
                asked++;
            }
            node = node + 1 < size ? node + 1 : 1;
        }
        askedTo = node;
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
            if (sample.children(child) > 0 && !siblings.isOfSystem(child)) {
                branches.add(child);
            }
        }
        return branches;
    }

    private int[] children(int node, boolean filtered) {
        int[] byName = siblings.byName(node, sample.children(node), sample.size());
        if (order == RowOrder.NAME && !filtered && !stable) {
            return byName;
        }
        int[] children = filtered ? Arrays.stream(byName).filter(shown::get).toArray() : byName.clone();
        int[] before = places.get(node);
        if (before != null && stable) {
            keepPlaces(children, before);
        } else {
            orderByFigures(children);
        }
        places.put(node, children);
        return children;
    }

    /** By what was asked for, and by name where that is the same. */
    private void orderByFigures(int[] byName) {
        if (order == RowOrder.NAME) {
            return;
        }
        if (keys.length < sample.size()) {
            keys = new long[sample.size() + sample.size() / 2];
        }
        for (int node : byName) {
            keys[node] = switch (order) {
                case NAME -> 0;
                case MESSAGES -> sample.messages(node);
                // To a tenth, as it is shown: what looks the same does not change places.
                case RATE -> Math.round(sample.rate(node) * 10.0);
                case LAST_CHANGE -> sample.lastMicros(node);
            };
        }
        siblings.sort(byName, (node, other) -> keys[node] < keys[other]);
    }

    /** Brings the children into the order they had; those that are new come last, oldest first. */
    private void keepPlaces(int[] children, int[] before) {
        if (positions.length < sample.size()) {
            positions = new int[sample.size() + sample.size() / 2];
        }
        for (int i = 0; i < before.length; i++) {
            positions[before[i]] = i + 1;
        }
        siblings.sort(
                children, (node, other) -> place(node) != place(other) ? place(node) > place(other) : node > other);
        for (int node : before) {
            positions[node] = 0;
        }
    }

    private int place(int node) {
        return positions[node] == 0 ? Integer.MAX_VALUE : positions[node];
    }
}
