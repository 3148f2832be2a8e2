package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.PriorityGroup;
import app.edgeglass.core.jetstream.Feature;
import app.edgeglass.desktop.control.Controls;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected consumer. */
final class DetailActions {

    /** Who does it. */
    interface Doer {

        void tryOut(Detail detail);

        void edit(Detail detail);

        void copy(Detail detail);

        void startElsewhere(Detail detail);

        void pause(Detail detail);

        void resume(Detail detail);

        void unpin(Detail detail, String group);

        void stepDown(Detail detail);

        void delete(Detail detail);
    }

    private interface Deed {
        void of(Detail detail);
    }

    private final DetailViewModel model;
    private final Doer doer;
    private final Button resume;
    private final MenuButton more = new MenuButton(Texts.WORDS.say("action.more"));
    private final FlowPane root;

    DetailActions(DetailViewModel model, Doer doer) {
        this.model = model;
        this.doer = doer;
        var tryOut = button("consumer-try", Texts.WORDS.say("action.try"), doer::tryOut);
        tryOut.getStyleClass().add("accent");
        var edit = button("consumer-edit", Texts.WORDS.say("action.edit"), doer::edit);
        resume = button("consumer-resume", Texts.WORDS.say("action.resume"), doer::resume);
        more.setId("consumer-more");
        more.getStyleClass().add("small");
        more.setMinWidth(Region.USE_PREF_SIZE);
        root = new FlowPane(tryOut, edit, resume, more);
        root.getStyleClass().add("eg-consumer-actions");
        model.detailProperty().subscribe(this::show);
    }

    private Button button(String id, String words, Deed deed) {
        return Controls.textButton(id, words, () -> run(deed));
    }

    private void run(Deed deed) {
        Detail detail = model.detailProperty().get();
        if (detail != null) {
            deed.of(detail);
        }
    }

    private void show(@Nullable Detail detail) {
        root.setDisable(detail == null);
        if (detail == null) {
            return;
        }
        boolean paused = detail.row().paused().isPresent();
        Controls.visible(resume, paused);
        // An open menu would close under the pointer each time that the list is read.
        if (more.isShowing()) {
            return;
        }
        int level = detail.surroundings().level();
        MenuItem pause = item("consumer-pause", Texts.WORDS.say("action.pause"), doer::pause);
        if (level < Feature.PAUSE.level()) {
            pause.setText(Texts.WORDS.say("action.pause.newer", Feature.PAUSE.release()));
            pause.setDisable(true);
        }
        more.getItems()
                .setAll(
                        item("consumer-copy", Texts.WORDS.say("action.copy"), doer::copy),
                        item("consumer-start", Texts.WORDS.say("action.start"), doer::startElsewhere),
                        pause);
        for (PriorityGroup group : detail.row().groups()) {
            if (group.pinned().isPresent()) {
                more.getItems()
                        .add(item(
                                "consumer-unpin-" + group.name(),
                                Texts.WORDS.say("action.unpin", group.name()),
                                of -> doer.unpin(of, group.name())));
            }
        }
        if (!detail.row().peers().isEmpty()) {
            more.getItems().add(item("consumer-step-down", Texts.WORDS.say("action.step-down"), doer::stepDown));
        }
        more.getItems()
                .addAll(List.of(
                        new SeparatorMenuItem(),
                        item("consumer-delete", Texts.WORDS.say("action.delete"), doer::delete)));
    }

    private MenuItem item(String id, String words, Deed deed) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> run(deed));
        return item;
    }

    Region root() {
        return root;
    }
}
