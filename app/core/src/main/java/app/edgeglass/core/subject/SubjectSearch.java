package app.edgeglass.core.subject;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds subjects of a tree by a part of their text. Node by node, in the order of their numbers, it is known how far the
 * bytes so far have come in what is looked for: text is made only of what fits, and of no more than
 * {@value #MOST_RANKED} subjects. Ends early, without an answer, when its thread is interrupted.
 *
 * <p>Capital letters that are ASCII are the same as small ones where a part is looked for.
 */
public final class SubjectSearch {

    private static final int MOST_RANKED = 10_000;
    private static final int MOST_BYTES = 4_096;
    private static final int ASKED_EVERY = 1 << 12;

    private static final short NEVER = -1;

    private final SubjectTree tree;
    private final byte[] wanted;
    /** Where to go on when the next byte does not fit, for each number of bytes that did; empty for a beginning. */
    private final short[] fallback;

    private SubjectSearch(SubjectTree tree, byte[] wanted, short[] fallback) {
        this.tree = tree;
        this.wanted = wanted;
        this.fallback = fallback;
    }

    /**
     * Subjects that begin with a text, as they came up; none that stand for others.
     *
     * @param most the most of them
     */
    public static List<String> starting(SubjectTree tree, String text, int most) {
        var search = new SubjectSearch(tree, text.getBytes(StandardCharsets.UTF_8), new short[0]);
        return search.found(most, true);
    }

    /**
     * Subjects that contain a text, in the order of their names; of more than {@value #MOST_RANKED}, from among those that
     * came up first.
     *
     * @param most the most of them
     */
    public static List<String> containing(SubjectTree tree, String text, int most) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = lower(wanted[i]);
        }
        var first = new TreeSet<>(NaturalOrder.INSTANCE);
        for (String subject : new SubjectSearch(tree, wanted, fallback(wanted)).found(MOST_RANKED, false)) {
            first.add(subject);
            if (first.size() > most) {
                first.pollLast();
            }
        }
        return List.copyOf(first);
    }

    /** As Knuth, Morris and Pratt have it. */
    private static short[] fallback(byte[] wanted) {
        var fallback = new short[wanted.length + 1];
        short at = 0;
        for (int i = 1; i < wanted.length; i++) {
            while (at > 0 && wanted[i] != wanted[at]) {
                at = fallback[at];
            }
            at += wanted[i] == wanted[at] ? (short) 1 : 0;
            fallback[i + 1] = at;
        }
        return fallback;
    }

    private List<String> found(int most, boolean own) {
        if (wanted.length > MOST_BYTES) {
            return List.of();
        }
        int size = tree.size();
        var reached = new short[size];
        var found = new ArrayList<String>();
        for (int node = 1; node < size && found.size() < most; node++) {
            if (node % ASKED_EVERY == 0 && Thread.currentThread().isInterrupted()) {
                return List.of();
            }
            reached[node] = reached(node, reached[tree.parent(node)]);
            if (reached[node] == wanted.length && tree.messages(node) > 0 && !(own && standsForOthers(node))) {
                found.add(tree.subject(node));
            }
        }
        return found;
    }

    private short reached(int node, short above) {
        if (above == NEVER || above == wanted.length) {
            return above;
        }
        short at = tree.parent(node) == SubjectTree.ROOT ? above : next(above, (byte) '.');
        TokenTable tokens = tree.tokens();
        int token = tree.tokenOf(node);
        int length = tokens.length(token);
        for (int i = 0; i < length && at != NEVER && at != wanted.length; i++) {
            at = next(at, tokens.byteAt(token, i));
        }
        return at;
    }

    private short next(short from, byte read) {
        if (fallback.length == 0) {
            return from < wanted.length && wanted[from] == read
                    ? (short) (from + 1)
                    : from == wanted.length ? from : NEVER;
        }
        if (from == wanted.length) {
            return from;
        }
        byte folded = lower(read);
        short at = from;
        while (at > 0 && wanted[at] != folded) {
            at = fallback[at];
        }
        return wanted[at] == folded ? (short) (at + 1) : 0;
    }

    private boolean standsForOthers(int node) {
        return tree.isRest(node) || tree.token(node).equals("*");
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }
}
