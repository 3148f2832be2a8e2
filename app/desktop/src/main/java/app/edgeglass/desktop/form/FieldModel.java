package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.Shape;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field while it is edited. What was not touched is not written, so that a value stays to the letter as the server gave
 * it, also one that could not be read here.
 */
public abstract sealed class FieldModel permits FlagModel, TextModel, ChoiceModel, PartModel, PartsModel {

    private final Place place;
    private final ReadOnlyObjectWrapper<Lock> lock = new ReadOnlyObjectWrapper<>(new Lock.Open());
    private final ReadOnlyObjectWrapper<Optional<Failure>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Where a field stands.
     *
     * @param path the names on the way, with points between, such as {@code placement.cluster}; the places in a list are
     *     left out
     * @param edited called after each change
     */
    record Place(String path, ConfigField field, FormMode mode, Runnable edited) {

        Place below(ConfigField inner, FormMode newMode) {
            return new Place(path.isEmpty() ? inner.name() : path + "." + inner.name(), inner, newMode, edited);
        }
    }

    FieldModel(Place place) {
        this.place = place;
    }

    static FieldModel of(Place place) {
        return switch (place.field().shape()) {
            case Shape.Flag() -> new FlagModel(place);
            case Shape.Choice(var words) -> new ChoiceModel(place, words);
            case Shape.Part(var fields) -> new PartModel(place, fields);
            case Shape.Parts(var fields) -> new PartsModel(place, fields);
            default -> new TextModel(place);
        };
    }

    /** Takes what is there; absent is none. */
    final void read(@Nullable JsonNode value) {
        boolean there = value != null && !value.isNull() && (!value.isBoolean() || value.asBoolean());
        lock.set(Lock.of(place.field(), place.mode(), there));
        take(value);
        check();
    }

    abstract void take(@Nullable JsonNode value);

    /** What is there now, compared with what was taken: nothing, when it was not touched. */
    abstract boolean isTouched();

    /** The value as it is to be written; none takes the field away. Asked only when nothing is wrong. */
    abstract @Nullable JsonNode value();

    /** What is wrong with it now. */
    abstract Optional<Failure> wrong();

    /** Collects what is wrong, here and below. */
    void problems(BiConsumer<String, Failure> into) {
        problem.get().ifPresent(failure -> into.accept(path(), failure));
    }

    final void write(ObjectNode into) {
        if (!isTouched()) {
            return;
        }
        JsonNode now = value();
        if (now == null) {
            into.remove(name());
        } else {
            into.set(name(), now);
        }
    }

    /** To be called after each change of the field. */
    final void edited() {
        check();
        place.edited().run();
    }

    final void check() {
        problem.set(isTouched() ? wrong() : Optional.empty());
    }

    final Place place() {
        return place;
    }

    public final String path() {
        return place.path();
    }

    public final String name() {
        return place.field().name();
    }

    public final Shape shape() {
        return place.field().shape();
    }

    /** Whether, and why not, it can be changed. */
    public final ReadOnlyObjectProperty<Lock> lockProperty() {
        return lock.getReadOnlyProperty();
    }

    public final ReadOnlyObjectProperty<Optional<Failure>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
