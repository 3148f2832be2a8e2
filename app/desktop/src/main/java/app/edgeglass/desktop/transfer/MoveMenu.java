package app.edgeglass.desktop.transfer;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.transfer.Selection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What can be done with the messages of a stream, whichever is chosen. */
public final class MoveMenu {

    private final Supplier<@Nullable StreamRef> stream;
    private final MenuButton root =
            new MenuButton(Texts.WORDS.say("menu"), new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));

    /** @param stream the one that is shown */
    public MoveMenu(TransferDialogs dialogs, Supplier<@Nullable StreamRef> stream) {
        this.stream = stream;
        root.setId("stream-move-menu");
        root.getStyleClass().add("small");
        root.getItems()
                .setAll(
                        item(
                                "stream-copy-messages",
                                Texts.WORDS.say("menu.copy"),
                                of -> dialogs.copy(of, Selection.ALL)),
                        item(
                                "stream-export-messages",
                                Texts.WORDS.say("menu.export"),
                                of -> dialogs.export(of, Selection.ALL)),
                        item("stream-import-messages", Texts.WORDS.say("menu.import"), dialogs::importInto));
    }

    private MenuItem item(String id, String words, Consumer<StreamRef> action) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> {
            StreamRef of = stream.get();
            if (of != null) {
                action.accept(of);
            }
        });
        return item;
    }

    public Node root() {
        return root;
    }
}
