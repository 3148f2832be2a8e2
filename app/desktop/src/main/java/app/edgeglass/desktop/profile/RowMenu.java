package app.edgeglass.desktop.profile;

import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** What can be done with a line of the list, for who asks there. */
final class RowMenu {

    /** What the menu does, each with the line that is chosen. */
    interface Commands {

        void connect();

        void test();

        void duplicate();

        void export();

        void delete();

        void rename(Row.Folder folder);
    }

    private final Supplier<@Nullable Row> chosen;
    private final ContextMenu menu = new ContextMenu();

    RowMenu(Supplier<@Nullable Row> chosen, Commands commands) {
        this.chosen = chosen;
        add("connect", Texts.WORDS.say("connect"), RowMenu::leads, commands::connect);
        add("test", Texts.WORDS.say("test"), RowMenu::leads, commands::test);
        menu.getItems().add(new SeparatorMenuItem());
        add("duplicate", Texts.WORDS.say("duplicate"), Row.Stored.class::isInstance, commands::duplicate);
        add("export", Texts.WORDS.say("export"), Row.Stored.class::isInstance, commands::export);
        add("delete", Texts.WORDS.say("delete.button"), Row.Stored.class::isInstance, commands::delete);
        add("rename", Texts.WORDS.say("rename"), Row.Folder.class::isInstance, () -> {
            if (chosen.get() instanceof Row.Folder folder) {
                commands.rename(folder);
            }
        });
    }

    private static boolean leads(@Nullable Row row) {
        return row instanceof Row.Stored || row instanceof Row.Context;
    }

    private void add(String id, String words, Predicate<@Nullable Row> fits, Runnable run) {
        var item = new MenuItem(words);
        item.setId("connections-menu-" + id);
        item.setOnAction(event -> run.run());
        menu.getItems().add(item);
        menu.addEventHandler(WindowEvent.WINDOW_SHOWING, event -> item.setDisable(!fits.test(chosen.get())));
    }

    ContextMenu root() {
        return menu;
    }
}
