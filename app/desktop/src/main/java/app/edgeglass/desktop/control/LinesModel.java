package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.Lines;
import app.edgeglass.core.payload.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/**
 * Lines as the model of a text area, which asks for those it shows: nothing is copied, whatever the size. The lines can be
 * exchanged for others while the area keeps its place.
 */
final class LinesModel extends CodeTextModel {

    private static final Map<TextStyle, String> STYLE_CLASSES =
            Stream.of(TextStyle.values()).collect(Collectors.toMap(style -> style, LinesModel::styleClass));

    private final Shown shown;

    private LinesModel(Shown shown, LinePainter painter) {
        super(shown);
        this.shown = shown;
        setDecorator(new Decorator(shown, painter));
    }

    static LinesModel of(Lines lines, LinePainter painter) {
        return new LinesModel(new Shown(lines), painter);
    }

    Lines lines() {
        return shown.lines;
    }

    /** Shows other lines at the same place. */
    void exchange(Lines lines) {
        shown.lines = lines;
        repaint();
    }

    /** Has the visible lines painted anew. */
    void repaint() {
        fireStyleChangeEvent(TextPos.ZERO, getDocumentEnd());
    }

    private static String styleClass(TextStyle style) {
        return "eg-text-" + style.name().toLowerCase(Locale.ROOT);
    }

    /** Adds to a line what is not in its text. */
    interface LinePainter {

        /** Adds highlights, before the line's text is added. */
        void highlight(int line, RichParagraph.Builder paragraph);

        /** The attributes of the whole line. */
        StyleAttributeMap attributes(int line);
    }

    private static final class Shown implements BasicTextModel.Content {

        private Lines lines;

        Shown(Lines lines) {
            this.lines = lines;
        }

        @Override
        public int size() {
            return lines.count();
        }

        @Override
        public String getText(int index) {
            return index < lines.count() ? lines.text(index) : "";
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public int insertTextSegment(int index, int offset, String text, StyleAttributeMap attributes) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public void insertLineBreak(int index, int offset) {
            throw new UnsupportedOperationException("read only");
        }

        @Override
        public void removeRange(TextPos start, TextPos end) {
            throw new UnsupportedOperationException("read only");
        }
    }

    private record Decorator(Shown shown, LinePainter painter) implements SyntaxDecorator {

        @Override
        public RichParagraph createRichParagraph(CodeTextModel model, int index) {
            var lines = shown.lines;
            var paragraph = RichParagraph.builder();
            if (index >= lines.count()) {
                return paragraph.build();
            }
            painter.highlight(index, paragraph);
            var text = lines.text(index);
            lines.styles(
                    index,
                    (from, to, style) ->
                            paragraph.addWithStyleNames(text.substring(from, to), STYLE_CLASSES.get(style)));
            return paragraph.setParagraphAttributes(painter.attributes(index)).build();
        }

        @Override
        public void handleChange(CodeTextModel model, TextPos start, TextPos end, int top, int added, int bottom) {
            // The lines know their styles.
        }
    }
}
