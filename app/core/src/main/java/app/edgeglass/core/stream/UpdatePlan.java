package app.edgeglass.core.stream;

import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.connection.change.Loss;
import app.edgeglass.core.jetstream.config.FieldChange;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of a configuration before it is sent: all of it as it was and as it would be.
 *
 * @param before the stream as it was read
 * @param after the whole configuration, with what nobody here knows as it was
 * @param refusals what the server would not take; nothing is sent while there are any
 * @param effects what would happen to messages that are there
 */
public record UpdatePlan(
        StreamInfo before,
        ObjectNode after,
        List<FieldChange> changes,
        List<UpdateRefusal> refusals,
        List<UpdateEffect> effects) {

    /** Whether it can be sent. */
    public boolean isSendable() {
        return !changes.isEmpty() && refusals.isEmpty();
    }

    /** What a person has to be asked before, if messages go by it. The effects overlap: the largest counts. */
    public Optional<Destruction> destruction() {
        if (effects.isEmpty()) {
            return Optional.empty();
        }
        long most = effects.stream().mapToLong(UpdateEffect::messages).max().orElse(0);
        return Optional.of(Destruction.shrinkStream(
                before.name(), new Loss(most, before.state().bytesOf(most), 0)));
    }
}
