package app.edgeglass.desktop.stream;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A place in which a page may lie over what is there, such as a form. Esc goes back, as the page's own button does. */
final class Pages {

    private final StackPane root = new StackPane();
    private final Node below;
    private @Nullable Parent page;
    private @Nullable Node before;
    private Runnable escape = this::back;

    Pages(Node below) {
        this.below = below;
        root.getChildren().add(below);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && page != null) {
                event.consume();
                escape.run();
            }
        });
    }

    /** @param focus what gets the keyboard */
    void show(Parent now, Node focus) {
        show(now, focus::requestFocus, this::back);
    }

    /**
     * @param focus gives the keyboard to something of the page
     * @param leave what Esc does, which may ask first
     */
    void show(Parent now, Runnable focus, Runnable leave) {
        if (page == null) {
            before = root.getScene() == null ? null : root.getScene().getFocusOwner();
        } else {
            root.getChildren().remove(page);
        }
        page = now;
        escape = leave;
        below.setVisible(false);
        root.getChildren().add(now);
        now.applyCss();
        focus.run();
    }

    void back() {
        if (page != null) {
            root.getChildren().remove(page);
            page = null;
            below.setVisible(true);
            if (before != null && before.getScene() != null) {
                before.requestFocus();
            }
            before = null;
        }
    }

    boolean isShowing(Parent one) {
        return one.equals(page);
    }

    StackPane root() {
        return root;
    }
}
