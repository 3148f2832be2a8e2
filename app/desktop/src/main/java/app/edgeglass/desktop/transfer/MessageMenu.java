package app.edgeglass.desktop.transfer;

import app.edgeglass.core.browse.StoredMessage;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.transfer.MessageDeletion;
import app.edgeglass.core.transfer.Selection;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.notice.Notices;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done with a message of a stream, and with the messages around it. */
public final class MessageMenu {

    private final TransferDialogs transfers;
    private final Dialogs dialogs;
    private final Notices notices;
    private final TaskRunner tasks;
    private final Consumer<LoggedMessage> publishAgain;

    /** @param publishAgain opens a message where messages are published, and sends nothing */
    public MessageMenu(
            TransferDialogs transfers,
            Dialogs dialogs,
            Notices notices,
            TaskRunner tasks,
            Consumer<LoggedMessage> publishAgain) {
        this.transfers = transfers;
        this.dialogs = dialogs;
        this.notices = notices;
        this.tasks = tasks;
        this.publishAgain = publishAgain;
    }

    /**
     * Items for a menu.
     *
     * @param stream whose messages are shown now
     * @param message the chosen one, whole; none when none is
     * @param onDeleted is told the sequence of a message that is gone
     */
    public List<MenuItem> items(
            Supplier<@Nullable StreamRef> stream, Supplier<@Nullable StoredMessage> message, Consumer<Long> onDeleted) {
        BiConsumer<StreamRef, StoredMessage> copy = (of, chosen) -> transfers.copy(of, from(chosen));
        BiConsumer<StreamRef, StoredMessage> export = (of, chosen) -> transfers.export(of, from(chosen));
        return List.of(
                item("stream-message-publish", Texts.WORDS.say("menu.publish"), stream, message, this::publish),
                new SeparatorMenuItem(),
                item("stream-message-copy", Texts.WORDS.say("menu.copy"), stream, message, copy),
                item("stream-message-export", Texts.WORDS.say("menu.export"), stream, message, export),
                importing(stream),
                new SeparatorMenuItem(),
                item(
                        "stream-message-delete",
                        Texts.WORDS.say("menu.delete"),
                        stream,
                        message,
                        (of, chosen) -> delete(of, chosen, false, onDeleted)),
                item(
                        "stream-message-erase",
                        Texts.WORDS.say("menu.erase"),
                        stream,
                        message,
                        (of, chosen) -> delete(of, chosen, true, onDeleted)));
    }

    private static Selection from(StoredMessage chosen) {
        return new Selection(chosen.sequence(), Long.MAX_VALUE, ">");
    }

    private static MenuItem item(
            String id,
            String words,
            Supplier<@Nullable StreamRef> stream,
            Supplier<@Nullable StoredMessage> message,
            BiConsumer<StreamRef, StoredMessage> action) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> {
            StreamRef of = stream.get();
            StoredMessage chosen = message.get();
            if (of != null && chosen != null) {
                action.accept(of, chosen);
            }
        });
        return item;
    }

    private MenuItem importing(Supplier<@Nullable StreamRef> stream) {
        var item = new MenuItem(Texts.WORDS.say("menu.import"));
        item.setId("stream-message-import");
        item.setOnAction(event -> {
            StreamRef of = stream.get();
            if (of != null) {
                transfers.importInto(of);
            }
        });
        return item;
    }

    private void publish(StreamRef of, StoredMessage chosen) {
        publishAgain.accept(new LoggedMessage(
                chosen.sequence(), chosen.at(), chosen.subject(), null, chosen.headers(), chosen.payload()));
    }

    private void delete(StreamRef of, StoredMessage chosen, boolean erase, Consumer<Long> onDeleted) {
        var deletion = new MessageDeletion(of, chosen.sequence(), chosen.size(), erase);
        String words = erase ? Texts.WORDS.say("erase.confirm") : Texts.WORDS.say("delete.confirm");
        dialogs.destroy(
                of.session().guard().confirmation(deletion.act()),
                words,
                typed -> tasks.start(
                        "delete a message",
                        () -> {
                            deletion.run(typed);
                            return chosen.sequence();
                        },
                        sequence -> {
                            String figure = Texts.FIGURES.count(sequence);
                            notices.success(
                                    erase
                                            ? Texts.WORDS.say("erased", figure, of.name())
                                            : Texts.WORDS.say("deleted", figure, of.name()));
                            onDeleted.accept(sequence);
                        },
                        notices::failed));
    }
}
