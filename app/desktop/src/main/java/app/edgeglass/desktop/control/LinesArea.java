package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.DiffLines;
import app.edgeglass.core.payload.DiffLines.Side;
import app.edgeglass.core.payload.Lines;
import app.edgeglass.core.payload.Lines.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.paint.Color;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows lines that can be selected and copied but not changed. Only those in view are laid out, so that millions of lines
 * cost no more than a screenful.
 */
final class LinesArea extends CodeArea {

    private static final StyleablePropertyFactory<LinesArea> STYLES =
            new StyleablePropertyFactory<>(CodeArea.getClassCssMetaData());
    // A row's colour is no style of a node but an attribute of the text, so that it must be known as a colour.
    private static final CssMetaData<LinesArea, Color> BEFORE =
            STYLES.createColorCssMetaData("-eg-before-row", area -> area.beforeRow, Color.TRANSPARENT, false);
    private static final CssMetaData<LinesArea, Color> AFTER =
            STYLES.createColorCssMetaData("-eg-after-row", area -> area.afterRow, Color.TRANSPARENT, false);

    private final SimpleStyleableObjectProperty<Color> beforeRow =
            new SimpleStyleableObjectProperty<>(BEFORE, this, "beforeRow", Color.TRANSPARENT);
    private final SimpleStyleableObjectProperty<Color> afterRow =
            new SimpleStyleableObjectProperty<>(AFTER, this, "afterRow", Color.TRANSPARENT);
    private final Painter painter = new Painter();
    private Map<Integer, List<Span>> hits = Map.of();
    private @Nullable Span currentHit;
    private @Nullable LinesModel model;

    LinesArea(String id, String accessibleText) {
        setId(id);
        setAccessibleText(accessibleText);
        getStyleClass().addAll("eg-lines", "eg-code");
        setEditable(false);
        setDisplayCaret(false);
        Carets.never(this);
        setLeftDecorator(new Gutter(this::lines));
        getInputMap().registerFunction(RichTextArea.Tag.COPY, this::copySelection);
        beforeRow.subscribe(this::repaint);
        afterRow.subscribe(this::repaint);
        setContextMenu(menu());
    }

    /**
     * Shows lines.
     *
     * @param samePlace whether these are newer lines of the same thing, of which the reader keeps his place
     */
    void show(Lines lines, boolean samePlace) {
        hits = Map.of();
        currentHit = null;
        var before = model;
        if (samePlace && before != null && before.lines().count() <= lines.count()) {
            var sameNumbers = before.lines().count() == lines.count() && !(lines instanceof DiffLines);
            before.exchange(lines);
            keepSelectionInside(lines);
            if (sameNumbers) {
                return;
            }
        } else {
            var next = LinesModel.of(lines, painter);
            model = next;
            setModel(next);
        }
        // A new one, since the area keeps the numbers it has drawn.
        setLeftDecorator(new Gutter(this::lines));
    }

    private void keepSelectionInside(Lines lines) {
        var selection = getSelection();
        if (selection != null && !selection.isCollapsed()) {
            var end = selection.getMax();
            if (end.offset()
                    > lines.text(Math.min(end.index(), lines.count() - 1)).length()) {
                clearSelection();
            }
        }
    }

    /** Marks what was found, one of them as the present one. */
    void mark(List<Span> found, @Nullable Span current) {
        var byLine = new HashMap<Integer, List<Span>>();
        for (var hit : found) {
            for (var line = hit.fromLine(); line <= hit.toLine(); line++) {
                byLine.computeIfAbsent(line, l -> new ArrayList<>()).add(hit);
            }
        }
        hits = byLine;
        currentHit = current;
        repaint();
        if (current != null) {
            select(
                    TextPos.ofLeading(current.fromLine(), current.fromColumn()),
                    TextPos.ofLeading(current.toLine(), current.toColumn()));
        }
    }

    private void repaint() {
        if (model != null) {
            model.repaint();
        }
    }

    private Lines lines() {
        return model == null ? NoLines.NONE : model.lines();
    }

    /** What is selected, with lines that were broken for their length whole again. */
    String selectedText() {
        var selection = getSelection();
        if (selection == null || selection.isCollapsed()) {
            return "";
        }
        var from = selection.getMin();
        var to = selection.getMax();
        return lines().between(new Span(from.index(), from.offset(), to.index(), to.offset()));
    }

    private void copySelection() {
        var text = selectedText();
        if (!text.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        }
    }

    private ContextMenu menu() {
        var copy = new MenuItem(Texts.WORDS.say("lines.copy"));
        copy.setOnAction(event -> copySelection());
        var all = new MenuItem(Texts.WORDS.say("lines.select-all"));
        all.setOnAction(event -> selectAll());
        var menu = new ContextMenu(copy, all);
        menu.setOnShowing(event -> copy.setDisable(!hasNonEmptySelection()));
        return menu;
    }

    ObjectProperty<Color> afterRowProperty() {
        return afterRow;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return STYLES.getCssMetaData();
    }

    /** Adds colours to the lines. */
    private final class Painter implements LinesModel.LinePainter {

        @Override
        public void highlight(int line, RichParagraph.Builder paragraph) {
            var length = lines().text(line).length();
            if (lines() instanceof DiffLines diff) {
                var style = diff.side(line) == Side.BEFORE ? "eg-mark-before" : "eg-mark-after";
                diff.marks(line, (from, to) -> paragraph.addHighlight(from, to - from, style));
            }
            for (var hit : hits.getOrDefault(line, List.of())) {
                var from = hit.fromLine() == line ? hit.fromColumn() : 0;
                var to = hit.toLine() == line ? hit.toColumn() : length;
                paragraph.addHighlight(
                        from,
                        Math.max(0, Math.min(to, length) - from),
                        hit.equals(currentHit) ? "eg-hit-current" : "eg-hit");
            }
        }

        @Override
        public StyleAttributeMap attributes(int line) {
            if (!(lines() instanceof DiffLines diff)) {
                return StyleAttributeMap.EMPTY;
            }
            return switch (diff.side(line)) {
                case BEFORE -> background(beforeRow.get());
                case AFTER -> background(afterRow.get());
                case BOTH, HIDDEN -> StyleAttributeMap.EMPTY;
            };
        }

        private static StyleAttributeMap background(Color color) {
            return StyleAttributeMap.builder().setBackground(color).build();
        }
    }
}
