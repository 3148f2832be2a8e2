package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.ConsumerChanges;
import app.edgeglass.core.consumer.StartAt;
import app.edgeglass.core.jetstream.Feature;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.shell.dialog.Confirmation;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.notice.Notices;
import java.time.Instant;
import java.util.function.Consumer;

/** What is done to the selected consumer, each told when it is done, and asked for first where something is lost by it. */
final class Operations {

    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notices notices;
    private final Runnable onChanged;

    /** @param onChanged is called when something was changed, or may have been */
    Operations(TaskRunner tasks, Dialogs dialogs, Notices notices, Runnable onChanged) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notices = notices;
        this.onChanged = onChanged;
    }

    private void run(StreamRef stream, Consumer<ConsumerChanges> work, String done) {
        var changes = new ConsumerChanges(new JetStreamApi(stream.session()), stream.name());
        var _ = tasks.start(
                "change consumer",
                () -> {
                    work.accept(changes);
                    return done;
                },
                sentence -> {
                    notices.success(sentence);
                    onChanged.run();
                },
                failed -> {
                    notices.failed(failed);
                    onChanged.run();
                });
    }

    void delete(StreamRef stream, Detail detail) {
        var row = detail.row();
        var act = ConsumerChanges.deletion(stream.name(), row);
        dialogs.destroy(
                stream.session().guard().confirmation(act),
                Texts.WORDS.say("delete.confirm"),
                typed ->
                        run(stream, changes -> changes.delete(row, typed), Texts.WORDS.say("delete.done", row.name())));
    }

    void pause(StreamRef stream, Detail detail, Instant until) {
        String name = detail.row().name();
        run(
                stream,
                changes -> changes.pause(name, until),
                Texts.WORDS.say("pause.done", name, Texts.dayAndTime(until)));
    }

    void resume(StreamRef stream, Detail detail) {
        String name = detail.row().name();
        run(stream, changes -> changes.resume(name), Texts.WORDS.say("resume.done", name));
    }

    void unpin(StreamRef stream, Detail detail, String group) {
        String name = detail.row().name();
        run(stream, changes -> changes.unpin(name, group), Texts.WORDS.say("unpin.done", group, name));
    }

    void stepDown(StreamRef stream, Detail detail) {
        String name = detail.row().name();
        run(stream, changes -> changes.stepDown(name), Texts.WORDS.say("step-down.done", name));
    }

    /** Whether the server can begin again elsewhere without making a consumer anew, from where it was made to begin. */
    static boolean canReset(Detail detail, StartAt start) {
        boolean sequence = start instanceof StartAt.Sequence || start instanceof StartAt.First;
        return sequence
                && detail.surroundings().level() >= Feature.CONSUMER_RESET.level()
                && detail.config().path("deliver_policy").asString("all").equals("all");
    }

    /** Has it begin elsewhere: on the spot where the server can, and otherwise by making it anew. */
    void startAt(StreamRef stream, Detail detail, StartAt start) {
        String name = detail.row().name();
        String done = Texts.WORDS.say("start.done", name);
        if (canReset(detail, start)) {
            long sequence = start instanceof StartAt.Sequence(long wanted) ? wanted : 1;
            dialogs.confirm(
                    new Confirmation(
                            Texts.WORDS.say("start.reset.title", name),
                            Texts.WORDS.say("start.reset.sentence", sequence),
                            Texts.WORDS.say("start.reset.confirm"),
                            true),
                    () -> run(stream, changes -> changes.reset(name, sequence), done));
            return;
        }
        var act = ConsumerChanges.deletion(stream.name(), detail.row());
        dialogs.destroy(
                stream.session().guard().confirmation(act),
                Texts.WORDS.say("start.anew.confirm"),
                typed -> run(stream, changes -> changes.startAnew(detail.row(), detail.config(), start, typed), done));
    }
}
