package app.edgeglass.core.payload;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines of two texts belong together. */
final class LineDiff {

    /** Up to this many lines that differ in both texts together, the alignment that keeps most lines is looked for. */
    static final int MOST_ALIGNED = 6_000;

    private LineDiff() {}

    /**
     * A stretch in which the texts differ: {@code before[beforeFrom..beforeTo)} was replaced by
     * {@code after[afterFrom..afterTo)}; one of both may be empty.
     */
    record Block(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {}

    /**
     * What came of comparing.
     *
     * @param blocks the stretches that differ, in order
     * @param aligned whether they are the fewest; otherwise too many lines differ, and all between the first and the last
     *     difference is one stretch
     */
    record Blocks(List<Block> blocks, boolean aligned) {}

    /**
     * Compares two texts line by line.
     *
     * @param ignoreCommas whether a comma at the end of a line counts for nothing: laid out JSON has one when another member
     *     follows
     */
    static Blocks between(Lines before, Lines after, boolean ignoreCommas) {
        var ids = new HashMap<String, Integer>();
        var a = ids(before, ids, ignoreCommas);
        var b = ids(after, ids, ignoreCommas);
        var shorter = Math.min(a.length, b.length);
        var head = 0;
        while (head < shorter && a[head] == b[head]) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head && a[a.length - 1 - tail] == b[b.length - 1 - tail]) {
            tail++;
        }
        var aEnd = a.length - tail;
        var bEnd = b.length - tail;
        if (head == aEnd && head == bEnd) {
            return new Blocks(List.of(), true);
        }
        if (head == aEnd || head == bEnd) {
            return new Blocks(List.of(new Block(head, aEnd, head, bEnd)), true);
        }
        if (aEnd - head + bEnd - head > MOST_ALIGNED) {
            return new Blocks(List.of(new Block(head, aEnd, head, bEnd)), false);
        }
        return new Blocks(align(a, head, aEnd, b, head, bEnd), true);
    }

    private static int[] ids(Lines lines, Map<String, Integer> ids, boolean ignoreCommas) {
        var each = new int[lines.count()];
        for (var i = 0; i < each.length; i++) {
            var text = lines.text(i);
            var key = ignoreCommas && text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
            each[i] = ids.computeIfAbsent(key, k -> ids.size());
        }
        return each;
    }

    private static List<Block> align(int[] a, int aFrom, int aEnd, int[] b, int bFrom, int bEnd) {
        var changes =
                new MyersDiffWithLinearSpace<Integer>().computeDiff(list(a, aFrom, aEnd), list(b, bFrom, bEnd), null);
        var blocks = new ArrayList<Block>();
        for (var change : changes) {
            var next = block(change, aFrom, bFrom);
            var last = blocks.isEmpty() ? null : blocks.getLast();
            if (last != null && last.beforeTo == next.beforeFrom && last.afterTo == next.afterFrom) {
                blocks.removeLast();
                next = new Block(last.beforeFrom, next.beforeTo, last.afterFrom, next.afterTo);
            }
            blocks.add(next);
        }
        return blocks;
    }

    private static Block block(Change change, int aFrom, int bFrom) {
        return new Block(
                aFrom + change.startOriginal,
                aFrom + (change.deltaType == DeltaType.INSERT ? change.startOriginal : change.endOriginal),
                bFrom + change.startRevised,
                bFrom + (change.deltaType == DeltaType.DELETE ? change.startRevised : change.endRevised));
    }

    private static List<Integer> list(int[] ids, int from, int to) {
        var list = new ArrayList<Integer>(to - from);
        for (var i = from; i < to; i++) {
            list.add(ids[i]);
        }
        return list;
    }
}
