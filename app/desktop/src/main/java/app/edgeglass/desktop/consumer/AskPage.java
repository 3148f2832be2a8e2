package app.edgeglass.desktop.consumer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.Controls;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A page in the place of the list that asks for something before it is done: a title, what is asked, and two ways to leave. */
final class AskPage {

    private final Button confirm = new Button();
    private final Label failure = new Label();
    private final Label title = new Label();
    private final HBox buttons;
    private final VBox root;

    /** @param id of the page; its buttons are named by it */
    AskPage(
            String id,
            String titleWords,
            Region content,
            String confirmWords,
            Consumer<AskPage> onConfirm,
            Runnable onCancel) {
        title.setText(titleWords);
        title.setId(id + "-title");
        title.getStyleClass().add("title-4");
        title.setMinHeight(Region.USE_PREF_SIZE);
        confirm.setText(confirmWords);
        confirm.setId(id + "-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setMinWidth(Region.USE_PREF_SIZE);
        confirm.setOnAction(event -> onConfirm.accept(this));
        var cancel = new Button(Texts.WORDS.say("cancel"));
        cancel.setId(id + "-cancel");
        cancel.setCancelButton(true);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> onCancel.run());
        failure.setId(id + "-failure");
        failure.setWrapText(true);
        failure.setMinHeight(Region.USE_PREF_SIZE);
        failure.getStyleClass().add("eg-tone-bad-text");
        Controls.visible(failure, false);
        buttons = new HBox(confirm, cancel);
        buttons.getStyleClass().add("eg-consumer-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(content, Priority.SOMETIMES);
        root = new VBox(title, content, failure, buttons);
        root.setId(id);
        root.getStyleClass().add("eg-consumer-page");
    }

    /** Something more beside the buttons. */
    void beside(Node node) {
        buttons.getChildren().add(node);
    }

    void fail(@Nullable Failure why) {
        failure.setText(why == null ? "" : why.sentence() + " " + why.remedy());
        Controls.visible(failure, why != null);
    }

    Button confirm() {
        return confirm;
    }

    Region root() {
        return root;
    }
}
