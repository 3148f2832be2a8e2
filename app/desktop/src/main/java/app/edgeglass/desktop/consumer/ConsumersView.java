package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.StartAt;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.jetstream.config.Quantities;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.consumer.ConsumersViewModel.Shown;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.control.PayloadOutlet;
import app.edgeglass.desktop.shell.dialog.Decision;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.notice.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * The consumers of a stream: the list with the details of one beside it, and in its place, one at a time, the form, a question or
 * the trial of a consumer.
 */
public final class ConsumersView {

    /**
     * What it is made of.
     *
     * @param widths of the list
     * @param trialWidths those of one trial, which end with it
     */
    public record Tools(
            TaskRunner tasks,
            Clock clock,
            Notices notices,
            Dialogs dialogs,
            Payloads payloads,
            PayloadOutlet outlet,
            EmColumns widths,
            Supplier<EmColumns> trialWidths) {}

    private final ConsumersViewModel model;
    private final DetailViewModel details;
    private final Tools tools;
    private final Operations operations;
    private final ConsumerTable table;
    private final SplitPane split;
    private final VBox list;
    private final Label banner = new Label();
    private final StackPane root = new StackPane();
    private @Nullable TrialViewModel trial;
    private @Nullable EmColumns trialWidths;

    public ConsumersView(ConsumersViewModel model, Tools tools) {
        this.model = model;
        this.tools = tools;
        this.details = new DetailViewModel(model, tools.tasks(), tools.clock());
        this.operations = new Operations(tools.tasks(), tools.dialogs(), tools.notices(), details::refresh);
        table = new ConsumerTable(model, tools.widths(), this::tryOut);
        var detail = new DetailView(model, details, new DetailActions(details, doer()).root());
        split = new SplitPane(table.root(), detail.root());
        split.setId("consumer-split");
        split.setDividerPositions(0.7);
        split.setMinSize(0, 0);
        VBox.setVgrow(split, Priority.ALWAYS);
        banner.setId("consumer-failure");
        banner.setWrapText(true);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.getStyleClass().addAll("eg-consumer-card", "eg-consumer-broken");
        Controls.visible(banner, false);
        list = new VBox(new RefreshBar(model, this::create).root(), banner, split);
        list.setId("consumer-list");
        root.setId("consumers-view");
        root.getStyleClass().add("eg-consumers-view");
        root.getChildren().setAll(list);
        model.shownProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::fail);
    }

    private void show(@Nullable Shown shown) {
        table.show(shown == null ? null : shown.lines());
        table.root().setPlaceholder(placeholder(shown));
    }

    private static Node placeholder(@Nullable Shown shown) {
        if (shown == null) {
            return new Label(Texts.WORDS.say("loading"));
        }
        return shown.total() == 0
                ? Controls.nothing(
                        "consumer-nothing",
                        MaterialDesignA.ACCOUNT_OFF_OUTLINE,
                        Texts.WORDS.say("nothing"),
                        Texts.WORDS.say("nothing.sentence"))
                : Controls.nothing(
                        "consumer-no-match",
                        MaterialDesignA.ACCOUNT_SEARCH_OUTLINE,
                        Texts.WORDS.say("no-match"),
                        Texts.WORDS.say("no-match.sentence"));
    }

    /** What was listed last stays, said to be old. */
    private void fail(@Nullable Failure why) {
        banner.setText(why == null ? "" : why.sentence() + " " + why.remedy());
        Controls.visible(banner, why != null);
    }

    private DetailActions.Doer doer() {
        return new DetailActions.Doer() {
            @Override
            public void tryOut(Detail detail) {
                ConsumersView.this.tryOut(detail);
            }

            @Override
            public void edit(Detail detail) {
                form(stream -> ConsumerFormViewModel.edit(stream, detail, tools.tasks()));
            }

            @Override
            public void copy(Detail detail) {
                form(stream -> ConsumerFormViewModel.copy(stream, detail, tools.tasks()));
            }

            @Override
            public void startElsewhere(Detail detail) {
                askStart(detail);
            }

            @Override
            public void pause(Detail detail) {
                askPause(detail);
            }

            @Override
            public void resume(Detail detail) {
                with(stream -> operations.resume(stream, detail));
            }

            @Override
            public void unpin(Detail detail, String group) {
                with(stream -> operations.unpin(stream, detail, group));
            }

            @Override
            public void stepDown(Detail detail) {
                with(stream -> operations.stepDown(stream, detail));
            }

            @Override
            public void delete(Detail detail) {
                with(stream -> operations.delete(stream, detail));
            }
        };
    }

    private void with(java.util.function.Consumer<StreamRef> deed) {
        StreamRef stream = model.streamProperty().get();
        if (stream != null) {
            deed.accept(stream);
        }
    }

    private void create() {
        details.surroundings(
                around -> form(stream -> ConsumerFormViewModel.create(stream, around, tools.tasks())),
                tools.notices()::failed);
    }

    private void form(java.util.function.Function<StreamRef, ConsumerFormViewModel> making) {
        with(stream -> {
            ConsumerFormViewModel form = making.apply(stream);
            open(new ConsumerForm(
                            form,
                            name -> {
                                tools.notices().success(Texts.WORDS.say("form.done", name));
                                backToList();
                                model.select(name);
                                model.refresh();
                            },
                            this::backToList)
                    .root());
        });
    }

    private void askStart(Detail detail) {
        var choices = new StartChoices(detail.row().doneUpTo() + 1);
        choices.note(Texts.WORDS.say("start.note"));
        AskPage[] page = new AskPage[1];
        page[0] = new AskPage(
                "consumer-start-page",
                Texts.WORDS.say("start.title", detail.row().name()),
                choices.root(),
                Texts.WORDS.say("start.confirm"),
                () -> {
                    try {
                        StartAt start = choices.chosen();
                        backToList();
                        with(stream -> operations.startAt(stream, detail, start));
                    } catch (Failure failure) {
                        page[0].fail(failure);
                    }
                },
                this::backToList);
        open(page[0].root());
    }

    private void askPause(Detail detail) {
        var until = new TextField(Texts.WORDS.say("pause.proposal"));
        until.setId("consumer-pause-field");
        until.setAccessibleText(Texts.WORDS.say("pause.note"));
        until.getStyleClass().addAll("eg-code", "eg-consumer-name-field");
        var note = new Label(Texts.WORDS.say("pause.note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("eg-consumer-note");
        var content = new VBox(note, until);
        content.getStyleClass().add("eg-consumer-choices");
        AskPage[] page = new AskPage[1];
        page[0] = new AskPage(
                "consumer-pause-page",
                Texts.WORDS.say("pause.title", detail.row().name()),
                content,
                Texts.WORDS.say("pause.confirm"),
                () -> {
                    try {
                        Instant moment = until(until.getText());
                        backToList();
                        with(stream -> operations.pause(stream, detail, moment));
                    } catch (Failure failure) {
                        page[0].fail(failure);
                    }
                },
                this::backToList);
        open(page[0].root());
    }

    /** A span from now, or a moment. */
    private Instant until(String text) {
        return text.contains(":")
                ? Quantities.moment(text)
                : tools.clock().instant().plus(Duration.ofNanos(Quantities.nanos(text)));
    }

    private void tryOut() {
        Detail detail = details.detailProperty().get();
        if (detail != null) {
            tryOut(detail);
        }
    }

    private void tryOut(Detail detail) {
        with(stream -> {
            var fresh = new TrialViewModel(stream, detail, tools.tasks(), tools.clock());
            EmColumns widths = tools.trialWidths().get();
            trial = fresh;
            trialWidths = widths;
            open(new TrialView(fresh, tools.tasks(), tools.payloads(), tools.outlet(), widths, this::leaveTrial)
                    .root());
        });
    }

    /** Asks what becomes of what waits for word. */
    private void leaveTrial() {
        TrialViewModel left = trial;
        if (left == null || left.open() == 0) {
            endTrial(false);
            return;
        }
        tools.dialogs()
                .decide(
                        new Decision(
                                Texts.WORDS.say("leave.title", left.open()),
                                Texts.WORDS.say("leave.sentence", again(left)),
                                Texts.WORDS.say("leave.give-back"),
                                Texts.WORDS.say("leave.keep")),
                        () -> endTrial(true),
                        () -> endTrial(false));
    }

    private static String again(TrialViewModel left) {
        return left.untilAllAgain()
                .map(span -> Texts.WORDS.say("leave.again", TrialView.again(span)))
                .orElse(Texts.WORDS.say("leave.never"));
    }

    private void endTrial(boolean giveBack) {
        TrialViewModel left = trial;
        if (left != null) {
            trial = null;
            int open = left.open();
            if (open > 0 && !giveBack) {
                tools.notices()
                        .warning(
                                Texts.WORDS.say(
                                        "leave.left", open, left.consumer().name()),
                                again(left));
            }
            left.leave(giveBack);
        }
        if (trialWidths != null) {
            trialWidths.close();
            trialWidths = null;
        }
        backToList();
        model.refresh();
    }

    private void open(Region page) {
        root.getChildren().setAll(page);
    }

    private void backToList() {
        if (!root.getChildren().contains(list)) {
            root.getChildren().setAll(list);
            table.root().requestFocus();
        }
    }

    /** Shows the consumers of a stream; none lets go of everything, and tells what was left without word. */
    public void show(@Nullable StreamRef stream) {
        endTrial(false);
        model.show(stream);
    }

    /** To be called often while it can be seen. */
    public void sample() {
        Optional.ofNullable(trial).ifPresentOrElse(TrialViewModel::sample, model::sample);
    }

    public Parent root() {
        return root;
    }
}
