package app.edgeglass.core.subject;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The children of each node that is looked at, in the order of their names. What was ordered once stays so; children that
 * have come since are ordered among themselves and merged in, so that a branch of a hundred thousand that grows costs no
 * more than its growth.
 */
final class SiblingOrder {

    private final SubjectTree tree;
    private final Map<Integer, int[]> ordered = new HashMap<>();
    private String[] names = new String[64];
    private int[] spare = new int[64];

    SiblingOrder(SubjectTree tree) {
        this.tree = tree;
    }

    /** Decides which of two comes first; the first one when it does not matter. */
    interface Order {

        boolean isAfter(int node, int other);
    }

    /**
     * The children of a node, by name.
     *
     * @param count how many it has
     * @param size only nodes below this number count
     * @return not to be changed
     */
    int[] byName(int parent, int count, int size) {
        int[] known = ordered.getOrDefault(parent, new int[0]);
        if (known.length == count) {
            return known;
        }
        if (names.length < size) {
            names = Arrays.copyOf(names, Math.max(size, names.length * 2));
        }
        // The newest stand first in the list, so those that are known are its end. From the oldest on, since names that
        // count
        // up mostly come in that order, and what is in order costs the sort next to nothing.
        int[] fresh = new int[count - known.length];
        int left = fresh.length;
        for (int child = tree.firstChild(parent);
                child != SubjectTree.NONE && left > 0;
                child = tree.nextSibling(child)) {
            if (child < size) {
                left--;
                fresh[left] = child;
            }
        }
        sort(fresh, this::isAfterByName);
        int[] all = known.length == 0 ? fresh : merged(known, fresh);
        ordered.put(parent, all);
        return all;
    }

    private int[] merged(int[] known, int[] fresh) {
        int[] all = new int[known.length + fresh.length];
        int a = 0;
        int b = 0;
        for (int i = 0; i < all.length; i++) {
            boolean takeFresh = a == known.length || (b < fresh.length && isAfterByName(known[a], fresh[b]));
            all[i] = takeFresh ? fresh[b++] : known[a++];
        }
        return all;
    }

    /** Names that clients and servers use among themselves come last; people look for their own first. */
    private boolean isAfterByName(int node, int other) {
        String name = name(node);
        String otherName = name(other);
        boolean system = isOfSystem(name);
        if (system != isOfSystem(otherName)) {
            return system;
        }
        return NaturalOrder.INSTANCE.compare(name, otherName) > 0;
    }

    private static boolean isOfSystem(String name) {
        return !name.isEmpty() && (name.charAt(0) == '$' || name.charAt(0) == '_');
    }

    /** Whether the node's name is one that clients and servers use among themselves. */
    boolean isOfSystem(int node) {
        return isOfSystem(node < names.length ? name(node) : tree.token(node));
    }

    private String name(int node) {
        String name = names[node];
        if (name == null) {
            name = tree.token(node);
            names[node] = name;
        }
        return name;
    }

    /** Merges from the bottom up; what is equal keeps its place, and what is in order already costs one look at each. */
    void sort(int[] nodes, Order order) {
        if (spare.length < nodes.length) {
            spare = new int[nodes.length];
        }
        int[] from = nodes;
        int[] to = spare;
        boolean inSpare = false;
        for (int width = 1; width < nodes.length; width *= 2) {
            for (int low = 0; low < nodes.length; low += 2 * width) {
                int middle = Math.min(low + width, nodes.length);
                int high = Math.min(low + 2 * width, nodes.length);
                merge(from, to, low, middle, high, order);
            }
            int[] swap = from;
            from = to;
            to = swap;
            inSpare = !inSpare;
        }
        if (inSpare) {
            System.arraycopy(spare, 0, nodes, 0, nodes.length);
        }
    }

    private static void merge(int[] from, int[] to, int low, int middle, int high, Order order) {
        if (middle == high || !order.isAfter(from[middle - 1], from[middle])) {
            System.arraycopy(from, low, to, low, high - low);
            return;
        }
        int a = low;
        int b = middle;
        for (int i = low; i < high; i++) {
            boolean takeSecond = a == middle || (b < high && order.isAfter(from[a], from[b]));
            to[i] = takeSecond ? from[b++] : from[a++];
        }
    }
}
