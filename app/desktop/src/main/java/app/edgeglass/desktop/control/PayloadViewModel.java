package app.edgeglass.desktop.control;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.payload.Digests;
import app.edgeglass.core.payload.PayloadFile;
import app.edgeglass.core.payload.PayloadForm;
import app.edgeglass.core.payload.PayloadKind;
import app.edgeglass.core.payload.PayloadPage;
import app.edgeglass.core.payload.PayloadText;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.task.TaskRunner.RunningTask;
import app.edgeglass.plugin.api.Payload;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * One payload as a person looks at it. Laying out, digesting, finding, saving are done off the window's thread; an answer
 * about a payload that is no longer shown is dropped. Of a large payload the first part is shown until all is asked for.
 */
public final class PayloadViewModel {

    /** How much of a payload is shown at first, in bytes. */
    public static final int FIRST_PART = 64 * 1024;

    private final TaskRunner tasks;
    private final PayloadFind find;
    private final ObjectProperty<@Nullable PayloadForm> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty wrapped = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable ShownPayload> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper digest = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");

    private @Nullable PayloadSource source;
    private boolean wantsAll;
    private @Nullable RunningTask laying;
    private @Nullable RunningTask digesting;

    public PayloadViewModel(TaskRunner tasks) {
        this.tasks = tasks;
        this.find = new PayloadFind(tasks);
        chosen.subscribe(() -> lay());
    }

    /** Shows a payload; nothing without one. */
    public void show(@Nullable PayloadSource payload) {
        if (payload != null && source != null && payload.isSameAs(source)) {
            return;
        }
        source = payload;
        wantsAll = false;
        failure.set(null);
        saved.set("");
        digest.set("");
        cancel(digesting);
        if (payload == null) {
            cancel(laying);
            loading.set(false);
            shown.set(null);
            find.in(null);
            return;
        }
        lay();
        if (payload.size() > FIRST_PART) {
            digesting = tasks.start(
                    "digest of a payload",
                    () -> payload.all().map(Digests::sha256).orElse(""),
                    digest::set,
                    ignored -> digest.set(""));
        }
    }

    private void lay() {
        var of = source;
        if (of == null) {
            return;
        }
        cancel(laying);
        var all = wantsAll;
        var form = chosen.get();
        loading.set(true);
        laying = tasks.start(
                "layout of a payload",
                () -> PayloadPage.of(all ? whole(of) : of.part(FIRST_PART), form),
                page -> laid(of, page, all ? of.size() : Math.min(FIRST_PART, of.bytes().length)),
                this::failed);
    }

    private static Payload whole(PayloadSource of) {
        return new Payload(of.all().orElseThrow(() -> Failure.of("payload.gone")), of.size(), of.name());
    }

    private void laid(PayloadSource of, PayloadPage page, long bytes) {
        loading.set(false);
        var before = shown.get();
        var samePlace = before != null
                && before.source().name().equals(of.name())
                && before.page().form() == page.form()
                && before.isAll() == (bytes == of.size());
        shown.set(new ShownPayload(of, page, bytes, samePlace));
        find.in(page.lines());
    }

    private void failed(Failure why) {
        loading.set(false);
        wantsAll = false;
        failure.set(why);
    }

    private static void cancel(@Nullable RunningTask task) {
        if (task != null) {
            task.cancel();
        }
    }

    /**
     * Looks at payloads in this form from now on. The form that fits a payload by itself is no choice: then the next one is
     * shown in the form that fits it.
     */
    public void choose(PayloadForm form) {
        var now = shown.get();
        var fits = now != null && PayloadPage.fitting(now.page().reading()) == form;
        chosen.set(fits ? null : form);
    }

    /** Shows all bytes of the payload. */
    public void loadAll() {
        wantsAll = true;
        failure.set(null);
        lay();
    }

    /** Writes all bytes of the payload to a file and says so. */
    public void saveTo(Path file) {
        var of = source;
        if (of == null) {
            return;
        }
        failure.set(null);
        saved.set("");
        var _ = tasks.start(
                "save a payload",
                () -> {
                    PayloadFile.write(file, whole(of).bytes());
                    return file.toString();
                },
                path -> saved.set(Texts.WORDS.say("payload.saved", path)),
                failure::set);
    }

    /** The file name to suggest for the payload. */
    public String suggestedName() {
        var now = shown.get();
        var of = source;
        if (of == null) {
            return "";
        }
        var kind = now == null ? PayloadKind.BINARY : now.page().reading().kind();
        return PayloadFile.suggestedName(of.name(), of.number(), kind);
    }

    /** Gives the whole value as text: as it is when it is text, in hexadecimal otherwise. */
    public void copyValue(Consumer<String> taker) {
        var of = source;
        if (of == null) {
            return;
        }
        failure.set(null);
        var _ = tasks.start("copy a payload", () -> PayloadText.copy(whole(of).bytes()), taker, failure::set);
    }

    /** What is on the screen; nothing while there is no payload, or none was laid out yet. */
    public ReadOnlyObjectProperty<@Nullable ShownPayload> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How a person wants to see payloads; nothing for what fits each. To be kept over restarts. */
    public ObjectProperty<@Nullable PayloadForm> chosenProperty() {
        return chosen;
    }

    /** Whether long lines are wrapped. To be kept over restarts. */
    public BooleanProperty wrappedProperty() {
        return wrapped;
    }

    /** The SHA-256 of a payload larger than the first part, once it is known; else empty. */
    public ReadOnlyStringProperty digestProperty() {
        return digest.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** What failed last; nothing when nothing did. */
    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Where the payload was saved, as a sentence; empty when it was not. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public PayloadFind find() {
        return find;
    }
}
