package app.edgeglass.desktop.stream;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The entries of all that can be done to a stream. */
final class StreamMenu {

    private final String prefix;
    private final Consumer<Consumer<Target>> chosen;

    /** The stream that something is done to. */
    record Target(StreamCommands commands, StreamServices services, String name) {}

    /**
     * @param prefix of all ids
     * @param chosen calls what it gets with the stream of the moment, if there is one
     */
    StreamMenu(String prefix, Consumer<Consumer<Target>> chosen) {
        this.prefix = prefix;
        this.chosen = chosen;
    }

    List<MenuItem> items() {
        return List.of(
                item("edit", Texts.WORDS.say("menu.edit"), at -> at.commands().edit(at.services(), at.name())),
                item("copy", Texts.WORDS.say("menu.copy"), at -> at.commands().copy(at.services(), at.name())),
                item(
                        "rename",
                        Texts.WORDS.say("menu.rename"),
                        at -> at.commands().rename(at.services(), at.name())),
                new SeparatorMenuItem(),
                item("peers", Texts.WORDS.say("menu.peers"), at -> at.commands().peers(at.services(), at.name())),
                new SeparatorMenuItem(),
                item("purge", Texts.WORDS.say("menu.purge"), at -> at.commands().purge(at.services(), at.name())),
                item("seal", Texts.WORDS.say("menu.seal"), at -> at.commands().seal(at.services(), at.name())),
                item(
                        "delete",
                        Texts.WORDS.say("menu.delete"),
                        at -> at.commands().delete(at.services(), at.name())));
    }

    private MenuItem item(String id, String words, Consumer<Target> action) {
        var item = new MenuItem(words);
        item.setId(prefix + "-" + id);
        item.setOnAction(event -> chosen.accept(action));
        return item;
    }
}
