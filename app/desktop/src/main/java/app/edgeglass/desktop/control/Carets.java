package app.edgeglass.desktop.control;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.RichTextArea;

/**
 * Keeps carets from blinking where nobody writes. As long as one blinks, seen or not, the toolkit (JavaFX 26.0.2) prepares
 * sixty pictures a second, which takes two per cent of a processor from an idle window; and it starts some by itself: an
 * area's when it is made, a field's whenever its text is set.
 */
public final class Carets {

    private static final Duration PERIOD = Duration.seconds(1);

    private Carets() {}

    /** For an area that is only read. */
    static void never(RichTextArea area) {
        // Nothing that lasts no time is ever started.
        area.setCaretBlinkPeriod(Duration.ZERO);
    }

    /** For an area that is written in. */
    public static void whileWriting(RichTextArea area) {
        area.focusedProperty().subscribe(focused -> area.setCaretBlinkPeriod(focused ? PERIOD : Duration.ZERO));
    }

    /** Stops those of fields without the focus. To be called now and then. */
    public static void rest(Node node) {
        if (node instanceof TextInputControl field) {
            if (!field.isFocused() && field.getSkin() instanceof TextInputControlSkin<?> skin) {
                skin.setCaretAnimating(false);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Carets::rest);
        }
    }
}
