package app.edgeglass.desktop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.doctor.Diagnosis;
import app.edgeglass.core.connection.doctor.Facts;
import app.edgeglass.core.connection.doctor.Finding;
import app.edgeglass.core.connection.doctor.Outcome;
import app.edgeglass.core.connection.doctor.Stage;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.doctor.DoctorViewModel.Line;
import app.edgeglass.desktop.doctor.DoctorViewModel.Progress;
import app.edgeglass.desktop.testing.PostedRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DoctorViewModelTest {

    private final PostedRunner runner = new PostedRunner();
    private final CountDownLatch said = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final DoctorViewModel model = new DoctorViewModel(this::examine, runner);

    /** Finds a name, waits, and fails at the network. */
    private Diagnosis examine(Profile profile, Secrets secrets, Consumer<Finding> onFinding) {
        var url = profile.urls().getFirst();
        var name = new Finding(url, Stage.NAME, new Outcome.Passed(Facts.NONE), Duration.ofMillis(3));
        onFinding.accept(new Finding(url, Stage.NAME, new Outcome.Running(), Duration.ZERO));
        onFinding.accept(name);
        said.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var tcp = new Finding(
                url,
                Stage.TCP,
                new Outcome.Failed(Failure.of("connect.refused", profile.name()), Facts.NONE),
                Duration.ofMillis(1));
        onFinding.accept(tcp);
        return new Diagnosis(profile, Instant.EPOCH, List.of(name, tcp));
    }

    private Progress progress() {
        return Objects.requireNonNull(model.progressProperty().get());
    }

    private static Line line(Progress progress, Stage stage) {
        return progress.lines().stream()
                .filter(line -> line.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stagesFillInAsTheyGo() throws Exception {
        model.examine(Profile.of("nats://plant"), Secrets.NONE);
        assertThat(progress().running()).isTrue();
        assertThat(progress().lines()).allMatch(line -> line.outcome().isEmpty());
        said.await();
        model.sample();
        assertThat(line(progress(), Stage.NAME).outcome()).containsInstanceOf(Outcome.Passed.class);
        assertThat(line(progress(), Stage.TCP).outcome()).isEmpty();

        goOn.countDown();
        runner.deliver();
        assertThat(progress().running()).isFalse();
        assertThat(line(progress(), Stage.TCP).outcome()).containsInstanceOf(Outcome.Failed.class);
        assertThat(progress().diagnosis().map(Diagnosis::verdict)).contains(Diagnosis.Verdict.FAILED);
        // One line a stage, however often it was told of.
        assertThat(progress().lines()).extracting(Line::stage).doesNotHaveDuplicates();
    }

    @Test
    void whatIsBrokenOffSaysNothingLater() throws Exception {
        model.examine(Profile.of("nats://plant"), Secrets.NONE);
        said.await();
        model.stop();
        assertThat(progress().running()).isFalse();
        assertThat(line(progress(), Stage.NAME).outcome()).isPresent();
        goOn.countDown();
        runner.deliver();
        model.sample();
        assertThat(progress().diagnosis()).isEmpty();
        assertThat(line(progress(), Stage.TCP).outcome()).isEmpty();
    }

    @Test
    void anotherExaminationTakesThePlaceOfTheFirst() throws Exception {
        model.examine(Profile.of("nats://plant"), Secrets.NONE);
        said.await();
        model.examine(Profile.of("nats://hub").named("hub"), Secrets.NONE);
        goOn.countDown();
        runner.deliver();
        assertThat(progress().profile().name()).isEqualTo("hub");
        assertThat(progress().diagnosis().map(one -> one.profile().name())).contains("hub");
        model.again();
        assertThat(progress().running()).isTrue();
    }
}
