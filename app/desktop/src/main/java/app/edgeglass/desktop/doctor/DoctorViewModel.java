package app.edgeglass.desktop.doctor;

import app.edgeglass.core.connection.doctor.Diagnosis;
import app.edgeglass.core.connection.doctor.Finding;
import app.edgeglass.core.connection.doctor.Outcome;
import app.edgeglass.core.connection.doctor.Stage;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One examination at a time. Findings come from another thread and are taken over when the view is sampled, several times a
 * second; an older examination's are dropped.
 */
public final class DoctorViewModel {

    /** Examines, off the window's thread. */
    @FunctionalInterface
    public interface Examiner {
        Diagnosis examine(Profile profile, Secrets secrets, Consumer<Finding> onFinding);
    }

    /**
     * A stage as it stands.
     *
     * @param outcome nothing before it has begun
     */
    public record Line(ServerUrl url, Stage stage, Optional<Outcome> outcome, Duration took) {}

    /**
     * How far it is.
     *
     * @param diagnosis nothing while it goes on, and when it was broken off
     * @param broken why it could not be done at all
     */
    public record Progress(
            Profile profile,
            List<Line> lines,
            boolean running,
            Optional<Diagnosis> diagnosis,
            Optional<Failure> broken) {}

    private final Examiner examiner;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private ConcurrentLinkedQueue<Finding> found = new ConcurrentLinkedQueue<>();
    private @Nullable RunningTask running;
    private Secrets secrets = Secrets.NONE;

    public DoctorViewModel(Examiner examiner, TaskRunner tasks) {
        this.examiner = examiner;
        this.tasks = tasks;
    }

    /** Begins an examination; one under way is given up. */
    public void examine(Profile profile, Secrets known) {
        stop();
        secrets = known;
        var mine = new ConcurrentLinkedQueue<Finding>();
        found = mine;
        progress.set(new Progress(profile, waiting(profile), true, Optional.empty(), Optional.empty()));
        RunningTask task = tasks.start(
                "examine connection",
                () -> examiner.examine(profile, known, mine::add),
                diagnosis -> ended(mine, diagnosis),
                failure -> broken(mine, failure));
        // A runner that works in place has ended already.
        Progress now = progress.get();
        running = now != null && now.running() ? task : null;
    }

    private static List<Line> waiting(Profile profile) {
        var lines = new ArrayList<Line>();
        for (ServerUrl url : profile.urls()) {
            for (Stage stage : Stage.of(profile, url)) {
                lines.add(new Line(url, stage, Optional.empty(), Duration.ZERO));
            }
        }
        return lines;
    }

    private void ended(ConcurrentLinkedQueue<Finding> of, Diagnosis diagnosis) {
        Progress before = progress.get();
        if (!of.equals(found) || before == null) {
            return;
        }
        running = null;
        var lines = before.lines();
        for (Finding finding : diagnosis.findings()) {
            lines = with(lines, finding);
        }
        progress.set(new Progress(before.profile(), lines, false, Optional.of(diagnosis), Optional.empty()));
    }

    private void broken(ConcurrentLinkedQueue<Finding> of, Failure failure) {
        sample();
        Progress before = progress.get();
        if (of.equals(found) && before != null) {
            running = null;
            progress.set(new Progress(before.profile(), before.lines(), false, Optional.empty(), Optional.of(failure)));
        }
    }

    /**
     * Takes over what was found since the last time.
     *
     * @return whether it goes on
     */
    public boolean sample() {
        Progress before = progress.get();
        if (before == null || !before.running() || found.isEmpty()) {
            return before != null && before.running();
        }
        List<Line> lines = before.lines();
        for (Finding finding = found.poll(); finding != null; finding = found.poll()) {
            lines = with(lines, finding);
        }
        progress.set(new Progress(before.profile(), lines, true, Optional.empty(), Optional.empty()));
        return true;
    }

    private static List<Line> with(List<Line> lines, Finding finding) {
        var changed = new ArrayList<>(lines);
        var line = new Line(finding.url(), finding.stage(), Optional.of(finding.outcome()), finding.took());
        for (int i = 0; i < changed.size(); i++) {
            Line present = changed.get(i);
            if (present.stage() == finding.stage() && present.url().equals(finding.url())) {
                changed.set(i, line);
                return changed;
            }
        }
        changed.add(line);
        return changed;
    }

    /** Breaks it off; what was found stays. */
    public void stop() {
        if (running != null) {
            sample();
            running.cancel();
            running = null;
            Progress before = progress.get();
            if (before != null) {
                progress.set(new Progress(before.profile(), before.lines(), false, Optional.empty(), Optional.empty()));
            }
        }
    }

    /** Once more, with the same profile. */
    public void again() {
        Progress before = progress.get();
        if (before != null) {
            examine(before.profile(), secrets);
        }
    }

    /** What is examined, or was last; none before the first time. */
    public ReadOnlyObjectProperty<@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The secrets that are tried. */
    public Secrets secrets() {
        return secrets;
    }
}
