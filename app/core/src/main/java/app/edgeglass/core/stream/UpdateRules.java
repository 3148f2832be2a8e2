package app.edgeglass.core.stream;

import app.edgeglass.core.jetstream.Feature;
import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.FieldChange;
import app.edgeglass.core.stream.UpdateRefusal.Why;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the server refuses to change of a stream that is there.
 *
 * <p>Source: {@code configUpdateCheck} in {@code stream.go} of nats-server; each rule was tried with 2.10.27 and 2.15.1.
 */
final class UpdateRules {

    private static final String WORK_QUEUE = "workqueue";

    private UpdateRules() {}

    static List<UpdateRefusal> refusals(List<FieldChange> changes, int level) {
        return changes.stream()
                .flatMap(change -> why(change, level).map(why -> new UpdateRefusal(change.path(), why)).stream())
                .toList();
    }

    private static Optional<Why> why(FieldChange change, int level) {
        String top = top(change.path());
        Optional<ConfigField> field = StreamFields.field(top);
        if (field.filter(known -> known.level() > level).isPresent()) {
            return Optional.of(Why.NEWER);
        }
        return switch (top) {
            case "retention" ->
                is(change.before(), WORK_QUEUE) || is(change.after(), WORK_QUEUE)
                        ? Optional.of(Why.WORK_QUEUE)
                        : Optional.empty();
            // From 2.12 on a mirror can become a stream of its own, but never another one's mirror.
            case "mirror" ->
                change.path().equals(top) && change.after() == null && level >= Feature.ATOMIC_BATCHES.level()
                        ? Optional.empty()
                        : Optional.of(Why.MIRROR);
            case "max_consumers" -> level == 0 ? Optional.of(Why.FIXED) : Optional.empty();
            default -> field.flatMap(known -> of(known, change));
        };
    }

    private static Optional<Why> of(ConfigField field, FieldChange change) {
        return switch (field.edit()) {
            case ALWAYS -> Optional.empty();
            case NEVER -> Optional.of(Why.FIXED);
            case ONLY_OFF -> change.after() == null ? Optional.empty() : Optional.of(Why.FIXED);
            case ONLY_ON -> isTrue(change.after()) ? Optional.empty() : Optional.of(Why.STAYS_ON);
        };
    }

    static String top(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static boolean is(@Nullable JsonNode value, String word) {
        return value != null && value.asString("").equals(word);
    }

    private static boolean isTrue(@Nullable JsonNode value) {
        return value != null && value.asBoolean(false);
    }
}
