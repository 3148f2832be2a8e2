package app.edgeglass.desktop.shell.dialog;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What every dialog looks like: a title, its content, and its buttons in the lower right corner. */
public final class DialogBox {

    private final VBox root;

    /** @param content scrolls when the window is too small for it */
    public DialogBox(String id, String title, Region content, List<Button> buttons) {
        var heading = new Label(title);
        heading.setId("dialog-title");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        heading.getStyleClass().add("eg-dialog-title");
        var row = new HBox(buttons.toArray(Button[]::new));
        row.getStyleClass().add("eg-dialog-buttons");
        row.setMinHeight(Region.USE_PREF_SIZE);
        var scroll = new Fitting(content);
        scroll.getStyleClass().addAll("edge-to-edge", "eg-dialog-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(heading, scroll, row);
        root.setId(id);
        root.getStyleClass().add("eg-dialog");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** As high as its content, if the window has room for that. One of the toolkit's own has a fixed height in mind. */
    private static final class Fitting extends ScrollPane {

        private final Region content;

        Fitting(Region content) {
            super(content);
            this.content = content;
            setFitToWidth(true);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            Insets around = getInsets();
            double room = width < 0 ? -1 : Math.max(0, width - around.getLeft() - around.getRight());
            return around.getTop() + content.prefHeight(room) + around.getBottom();
        }
    }

    /** A wider one, for what is a list or a table. */
    public DialogBox wide() {
        root.getStyleClass().add("eg-dialog-wide");
        return this;
    }

    public Region root() {
        return root;
    }
}
