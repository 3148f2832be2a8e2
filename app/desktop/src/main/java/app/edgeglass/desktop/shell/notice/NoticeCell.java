package app.edgeglass.desktop.shell.notice;

import java.time.Clock;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A notice in the list: sign, sentence, remedy, time and count; a bug can be copied whole. */
final class NoticeCell extends ListCell<Notice> {

    private final Clock clock;
    private final FontIcon sign = new FontIcon();
    private final Label sentence = new Label();
    private final Label remedy = new Label();
    private final Label time = new Label();
    private final Label times = new Label();
    private final Button copy = new Button(Texts.WORDS.say("copy-details"));
    private final HBox line;

    NoticeCell(Clock clock, Consumer<Notice> onCopy) {
        this.clock = clock;
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        remedy.setWrapText(true);
        remedy.setMinHeight(Region.USE_PREF_SIZE);
        remedy.getStyleClass().add("eg-muted");
        time.getStyleClass().addAll("eg-subtle", "eg-small");
        times.getStyleClass().add("eg-count");
        copy.getStyleClass().addAll("eg-link-button");
        copy.setOnAction(event -> {
            if (getItem() != null) {
                onCopy.accept(getItem());
            }
        });
        var foot = new HBox(time, times, copy);
        foot.getStyleClass().add("eg-notice-foot");
        var words = new VBox(sentence, remedy, foot);
        words.getStyleClass().add("eg-notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(sign, words);
        line.getStyleClass().add("eg-notice");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Notice notice, boolean empty) {
        super.updateItem(notice, empty);
        if (empty || notice == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        sign.setIconCode(NoticeText.sign(notice.severity()));
        sign.getStyleClass().setAll("ikonli-font-icon", "eg-sign-" + NoticeText.style(notice.severity()));
        sentence.setText(notice.sentence());
        show(remedy, notice.remedy());
        time.setText(NoticeText.time(notice, clock));
        show(times, NoticeText.times(notice));
        copy.setVisible(!notice.details().isEmpty());
        copy.setManaged(!notice.details().isEmpty());
        setAccessibleText(NoticeText.word(notice.severity()) + ". " + notice.sentence() + " " + notice.remedy());
        setGraphic(line);
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
