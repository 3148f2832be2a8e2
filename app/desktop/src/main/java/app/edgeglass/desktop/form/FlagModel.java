package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Something that is on or off. */
public final class FlagModel extends FieldModel {

    private final BooleanProperty on = new SimpleBooleanProperty();
    private boolean taken;

    FlagModel(Place place) {
        super(place);
        on.subscribe(() -> edited());
    }

    @Override
    void take(@Nullable JsonNode value) {
        taken = value != null && value.asBoolean(false);
        on.set(taken);
    }

    @Override
    boolean isTouched() {
        return on.get() != taken;
    }

    @Override
    JsonNode value() {
        return BooleanNode.valueOf(on.get());
    }

    @Override
    Optional<Failure> wrong() {
        return Optional.empty();
    }

    public BooleanProperty onProperty() {
        return on;
    }
}
