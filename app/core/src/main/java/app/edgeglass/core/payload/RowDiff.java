package app.edgeglass.core.payload;

import app.edgeglass.core.payload.LineDiff.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which rows of two hex dumps differ: place by place, since an offset means something in a binary payload. */
final class RowDiff {

    private RowDiff() {}

    static List<Block> blocks(byte[] before, byte[] after) {
        var blocks = new ArrayList<Block>();
        var older = rows(before);
        var newer = rows(after);
        var both = Math.min(older, newer);
        for (var row = 0; row < both; row++) {
            if (!isSame(before, after, row)) {
                var last = blocks.isEmpty() ? null : blocks.getLast();
                if (last != null && last.beforeTo() == row) {
                    blocks.removeLast();
                    blocks.add(new Block(last.beforeFrom(), row + 1, last.afterFrom(), row + 1));
                } else {
                    blocks.add(new Block(row, row + 1, row, row + 1));
                }
            }
        }
        if (older != newer) {
            blocks.add(new Block(both, older, both, newer));
        }
        return blocks;
    }

    private static int rows(byte[] bytes) {
        return (bytes.length + HexDump.ROW - 1) / HexDump.ROW;
    }

    private static boolean isSame(byte[] a, byte[] b, int row) {
        var from = row * HexDump.ROW;
        return Arrays.equals(
                a, from, Math.min(a.length, from + HexDump.ROW), b, from, Math.min(b.length, from + HexDump.ROW));
    }
}
