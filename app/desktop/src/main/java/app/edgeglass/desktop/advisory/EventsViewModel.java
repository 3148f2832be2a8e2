package app.edgeglass.desktop.advisory;

import app.edgeglass.core.advisory.Advisory;
import app.edgeglass.core.advisory.AdvisoryKind;
import app.edgeglass.core.advisory.StreamEvents;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** What is told of one stream, newest first, of the kinds that are wanted. */
final class EventsViewModel {

    private final Clock clock;
    private final Map<AdvisoryKind, BooleanProperty> wanted = new EnumMap<>(AdvisoryKind.class);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Advisory>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Advisory> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
    private @Nullable StreamEvents events;
    private @Nullable StreamRef stream;
    private List<Advisory> seen = List.of();
    private long seenVersion = -1;
    private int seenGaps;

    EventsViewModel(Clock clock) {
        this.clock = clock;
        for (AdvisoryKind kind : AdvisoryKind.values()) {
            // Whoever looks at a stream asks about it all the time.
            var property = new SimpleBooleanProperty(kind != AdvisoryKind.QUESTION);
            property.subscribe(on -> filter());
            wanted.put(kind, property);
        }
        paused.subscribe(on -> sample());
    }

    /** Listens to another stream, or to none. What was told of the one before is let go of. */
    void show(@Nullable StreamRef wantedStream) {
        if (events != null) {
            events.close();
            events = null;
        }
        stream = wantedStream;
        seen = List.of();
        seenVersion = -1;
        seenGaps = 0;
        selected.set(null);
        paused.set(false);
        warning.set("");
        if (wantedStream != null) {
            try {
                events = StreamEvents.listen(wantedStream, clock);
            } catch (Failure failure) {
                warning.set(failure.sentence() + " " + failure.remedy());
            }
        }
        filter();
        sample();
    }

    /** Takes what was told since. */
    void sample() {
        StreamEvents now = events;
        if (now == null) {
            return;
        }
        List<String> denied = now.denied();
        if (!denied.isEmpty()) {
            warning.set(Texts.WORDS.say("denied", String.join(", ", denied)));
        }
        if (!paused.get()) {
            StreamRef of = stream;
            int gaps = of == null ? 0 : of.session().gaps().hashCode();
            long version = now.version();
            if (version != seenVersion || gaps != seenGaps) {
                seenVersion = version;
                seenGaps = gaps;
                seen = now.all().reversed();
                filter();
            }
        }
        note(now);
    }

    private void note(StreamEvents now) {
        long waiting = paused.get() ? now.version() - seenVersion : 0;
        long forgotten = now.forgotten();
        if (waiting > 0) {
            note.set(Texts.WORDS.say("note.paused", rows.get().size(), waiting));
        } else if (forgotten > 0) {
            note.set(Texts.WORDS.say("note.forgotten", rows.get().size(), forgotten));
        } else {
            note.set(Texts.WORDS.say("note", rows.get().size(), seen.size()));
        }
    }

    private void filter() {
        rows.set(seen.stream().filter(one -> wants(one.kind()).get()).toList());
        StreamEvents now = events;
        if (now == null) {
            empty.set(Texts.WORDS.say("empty.none"));
        } else if (seen.isEmpty()) {
            empty.set(Texts.WORDS.say("empty"));
        } else {
            empty.set(Texts.WORDS.say("empty.filtered", seen.size()));
        }
    }

    void select(@Nullable Advisory advisory) {
        selected.set(advisory);
    }

    /** Whether those of a kind are wanted. */
    BooleanProperty wants(AdvisoryKind kind) {
        return Objects.requireNonNull(wanted.get(kind));
    }

    BooleanProperty pausedProperty() {
        return paused;
    }

    ReadOnlyObjectProperty<List<Advisory>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Advisory> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** How many are shown, and what is not. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** What does not come, and why; empty when all does. */
    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** What stands where no row does. */
    ReadOnlyStringProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }
}
