package app.edgeglass.desktop.publish;

import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.core.publish.Composition;
import app.edgeglass.core.publish.JsonFormat;
import app.edgeglass.core.publish.RepeatPlan;
import app.edgeglass.core.publish.RequestPlan;
import app.edgeglass.core.publish.StreamHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All that a person has typed and chosen. Nothing here is lost by sending, or by failing to. */
public final class PublishForm {

    static final int LONGEST_TIMEOUT_MS = 600_000;
    static final int MOST_REPLIES = 10_000;
    static final int MOST_TIMES = 1_000_000_000;
    static final int LONGEST_PAUSE_MS = 3_600_000;

    private final StringProperty subject = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final StringProperty replyTo = new SimpleStringProperty("");
    private final ObservableList<HeaderLine> headers = FXCollections.observableArrayList();
    private final Body body = new Body();
    private final StreamOptions streamOptions = new StreamOptions();

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.PUBLISH);
    private final IntegerProperty timeoutMillis = new SimpleIntegerProperty(2_000);
    private final IntegerProperty wanted = new SimpleIntegerProperty(1);
    private final IntegerProperty stallMillis = new SimpleIntegerProperty(0);
    private final BooleanProperty repeat = new SimpleBooleanProperty();
    private final IntegerProperty times = new SimpleIntegerProperty(10);
    private final IntegerProperty everyMillis = new SimpleIntegerProperty(1_000);

    private final Runnable onChange;
    private String selected = "";
    private boolean applying;

    /** @param onChange is told that the message to be sent has changed */
    PublishForm(Runnable onChange) {
        this.onChange = onChange;
        subject.addListener((o, before, now) -> {
            if (!applying) {
                following.set(false);
            }
        });
        var parts = new ArrayList<ObservableValue<?>>(
                List.of(subject, replyTo, body.written(), body.format(), body.file(), mode));
        parts.addAll(streamOptions.all());
        parts.forEach(part -> part.addListener((o, before, now) -> onChange.run()));
        headers.addListener((ListChangeListener<HeaderLine>) change -> onChange.run());
    }

    /** Where to send to. Typing here ends the following. */
    public StringProperty subject() {
        return subject;
    }

    /** Whether the subject is the selected one. */
    public ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** Tells which subject is selected elsewhere; empty for none. */
    public void select(String newlySelected) {
        selected = newlySelected;
        if (following.get() && !newlySelected.isEmpty()) {
            apply(newlySelected);
        }
    }

    /** Takes the selected subject, and each that is selected from now on. */
    public void follow() {
        following.set(true);
        if (!selected.isEmpty()) {
            apply(selected);
        }
    }

    private void apply(String newSubject) {
        applying = true;
        subject.set(newSubject);
        applying = false;
    }

    public StringProperty replyTo() {
        return replyTo;
    }

    /** What a stream is asked to look at before it stores the message. */
    StreamOptions streamOptions() {
        return streamOptions;
    }

    ObservableList<HeaderLine> headers() {
        return headers;
    }

    HeaderLine addHeader(String name, String value) {
        var line = new HeaderLine(name, value);
        line.name().addListener((o, before, now) -> onChange.run());
        line.value().addListener((o, before, now) -> onChange.run());
        headers.add(line);
        return line;
    }

    public ObjectProperty<BodyFormat> format() {
        return body.format();
    }

    /** What is in the editor. */
    public StringProperty written() {
        return body.written();
    }

    public ObjectProperty<@Nullable Path> file() {
        return body.file();
    }

    /** Takes a file as the payload. */
    public void chooseFile(Path file) {
        body.format().set(BodyFormat.FILE);
        body.file().set(file);
    }

    public ObjectProperty<Mode> mode() {
        return mode;
    }

    /** The longest wait for replies. */
    public IntegerProperty timeoutMillis() {
        return timeoutMillis;
    }

    /** How many replies end the wait; 0 for all. */
    public IntegerProperty wanted() {
        return wanted;
    }

    /** The silence after a reply that ends the wait; 0 for none. */
    public IntegerProperty stallMillis() {
        return stallMillis;
    }

    /** Whether to publish again and again. */
    public BooleanProperty repeat() {
        return repeat;
    }

    /** How often; 0 for until stopped. */
    public IntegerProperty times() {
        return times;
    }

    public IntegerProperty everyMillis() {
        return everyMillis;
    }

    /** Lays the JSON out in lines. */
    public void indent() {
        if (body.format().get() == BodyFormat.JSON) {
            body.written().set(JsonFormat.indent(body.written().get()));
        }
    }

    boolean isRequest() {
        return mode.get() == Mode.REQUEST;
    }

    boolean isToStore() {
        return mode.get() == Mode.STORE;
    }

    boolean isRepeat() {
        return mode.get() == Mode.PUBLISH && repeat.get();
    }

    /** What is to be sent. A request brings its own reply-to, and so does what a stream is to confirm. */
    Composition composition() {
        List<Header> written = headers.stream()
                .filter(line -> !line.isBlank())
                .map(HeaderLine::header)
                .toList();
        boolean file = body.format().get() == BodyFormat.FILE;
        return new Composition(
                subject.get().strip(),
                mode.get() == Mode.PUBLISH ? replyTo.get().strip() : "",
                isToStore() ? streamOptions.headers().before(written) : written,
                body.format().get(),
                file ? "" : body.written().get(),
                file ? body.file().get() : null);
    }

    RequestPlan requestPlan() {
        boolean several = wanted.get() != 1;
        return new RequestPlan(
                Duration.ofMillis(timeoutMillis.get()),
                wanted.get(),
                several ? Duration.ofMillis(stallMillis.get()) : Duration.ZERO);
    }

    RepeatPlan repeatPlan() {
        return new RepeatPlan(times.get(), Duration.ofMillis(everyMillis.get()));
    }

    /** Shows what a stream was to store before. */
    void restoreStored(Composition stored) {
        restore(stored.withHeaders(StreamHeaders.without(stored.headers())), null);
        streamOptions.set(StreamHeaders.of(stored.headers()));
        mode.set(Mode.STORE);
    }

    /** Shows what was sent before, to be sent again. The subject follows no longer. */
    void restore(Composition composition, @Nullable RequestPlan plan) {
        subject.set(composition.subject());
        following.set(false);
        replyTo.set(composition.replyTo());
        headers.clear();
        composition.headers().forEach(header -> addHeader(header.name(), header.value()));
        body.set(composition.format(), composition.body(), composition.file());
        repeat.set(false);
        if (plan == null) {
            mode.set(Mode.PUBLISH);
            return;
        }
        mode.set(Mode.REQUEST);
        timeoutMillis.set((int) Math.min(LONGEST_TIMEOUT_MS, plan.timeout().toMillis()));
        wanted.set(plan.wanted());
        stallMillis.set((int) Math.min(LONGEST_TIMEOUT_MS, plan.stall().toMillis()));
    }
}
