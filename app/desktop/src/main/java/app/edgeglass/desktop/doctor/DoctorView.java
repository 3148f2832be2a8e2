package app.edgeglass.desktop.doctor;

import app.edgeglass.core.connection.doctor.Diagnosis;
import app.edgeglass.core.connection.doctor.Finding;
import app.edgeglass.core.connection.doctor.Outcome;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.doctor.DoctorViewModel.Line;
import app.edgeglass.desktop.doctor.DoctorViewModel.Progress;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** An examination: its stages fill in as they go, and what failed says what can be done about it. */
public final class DoctorView {

    private static final int LONGEST = 160;

    private final DoctorViewModel model;
    private final Actions actions;
    private final Label title = new Label();
    private final Label verdict = new Label();
    private final Button cancel = new Button(Texts.WORDS.say("cancel"));
    private final Button again = new Button(Texts.WORDS.say("again"), new FontIcon(MaterialDesignR.REFRESH));
    private final Button copy = new Button(Texts.WORDS.say("copy"), new FontIcon(MaterialDesignC.CONTENT_COPY));
    private final VBox stages = new VBox();
    private final List<StageRow> rows = new ArrayList<>();
    private final VBox root;
    private @Nullable Profile drawn;

    /** What the view asks of the window around it. */
    public interface Actions {

        /** What can be done at once about a failure. */
        List<Remedy> remedies(Profile profile, Failure failure);

        void copy(String report);

        /** Back to where it was asked for. */
        void back();
    }

    public DoctorView(DoctorViewModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        title.setId("doctor-title");
        title.getStyleClass().add("title-3");
        title.setMinWidth(0);
        verdict.setId("doctor-verdict");
        verdict.setMinWidth(0);
        verdict.getStyleClass().add("eg-doctor-verdict");
        Button back =
                Controls.iconButton("doctor-back-button", MaterialDesignA.ARROW_LEFT, Texts.WORDS.say("back"), () -> {
                    model.stop();
                    actions.back();
                });
        var words = new VBox(title, verdict);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        button(cancel, "doctor-cancel-button", model::stop);
        button(again, "doctor-again-button", model::again);
        button(copy, "doctor-copy-button", this::copy);
        var header = new HBox(back, words, copy, again, cancel);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("eg-doctor-header");
        stages.getStyleClass().add("eg-stages");
        var scroll = new ScrollPane(stages);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "eg-doctor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(header, scroll);
        root.setId("doctor");
        root.getStyleClass().add("eg-doctor");
        model.progressProperty().subscribe(this::show);
    }

    private static void button(Button button, String id, Runnable action) {
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
    }

    private void copy() {
        Progress progress = model.progressProperty().get();
        if (progress != null) {
            progress.diagnosis().map(Diagnosis::report).ifPresent(actions::copy);
        }
    }

    private void show(@Nullable Progress progress) {
        if (progress == null) {
            return;
        }
        title.setText(Texts.WORDS.say("title", SafeText.show(progress.profile().name(), LONGEST)));
        Controls.visible(cancel, progress.running());
        Controls.visible(again, !progress.running());
        copy.setDisable(progress.diagnosis().isEmpty());
        verdict(progress);
        if (!progress.profile().equals(drawn) || rows.size() != progress.lines().size()) {
            rebuild(progress);
        } else {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).show(progress.lines().get(i));
            }
        }
    }

    private void rebuild(Progress progress) {
        drawn = progress.profile();
        rows.clear();
        stages.getChildren().clear();
        boolean several = progress.profile().urls().size() > 1;
        ServerUrl url = null;
        for (Line line : progress.lines()) {
            if (several && !line.url().equals(url)) {
                var heading = new Label(line.url().shown());
                heading.getStyleClass().addAll("title-4", "eg-doctor-url");
                stages.getChildren().add(heading);
            }
            url = line.url();
            Profile profile = progress.profile();
            var row = new StageRow(line, failure -> actions.remedies(profile, failure));
            rows.add(row);
            stages.getChildren().add(row.root());
        }
    }

    private void verdict(Progress progress) {
        verdict.getStyleClass().removeAll("eg-doctor-fine", "eg-doctor-warned", "eg-doctor-failed");
        if (progress.running()) {
            verdict.setText(Texts.WORDS.say("verdict.running"));
        } else if (progress.broken().isPresent()) {
            verdict.setText(progress.broken().orElseThrow().sentence());
            verdict.getStyleClass().add("eg-doctor-failed");
        } else if (progress.diagnosis().isEmpty()) {
            verdict.setText(Texts.WORDS.say("verdict.cancelled"));
        } else {
            Diagnosis diagnosis = progress.diagnosis().orElseThrow();
            switch (diagnosis.verdict()) {
                case FINE -> say(Texts.WORDS.say("verdict.fine"), "eg-doctor-fine");
                case WARNED -> say(Texts.WORDS.say("verdict.warned"), "eg-doctor-warned");
                case FAILED -> say(failed(diagnosis), "eg-doctor-failed");
            }
        }
    }

    private void say(String words, String style) {
        verdict.setText(words);
        verdict.getStyleClass().add(style);
    }

    private static String failed(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.outcome() instanceof Outcome.Failed)
                .map(Finding::stage)
                .findFirst()
                .map(stage -> Texts.WORDS.say("verdict.failed", stage.title()))
                .orElse("");
    }

    public Parent root() {
        return root;
    }
}
