package app.edgeglass.desktop.backup;

import app.edgeglass.core.backup.BackupProgress;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.desktop.shell.notice.Notices;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One saving or restoring: what it is at, how far, and what came of it. Goes on when its dialog is hidden. */
final class Transfer {

    /** Where it stands. */
    enum Phase {
        ASKING,
        RUNNING,
        DONE,
        FAILED
    }

    /** As long as it takes a rate to say something. */
    private static final long RATE_NANOS = 1_000_000_000L;

    private final TaskRunner tasks;
    private final Notices notices;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.ASKING);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remedy = new ReadOnlyStringWrapper("");
    private BackupProgress progress = new BackupProgress();
    private Optional<Failure> failure = Optional.empty();
    private boolean hidden;
    private boolean cancelling;
    private long markedAt;
    private long marked;
    private double perSecond;

    Transfer(TaskRunner tasks, Notices notices, LongSupplier nanos) {
        this.tasks = tasks;
        this.notices = notices;
        this.nanos = nanos;
    }

    /** @param work blocks; says what was done */
    void start(String name, Function<BackupProgress, String> work) {
        if (phase.get() == Phase.RUNNING) {
            return;
        }
        var now = new BackupProgress();
        progress = now;
        failure = Optional.empty();
        cancelling = false;
        marked = 0;
        perSecond = 0;
        markedAt = nanos.getAsLong();
        phase.set(Phase.RUNNING);
        sample();
        var _ = tasks.start(name, () -> work.apply(now), this::done, this::failed);
    }

    private void done(String sentence) {
        outcome.set(sentence);
        remedy.set("");
        phase.set(Phase.DONE);
        if (hidden) {
            notices.success(sentence);
        }
    }

    private void failed(Failure reason) {
        failure = Optional.of(reason);
        outcome.set(reason.sentence());
        remedy.set(reason.remedy());
        phase.set(Phase.FAILED);
        if (hidden) {
            notices.failed(reason);
        }
    }

    void cancel() {
        cancelling = true;
        progress.cancel();
        sample();
    }

    /** Nobody looks at it any more: what comes of it has to be told elsewhere. */
    void hide() {
        hidden = true;
    }

    void show() {
        hidden = false;
    }

    boolean isRunning() {
        return phase.get() == Phase.RUNNING;
    }

    /** What it failed with. */
    Optional<Failure> failure() {
        return failure;
    }

    void sample() {
        if (phase.get() != Phase.RUNNING) {
            return;
        }
        rate();
        long done = progress.done();
        long total = progress.total();
        fraction.set(total <= 0 ? -1 : Math.min(1, (double) done / total));
        words.set(cancelling ? Texts.WORDS.say("course.cancelling") : said(done, total));
    }

    private void rate() {
        long now = nanos.getAsLong();
        if (now - markedAt >= RATE_NANOS) {
            long moved = progress.moved();
            perSecond = (moved - marked) * 1e9 / (now - markedAt);
            marked = moved;
            markedAt = now;
        }
    }

    private String said(long done, long total) {
        String rate = Sizes.say(Math.round(perSecond));
        return switch (progress.stage()) {
            case ASKING -> Texts.WORDS.say("course.asking");
            case RECEIVING -> Texts.WORDS.say("course.receiving", Sizes.say(done), Sizes.say(total), rate);
            case CHECKING -> Texts.WORDS.say("course.checking", Sizes.say(done), Sizes.say(total));
            case SENDING -> Texts.WORDS.say("course.sending", Sizes.say(done), Sizes.say(total), rate);
            case SETTLING -> Texts.WORDS.say("course.settling");
        };
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Between 0 and 1; below that while nobody knows. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyStringProperty remedyProperty() {
        return remedy.getReadOnlyProperty();
    }
}
