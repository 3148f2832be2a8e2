package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One of several words. A word that nobody here knows is one more of them. */
public final class ChoiceModel extends FieldModel {

    private final List<String> words;
    private final StringProperty chosen;
    private String taken;

    ChoiceModel(Place place, List<String> words) {
        super(place);
        this.words = new ArrayList<>(words);
        this.taken = words.getFirst();
        this.chosen = new SimpleStringProperty(taken);
        chosen.subscribe(() -> edited());
    }

    @Override
    void take(@Nullable JsonNode value) {
        taken = value == null || value.asString("").isEmpty() ? words.getFirst() : value.asString("");
        if (!words.contains(taken)) {
            words.add(taken);
        }
        chosen.set(taken);
    }

    @Override
    boolean isTouched() {
        return !taken.equals(chosen.get());
    }

    @Override
    JsonNode value() {
        return StringNode.valueOf(chosen.get());
    }

    @Override
    Optional<Failure> wrong() {
        return Optional.empty();
    }

    /** What there is to choose from; complete once a configuration was read. */
    public List<String> words() {
        return List.copyOf(words);
    }

    public StringProperty chosenProperty() {
        return chosen;
    }
}
