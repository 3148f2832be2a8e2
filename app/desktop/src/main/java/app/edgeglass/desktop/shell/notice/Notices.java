package app.edgeglass.desktop.shell.notice;

import app.edgeglass.core.error.Failure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a person was told, the last {@value #CAPACITY} of it. The same sentence said again counts up and moves to the end,
 * so that a storm of one complaint neither fills the list nor pushes out the others. Safe for use by several threads, at
 * any rate: the window takes samples.
 */
public final class Notices {

    /** The most notices that are kept; the ones not said for longest go first. */
    public static final int CAPACITY = 300;

    /** The most characters of a sentence, a remedy and the details of a bug. */
    private static final int MOST_TEXT = 2_000;

    private static final int MOST_DETAILS = 20_000;

    private final Clock clock;
    private final LinkedHashMap<Key, Notice> notices = new LinkedHashMap<>();
    private long lastNumber;
    private long version;
    private long forgotten;

    public Notices(Clock clock) {
        this.clock = clock;
    }

    public void info(String sentence, String remedy) {
        add(Severity.INFO, sentence, remedy);
    }

    public void success(String sentence) {
        add(Severity.SUCCESS, sentence, "");
    }

    public void warning(String sentence, String remedy) {
        add(Severity.WARNING, sentence, remedy);
    }

    public void add(Severity severity, String sentence, String remedy) {
        add(severity, sentence, remedy, clock.instant(), 1);
    }

    /**
     * Tells something that was noted elsewhere.
     *
     * @param times how often it has happened since it was told last
     */
    public void add(Severity severity, String sentence, String remedy, Instant at, long times) {
        add(severity, sentence, remedy, at, times, "", true);
    }

    /** As {@link #add(Severity, String, String, Instant, long)}, for what the window shows elsewhere: it does not pop up. */
    public void addQuietly(Severity severity, String sentence, String remedy, Instant at, long times) {
        add(severity, sentence, remedy, at, times, "", false);
    }

    /** Tells of a failure; a bug carries its details along. */
    public void failed(Failure failure) {
        String details = failure.isBug() ? BugReport.of(failure, clock.instant()) : "";
        add(Severity.ERROR, failure.sentence(), failure.remedy(), clock.instant(), 1, details, true);
    }

    private synchronized void add(
            Severity severity, String sentence, String remedy, Instant at, long times, String details, boolean popsUp) {
        var key = new Key(severity, cut(sentence, MOST_TEXT));
        Notice before = notices.remove(key);
        long number = before == null ? ++lastNumber : before.number();
        long sum = before == null ? times : before.times() + times;
        notices.putLast(
                key,
                new Notice(
                        number,
                        at,
                        severity,
                        key.sentence,
                        cut(remedy, MOST_TEXT),
                        sum,
                        cut(details, MOST_DETAILS),
                        popsUp));
        if (notices.size() > CAPACITY) {
            notices.pollFirstEntry();
            forgotten++;
        }
        version++;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " …";
    }

    /** What has been told, oldest first. */
    public synchronized List<Notice> all() {
        return new ArrayList<>(notices.values());
    }

    /** Changes whenever something is told or removed. */
    public synchronized long version() {
        return version;
    }

    /** How many had to go for newer ones. */
    public synchronized long forgotten() {
        return forgotten;
    }

    public synchronized void clear() {
        notices.clear();
        forgotten = 0;
        version++;
    }

    private record Key(Severity severity, String sentence) {}
}
