package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.config.Shape;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is typed: a number, bytes, a span, a moment, or lines of text. What has a limit may have none, by a tick of its own;
 * then the text is not looked at.
 */
public final class TextModel extends FieldModel {

    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty unlimited = new SimpleBooleanProperty();
    private final Optional<Long> none;
    private @Nullable JsonNode before;
    private String takenText = "";
    private boolean takenUnlimited;

    TextModel(Place place) {
        super(place);
        none = switch (place.field().shape()) {
            case Shape.Count(long standsForNone) -> Optional.of(standsForNone);
            case Shape.Bytes(long standsForNone) -> Optional.of(standsForNone);
            case Shape.Span() -> Optional.of(0L);
            default -> Optional.empty();
        };
        text.subscribe(() -> edited());
        unlimited.subscribe(() -> edited());
    }

    @Override
    void take(@Nullable JsonNode value) {
        before = value;
        takenUnlimited = none.isPresent() && (value == null || isNone(value.asLong(0), none.get()));
        takenText = value == null || takenUnlimited ? "" : FieldText.say(shape(), value);
        unlimited.set(takenUnlimited);
        text.set(takenText);
    }

    /** A server takes 0 for none where it says -1, and the other way round. */
    private static boolean isNone(long value, long standsForNone) {
        return value == standsForNone || value == 0 || value == -1;
    }

    @Override
    boolean isTouched() {
        return unlimited.get() != takenUnlimited
                || (!unlimited.get() && !text.get().equals(takenText));
    }

    @Override
    @Nullable
    JsonNode value() {
        if (unlimited.get()) {
            return FieldText.number(none.orElse(0L));
        }
        return FieldText.parse(shape(), text.get(), before);
    }

    @Override
    Optional<Failure> wrong() {
        if (unlimited.get()) {
            return Optional.empty();
        }
        if (none.isPresent() && text.get().isBlank()) {
            return Optional.of(Failure.of("config.empty"));
        }
        try {
            var _ = FieldText.parse(shape(), text.get(), before);
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(failure);
        }
    }

    /** What it comes to, to the byte; empty where that says no more than the text. */
    public String exactly() {
        return unlimited.get() || wrong().isPresent() ? "" : FieldText.exactly(shape(), text.get());
    }

    /** The server's own entries among what is shown, which stay as they are. */
    public String apart() {
        return FieldText.apart(shape(), before);
    }

    public boolean canBeUnlimited() {
        return none.isPresent();
    }

    public StringProperty textProperty() {
        return text;
    }

    public BooleanProperty unlimitedProperty() {
        return unlimited;
    }
}
