package app.edgeglass.core.payload;

import app.edgeglass.core.payload.LineDiff.Block;
import app.edgeglass.core.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts as one, line by line: what both have, what only the older one has, what only the newer one has. Of what both
 * have, a few lines around each difference are shown, and the count of those between.
 */
public final class DiffLines implements Lines {

    private static final int CONTEXT = 3;

    /** A longer line around a difference would push it out of sight. */
    private static final int LONGEST_CONTEXT = 300;

    private final Lines before;
    private final Lines after;
    private final List<Row> rows;

    /** Where a line comes from. */
    public enum Side {
        BOTH,
        BEFORE,
        AFTER,
        /** Stands for lines of both that are not shown. */
        HIDDEN
    }

    /**
     * A line.
     *
     * @param line the line in its text; of {@link Side#HIDDEN} how many lines are not shown
     * @param twin the line in the other text that it stands against, or -1
     */
    private record Row(Side side, int line, int twin) {}

    private DiffLines(Lines before, Lines after, List<Row> rows) {
        this.before = before;
        this.after = after;
        this.rows = rows;
    }

    /**
     * @param most how many lines that differ are shown of each text in a stretch
     */
    static DiffLines of(Lines before, Lines after, List<Block> blocks, int most) {
        var rows = new ArrayList<Row>();
        var shown = 0;
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var from = contextBefore(after, block.afterFrom(), shown);
            hide(rows, from - shown);
            both(rows, from, block.afterFrom());
            block(rows, block, before, after, most);
            var next = i + 1 < blocks.size() ? blocks.get(i + 1).afterFrom() : after.count();
            shown = contextAfter(after, block.afterTo(), next);
            both(rows, block.afterTo(), shown);
        }
        hide(rows, after.count() - shown);
        return new DiffLines(before, after, rows);
    }

    private static int contextBefore(Lines lines, int line, int least) {
        var from = line;
        while (from > least && line - from < CONTEXT && lines.text(from - 1).length() <= LONGEST_CONTEXT) {
            from--;
        }
        return from;
    }

    private static int contextAfter(Lines lines, int line, int most) {
        var to = line;
        while (to < most && to - line < CONTEXT && lines.text(to).length() <= LONGEST_CONTEXT) {
            to++;
        }
        return to;
    }

    private static void hide(List<Row> rows, int count) {
        if (count > 0) {
            rows.add(new Row(Side.HIDDEN, count, -1));
        }
    }

    private static void both(List<Row> rows, int from, int to) {
        for (var i = from; i < to; i++) {
            rows.add(new Row(Side.BOTH, i, -1));
        }
    }

    private static void block(List<Row> rows, Block block, Lines before, Lines after, int most) {
        var removed = block.beforeTo() - block.beforeFrom();
        var added = block.afterTo() - block.afterFrom();
        var pairs = Math.min(removed, added);
        if (removed == added && pairs <= most && areAlike(block, before, after)) {
            for (var i = 0; i < pairs; i++) {
                rows.add(new Row(Side.BEFORE, block.beforeFrom() + i, block.afterFrom() + i));
                rows.add(new Row(Side.AFTER, block.afterFrom() + i, block.beforeFrom() + i));
            }
            return;
        }
        for (var i = 0; i < Math.min(removed, most); i++) {
            rows.add(new Row(Side.BEFORE, block.beforeFrom() + i, i < pairs ? block.afterFrom() + i : -1));
        }
        hide(rows, removed - most);
        for (var i = 0; i < Math.min(added, most); i++) {
            rows.add(new Row(Side.AFTER, block.afterFrom() + i, i < pairs ? block.beforeFrom() + i : -1));
        }
        hide(rows, added - most);
    }

    /** Whether each line of a block is a newer state of the line it stands against, so that both belong side by side. */
    private static boolean areAlike(Block block, Lines before, Lines after) {
        for (var i = 0; i < block.beforeTo() - block.beforeFrom(); i++) {
            if (Difference.between(before.text(block.beforeFrom() + i), after.text(block.afterFrom() + i))
                    .isWhole()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int count() {
        return Math.max(1, rows.size());
    }

    /** Where the line comes from. */
    public Side side(int line) {
        return rows.isEmpty() ? Side.BOTH : rows.get(line).side;
    }

    @Override
    public String text(int line) {
        if (rows.isEmpty()) {
            return "";
        }
        var row = rows.get(line);
        return switch (row.side) {
            case BOTH, AFTER -> after.text(row.line);
            case BEFORE -> before.text(row.line);
            case HIDDEN -> PayloadWords.say("diff.hidden-lines", row.line);
        };
    }

    @Override
    public void styles(int line, StyleSink sink) {
        if (rows.isEmpty()) {
            return;
        }
        var row = rows.get(line);
        switch (row.side) {
            case BOTH, AFTER -> after.styles(row.line, sink);
            case BEFORE -> before.styles(row.line, sink);
            case HIDDEN -> sink.style(0, text(line).length(), TextStyle.OFFSET);
        }
    }

    /** Tells the stretches of a line that differ from the line it stands against. */
    public void marks(int line, MarkSink sink) {
        var row = rows.isEmpty() ? null : rows.get(line);
        if (row == null || row.twin < 0) {
            return;
        }
        var mine = row.side == Side.BEFORE ? before : after;
        var others = row.side == Side.BEFORE ? after : before;
        if (mine instanceof HexDump dump && others instanceof HexDump other) {
            dump.marks(row.line, other, row.twin, sink);
            return;
        }
        var difference = Difference.between(mine.text(row.line), others.text(row.twin));
        if (!difference.isWhole() && difference.from() < difference.to()) {
            sink.mark(difference.from(), difference.to());
        }
    }

    /** Takes what is marked in a line. */
    @FunctionalInterface
    public interface MarkSink {

        /** The characters from {@code from} to before {@code to} differ. */
        void mark(int from, int to);
    }

    /** The line's number in the text it comes from. */
    @Override
    public int number(int line) {
        var row = rows.isEmpty() ? null : rows.get(line);
        return row == null || row.side == Side.HIDDEN ? 0 : (row.side == Side.BEFORE ? before : after).number(row.line);
    }

    @Override
    public boolean continues(int line) {
        return false;
    }

    @Override
    public List<Span> find(String query, int most) {
        var hits = new ArrayList<Span>();
        for (var line = 0; line < rows.size() && hits.size() < most && !query.isEmpty(); line++) {
            var text = text(line);
            for (var at = 0; at + query.length() <= text.length(); at++) {
                if (text.regionMatches(true, at, query, 0, query.length())) {
                    hits.add(new Span(line, at, line, at + query.length()));
                    at += query.length() - 1;
                }
            }
        }
        return hits;
    }

    /** The differences as a unified diff has them, each line with its sign. */
    public String unified() {
        var text = new StringBuilder();
        for (var i = 0; i < rows.size(); i++) {
            text.append(sign(rows.get(i).side)).append(text(i)).append('\n');
        }
        return text.toString();
    }

    private static String sign(Side side) {
        return switch (side) {
            case BOTH -> " ";
            case BEFORE -> "-";
            case AFTER -> "+";
            case HIDDEN -> SafeText.ELLIPSIS;
        };
    }
}
