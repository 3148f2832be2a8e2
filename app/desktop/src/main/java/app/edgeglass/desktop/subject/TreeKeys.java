package app.edgeglass.desktop.subject;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keyboard does in the tree. Up, down, page and home keys are the table's own. */
final class TreeKeys {

    private TreeKeys() {}

    static void pressed(KeyEvent event, SubjectTreeView tree) {
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.C) {
                if (event.isShiftDown()) {
                    tree.copyValue();
                } else {
                    tree.copySubject();
                }
                event.consume();
            }
            return;
        }
        switch (event.getCode()) {
            case ENTER -> tree.openMessages();
            case ESCAPE -> {
                if (!tree.clearFilter()) {
                    return;
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    static void typed(KeyEvent event, SubjectTreeView.Actions actions) {
        String typed = event.getCharacter();
        if (event.isShortcutDown() || event.isAltDown() || typed.isBlank() || typed.codePointAt(0) < 32) {
            return;
        }
        if (typed.codePointAt(0) != 127) {
            actions.startSearch(typed);
            event.consume();
        }
    }
}
