package app.edgeglass.desktop.shell.dialog;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The layer over the window in which one thing at a time asks for attention: a dialog, the palette, the notices. Esc and a
 * click beside it close it; the focus stays inside and goes back to where it was.
 */
public final class Overlay {

    private final ModalPane pane = new ModalPane();
    private @Nullable Node before;
    private @Nullable Region shown;
    private Runnable onClosed = () -> {};
    private Subscription focusGuard = Subscription.EMPTY;

    public Overlay() {
        pane.setId("overlay");
        // At once: the window answers a key without a show.
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().subscribe(displayed -> {
            if (!displayed) {
                closed();
            }
        });
    }

    /**
     * Shows content over the window; what was there before is closed.
     *
     * @param where its place in the window
     * @param focus what gets the focus
     * @param closed called once when it is closed, by whatever
     */
    public void open(Region content, Pos where, Node focus, Runnable closed) {
        close();
        before = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        shown = content;
        onClosed = closed;
        pane.setAlignment(where);
        pane.show(content);
        // What stands in a scroll pane joins the scene when that is dressed.
        content.applyCss();
        focus.requestFocus();
        focusGuard = pane.getScene() == null
                ? Subscription.EMPTY
                : pane.getScene().focusOwnerProperty().subscribe(owner -> keepInside(content, focus, owner));
    }

    private void keepInside(Region content, Node focus, @Nullable Node owner) {
        if (content.equals(shown) && owner != null && !isInside(owner, content)) {
            focus.requestFocus();
        }
    }

    private static boolean isInside(Node node, Parent content) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (content.equals(n)) {
                return true;
            }
        }
        return false;
    }

    public void close() {
        if (shown != null) {
            pane.hide(true);
        }
    }

    private void closed() {
        if (shown == null) {
            return;
        }
        shown = null;
        focusGuard.unsubscribe();
        focusGuard = Subscription.EMPTY;
        pane.setContent(null);
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
        Runnable callback = onClosed;
        onClosed = () -> {};
        callback.run();
    }

    public boolean isOpen() {
        return shown != null;
    }

    /** Whether this very content is shown. */
    public boolean isShowing(Region content) {
        return content.equals(shown);
    }

    /** To be laid over everything else in the window. */
    public Region root() {
        return pane;
    }
}
