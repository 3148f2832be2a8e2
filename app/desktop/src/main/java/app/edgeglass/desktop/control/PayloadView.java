package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.PayloadForm;
import app.edgeglass.core.payload.PayloadKind;
import app.edgeglass.core.payload.PayloadPage;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** A payload as laid out JSON, as text or as bytes, with a search and what has to be said about it. */
public final class PayloadView {

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final PayloadViewModel model;
    private final LinesArea area;
    private final FindBar findBar;
    private final Map<PayloadForm, ToggleButton> forms = new EnumMap<>(PayloadForm.class);
    private final ToggleGroup group = new ToggleGroup();
    private final Label kind = new Label();
    private final Tooltip why = new Tooltip();
    private final Node empty;
    private final HBox toolbar;
    private final VBox body;

    public PayloadView(PayloadViewModel model, PayloadOutlet outlet) {
        this.model = model;
        area = new LinesArea("payload-area", Texts.WORDS.say("payload.accessible"));
        area.wrapTextProperty().bind(model.wrappedProperty());
        findBar = new FindBar(model.find(), area::requestFocus);
        empty = Controls.nothing(
                "payload-empty",
                MaterialDesignC.CIRCLE_OFF_OUTLINE,
                Texts.WORDS.say("payload.empty"),
                Texts.WORDS.say("payload.empty.sentence"));
        toolbar = tools();
        var stack = new StackPane(area, empty);
        stack.setMinSize(0, 0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        body = new VBox(findBar.root(), stack, new PayloadStrip(model, outlet).root());
        body.getStyleClass().add("eg-payload");
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.shownProperty().subscribe(this::show);
        model.find().foundProperty().subscribe(found -> area.mark(found.hits(), found.span()));
    }

    private HBox tools() {
        var segments = Controls.segments(
                group,
                form("payload-view-pretty", PayloadForm.PRETTY, Texts.WORDS.say("payload.form.pretty")),
                form("payload-view-text", PayloadForm.TEXT, Texts.WORDS.say("payload.form.text")),
                form("payload-view-hex", PayloadForm.HEX, Texts.WORDS.say("payload.form.hex")));
        kind.setId("payload-kind");
        kind.getStyleClass().add("eg-payload-kind");
        kind.setTooltip(why);
        kind.setMinWidth(0);
        var wrap = Controls.iconToggle("payload-wrap-button", MaterialDesignW.WRAP, Texts.WORDS.say("payload.wrap"));
        wrap.selectedProperty().bindBidirectional(model.wrappedProperty());
        var find = Controls.iconButton(
                "payload-find-button",
                MaterialDesignM.MAGNIFY,
                Texts.WORDS.say("payload.find", FIND.getDisplayText()),
                findBar::open);
        var tools = new HBox(segments, kind, Controls.space(), wrap, find);
        tools.getStyleClass().add("eg-payload-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private ToggleButton form(String id, PayloadForm form, String words) {
        var button = Controls.segment(id, words, chosen -> model.choose(form));
        forms.put(form, button);
        return button;
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            findBar.open();
            event.consume();
        } else if (event.getCode() == KeyCode.F3) {
            model.find().step(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && findBar.isOpen()) {
            findBar.close();
            event.consume();
        }
    }

    private void show(@Nullable ShownPayload shown) {
        toolbar.setDisable(shown == null);
        if (shown == null) {
            kind.setText("");
            area.show(NoLines.NONE, false);
            visible(false, false);
            return;
        }
        var page = shown.page();
        var isEmpty = page.reading().kind() == PayloadKind.EMPTY;
        visible(!isEmpty, isEmpty);
        area.show(page.lines(), shown.samePlace());
        var pretty = forms.get(PayloadForm.PRETTY);
        if (pretty != null) {
            pretty.setDisable(!PayloadPage.hasPretty(page.reading()));
        }
        group.selectToggle(forms.get(page.form()));
        kind.setText(name(page.reading().kind()));
        why.setText(page.reading().why());
    }

    private void visible(boolean lines, boolean nothing) {
        area.setVisible(lines);
        empty.setVisible(nothing);
    }

    private static String name(PayloadKind kind) {
        return switch (kind) {
            case EMPTY -> Texts.WORDS.say("payload.kind.empty");
            case JSON -> Texts.WORDS.say("payload.kind.json");
            case TEXT -> Texts.WORDS.say("payload.kind.text");
            case BINARY -> Texts.WORDS.say("payload.kind.binary");
        };
    }

    /** The switches, for a place beside others; {@link #root} has them above the payload. */
    public HBox toolbar() {
        return toolbar;
    }

    /** The payload without its switches. */
    public Region body() {
        return body;
    }

    /** All of it. */
    public Parent root() {
        VBox.setVgrow(body, Priority.ALWAYS);
        return new VBox(toolbar, body);
    }

    /** Gives the keyboard to the payload. */
    public void focus() {
        area.requestFocus();
    }
}
