package app.edgeglass.core.deadletter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Given-up messages with their content, bounded in number and in bytes: of the oldest the content goes first, which can be
 * asked for again, and then they themselves, which is counted. Safe for use by several threads.
 */
final class LetterBox {

    private final int most;
    private final long mostBytes;
    private final LinkedHashMap<DeadLetter.Key, Entry> entries = new LinkedHashMap<>();
    private long bytes;
    private long forgotten;
    private long version;

    private record Entry(DeadLetter letter, Content content) {}

    LetterBox(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Takes one in. The same message told again, as after more deliveries, stands once, as it was told last. */
    synchronized void add(DeadLetter letter) {
        Entry before = entries.remove(letter.key());
        if (before != null && before.letter().at().isAfter(letter.at())) {
            entries.put(letter.key(), before);
            return;
        }
        entries.put(letter.key(), new Entry(letter, before == null ? new Content.Awaited() : before.content()));
        version++;
        while (entries.size() > most) {
            Map.Entry<DeadLetter.Key, Entry> oldest = entries.pollFirstEntry();
            bytes -= size(oldest.getValue().content());
            forgotten++;
        }
    }

    synchronized void put(DeadLetter letter, Content content) {
        Entry before = entries.get(letter.key());
        if (before == null) {
            return;
        }
        bytes += size(content) - size(before.content());
        entries.put(letter.key(), new Entry(before.letter(), content));
        version++;
        var all = entries.entrySet().iterator();
        while (bytes > mostBytes && all.hasNext()) {
            Map.Entry<DeadLetter.Key, Entry> one = all.next();
            if (one.getValue().content() instanceof Content.Present present
                    && !one.getKey().equals(letter.key())) {
                bytes -= present.size();
                one.setValue(
                        new Entry(one.getValue().letter(), new Content.Dropped(present.subject(), present.size())));
            }
        }
    }

    private static long size(Content content) {
        return content instanceof Content.Present present ? present.size() : 0;
    }

    synchronized Optional<Content> content(DeadLetter letter) {
        return Optional.ofNullable(entries.get(letter.key())).map(Entry::content);
    }

    /** Those whose content is still to be asked for, the newest first. */
    synchronized Optional<DeadLetter> awaited() {
        return entries.sequencedValues().reversed().stream()
                .filter(entry -> entry.content() instanceof Content.Awaited)
                .map(Entry::letter)
                .findFirst();
    }

    synchronized List<Stuck> all() {
        var all = new ArrayList<Stuck>(entries.size());
        for (Entry entry : entries.values()) {
            all.add(new Stuck(entry.letter(), entry.content()));
        }
        return all;
    }

    synchronized void remove(DeadLetter letter) {
        Entry gone = entries.remove(letter.key());
        if (gone != null) {
            bytes -= size(gone.content());
            version++;
        }
    }

    synchronized long forgotten() {
        return forgotten;
    }

    synchronized long version() {
        return version;
    }

    synchronized long bytes() {
        return bytes;
    }
}
