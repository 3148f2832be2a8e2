package app.edgeglass.desktop.publish;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/**
 * Colours the tokens of JSON, and placeholders in any text. Line by line and only where it can be seen, since no token of
 * JSON goes over the end of a line.
 */
final class JsonColours implements SyntaxDecorator {

    /** A longer line is shown without colours, which would cost the window's thread too much. */
    private static final int LONGEST = 4_000;

    private static final Pattern TOKENS = Pattern.compile("""
        (?<hole>\\{\\{[^{}]{1,60}}})\
        |(?<name>"(?:[^"\\\\]|\\\\.)*"(?=\\s*:))\
        |(?<string>"(?:[^"\\\\]|\\\\.)*+"?)\
        |(?<number>-?\\d[\\d.eE+-]*)\
        |(?<word>true|false|null)\
        |(?<mark>[{}\\[\\],:])\
        """);
    private static final Pattern HOLES = Pattern.compile("(?<hole>\\{\\{[^{}]{1,60}}})");

    private final boolean json;

    /** @param json whether the text is JSON, rather than any text with placeholders */
    JsonColours(boolean json) {
        this.json = json;
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String line = model.getPlainText(index);
        var paragraph = RichParagraph.builder();
        if (line.length() > LONGEST) {
            return paragraph.addSegment(line).build();
        }
        Matcher token = (json ? TOKENS : HOLES).matcher(line);
        int at = 0;
        while (token.find()) {
            if (token.start() > at) {
                paragraph.addSegment(line.substring(at, token.start()));
            }
            add(paragraph, token);
            at = token.end();
        }
        return paragraph.addSegment(line.substring(at)).build();
    }

    private void add(RichParagraph.Builder paragraph, Matcher token) {
        if (json && token.group("string") != null) {
            // A string may hold placeholders, which are coloured in it.
            Matcher hole = HOLES.matcher(token.group());
            int at = 0;
            while (hole.find()) {
                paragraph.addWithStyleNames(token.group().substring(at, hole.start()), "eg-json-string");
                paragraph.addWithStyleNames(hole.group(), "eg-json-hole");
                at = hole.end();
            }
            paragraph.addWithStyleNames(token.group().substring(at), "eg-json-string");
            return;
        }
        paragraph.addWithStyleNames(token.group(), styleOf(token));
    }

    private String styleOf(Matcher token) {
        if (token.group("hole") != null) {
            return "eg-json-hole";
        }
        if (token.group("name") != null) {
            return "eg-json-name";
        }
        if (token.group("number") != null) {
            return "eg-json-number";
        }
        return token.group("word") != null ? "eg-json-word" : "eg-json-mark";
    }

    @Override
    public void handleChange(CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
        // Nothing is remembered from line to line.
    }
}
