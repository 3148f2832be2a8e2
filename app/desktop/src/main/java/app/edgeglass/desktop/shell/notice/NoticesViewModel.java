package app.edgeglass.desktop.shell.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The notices as the window shows them: the list, newest first; how many are unread; and those that stand over the window
 * for a moment. Brought up to date by {@link #sample}, so it can be told of any number of notices between two samples.
 */
public final class NoticesViewModel {

    /** The most that stand over the window at once; the others wait in the list. */
    static final int MOST_TOASTS = 3;

    /** A notice that goes on repeating stands over the window again after this time, not earlier. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private final Notices notices;
    private final Clock clock;
    private final ObservableList<Notice> list = FXCollections.observableArrayList();
    private final ObservableList<Notice> toasts = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper forgotten = new ReadOnlyLongWrapper();
    private final Map<Long, Long> timesRead = new HashMap<>();
    private final Map<Long, Long> timesSampled = new HashMap<>();
    private final Map<Long, Instant> toastUntil = new HashMap<>();
    private final Map<Long, Instant> quietUntil = new HashMap<>();
    private long versionSampled = -1;
    private boolean listOpen;
    private boolean toastsHeld;

    public NoticesViewModel(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** Takes what has been told since the last sample; lets go of toasts whose time is over. */
    public void sample() {
        Instant now = clock.instant();
        long version = notices.version();
        if (version != versionSampled) {
            versionSampled = version;
            List<Notice> all = notices.all();
            for (Notice notice : all) {
                if (notice.times() != timesSampled.getOrDefault(notice.number(), 0L)) {
                    timesSampled.put(notice.number(), notice.times());
                    if (notice.popsUp()) {
                        toast(notice, now);
                    }
                }
            }
            list.setAll(all.reversed());
            forgotten.set(notices.forgotten());
            forgetGone(all);
            countUnread();
        }
        if (!toastsHeld) {
            toasts.removeIf(toast -> !now.isBefore(toastUntil.getOrDefault(toast.number(), now)));
        }
    }

    private void toast(Notice notice, Instant now) {
        for (int i = 0; i < toasts.size(); i++) {
            if (toasts.get(i).number() == notice.number()) {
                toasts.set(i, notice);
                return;
            }
        }
        if (listOpen || now.isBefore(quietUntil.getOrDefault(notice.number(), now))) {
            return;
        }
        if (toasts.size() == MOST_TOASTS) {
            toasts.removeFirst();
        }
        toasts.addLast(notice);
        toastUntil.put(notice.number(), now.plus(shownFor(notice.severity())));
        quietUntil.put(notice.number(), now.plus(QUIET));
    }

    private static Duration shownFor(Severity severity) {
        return switch (severity) {
            case INFO, SUCCESS -> Duration.ofSeconds(5);
            case WARNING -> Duration.ofSeconds(8);
            case ERROR -> Duration.ofSeconds(12);
        };
    }

    private void forgetGone(List<Notice> all) {
        var kept = all.stream().map(Notice::number).toList();
        timesRead.keySet().retainAll(kept);
        timesSampled.keySet().retainAll(kept);
        toastUntil.keySet().retainAll(kept);
        quietUntil.keySet().retainAll(kept);
    }

    private void countUnread() {
        if (listOpen) {
            list.forEach(notice -> timesRead.put(notice.number(), notice.times()));
        }
        unread.set((int) list.stream()
                .filter(notice -> notice.times() > timesRead.getOrDefault(notice.number(), 0L))
                .count());
    }

    /** While the list is open everything in it counts as read, and nothing stands over the window. */
    public void setListOpen(boolean open) {
        listOpen = open;
        if (open) {
            toasts.clear();
        }
        countUnread();
    }

    /** While held, as under the pointer, toasts stay. */
    public void setToastsHeld(boolean held) {
        toastsHeld = held;
    }

    public void dismiss(Notice toast) {
        toasts.removeIf(shown -> shown.number() == toast.number());
    }

    public void clear() {
        notices.clear();
        toasts.clear();
        sample();
    }

    /** Everything that is kept, newest first. */
    public ObservableList<Notice> list() {
        return list;
    }

    /** What stands over the window now, oldest first. */
    public ObservableList<Notice> toasts() {
        return toasts;
    }

    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** How many older notices had to go. */
    public ReadOnlyLongProperty forgottenProperty() {
        return forgotten.getReadOnlyProperty();
    }
}
