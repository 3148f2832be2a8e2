package app.edgeglass.core.payload;

import app.edgeglass.core.text.SafeText;

/**
 * Lays bytes out as text, line by line as they were sent. Tabs stay; other control characters, marks of reading direction
 * and bytes that are no UTF-8 become visible marks.
 */
final class TextLayout {

    private TextLayout() {}

    /**
     * What came of laying out.
     *
     * @param lines the text
     * @param end the byte up to which it was laid out, less than the size when that would have been too many lines
     */
    record Laid(Lines lines, int end) {}

    /**
     * @param bytes the payload, or its first part
     * @param size how many of the bytes count
     * @param whole whether they are all of the payload; if not, the last character may be cut in two
     * @param mostLines after how many lines to stop
     */
    static Laid lay(byte[] bytes, int size, boolean whole, int mostLines) {
        var lines = new StyledLines.Builder(size + 16);
        var guard = new SafeText.Guard();
        var lineCount = 1;
        var walk = new Utf8(bytes, 0, whole ? size : Utf8.wholeEnd(bytes, 0, size));
        var returned = false;
        while (walk.hasNext()) {
            if (lineCount > mostLines) {
                lines.addWhole(TextStyle.MARK, SafeText.ELLIPSIS);
                return new Laid(lines.build(), walk.offset());
            }
            var next = walk.next();
            if (returned && next != '\n') {
                // A line that ends in a carriage return only, as from a serial line.
                lines.addWhole(TextStyle.MARK, SafeText.mark('\r')).newLine();
                lineCount++;
            }
            returned = next == '\r';
            if (next == '\n') {
                lines.newLine();
                lineCount++;
            } else if (!returned) {
                add(lines, guard, next);
            }
        }
        if (returned) {
            lines.addWhole(TextStyle.MARK, SafeText.mark('\r'));
        }
        if (!whole) {
            lines.addWhole(TextStyle.MARK, SafeText.ELLIPSIS);
        }
        return new Laid(lines.build(), size);
    }

    private static void add(StyledLines.Builder lines, SafeText.Guard guard, int next) {
        if (!Utf8.isCharacter(next)) {
            lines.addWhole(TextStyle.MARK, SafeText.markByte(Utf8.byteOf(next)));
        } else if (guard.passes(next) || next == '\t') {
            lines.add(TextStyle.PLAIN, next);
        } else {
            lines.addWhole(TextStyle.MARK, SafeText.mark(next));
        }
    }
}
