package app.edgeglass.desktop.shell.notice;

import atlantafx.base.controls.Notification;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The notices that stand over the window's lower right corner for a moment. They stay while the pointer is on them. */
public final class Toasts {

    private final NoticesViewModel model;
    private final VBox box = new VBox();
    private final Map<Long, Notification> shown = new HashMap<>();

    public Toasts(NoticesViewModel model) {
        this.model = model;
        box.setId("toasts");
        box.getStyleClass().add("eg-toasts");
        box.setPickOnBounds(false);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.hoverProperty().subscribe(model::setToastsHeld);
        model.toasts().addListener((ListChangeListener<Notice>) change -> show());
    }

    private void show() {
        var kept = new HashMap<Long, Notification>();
        for (Notice notice : model.toasts()) {
            Notification toast = shown.getOrDefault(notice.number(), null);
            if (toast == null) {
                toast = toast(notice);
            }
            toast.setMessage(message(notice));
            kept.put(notice.number(), toast);
        }
        shown.clear();
        shown.putAll(kept);
        box.getChildren()
                .setAll(model.toasts().stream()
                        .map(notice -> kept.get(notice.number()))
                        .toList());
    }

    private static String message(Notice notice) {
        var text = new StringBuilder(notice.sentence());
        if (!NoticeText.times(notice).isEmpty()) {
            text.append("  ").append(NoticeText.times(notice));
        }
        if (!notice.remedy().isEmpty()) {
            text.append('\n').append(notice.remedy());
        }
        return text.toString();
    }

    private Notification toast(Notice notice) {
        var icon = new FontIcon(NoticeText.sign(notice.severity()));
        var toast = new Notification(notice.sentence(), icon);
        toast.getStyleClass().addAll("eg-toast", NoticeText.style(notice.severity()));
        toast.setAccessibleText(NoticeText.word(notice.severity()) + ". " + message(notice));
        toast.setOnClose(event -> model.dismiss(notice));
        return toast;
    }

    public Region root() {
        return box;
    }
}
