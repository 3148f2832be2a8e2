package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.Secret;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a profile was imported from, kept beside it so that nothing is lost when it goes back.
 *
 * @param context the file of the {@code nats} CLI's context, without what is secret in it
 * @param parted the keys whose secrets were taken out and are kept where secrets are
 * @param references where secrets come from that were never written down, such as {@code env://PASSWORD}
 */
public record Origin(ObjectNode context, List<String> parted, Map<Secret, String> references) {

    private static final String KEY = "origin";

    public Origin {
        context = context.deepCopy();
        parted = List.copyOf(parted);
        references = Map.copyOf(references);
    }

    /** What stands beside a profile in its file, if it is what it should be. */
    static Optional<Origin> read(ObjectNode profile) {
        if (!(profile.get(KEY) instanceof ObjectNode node) || !(node.get("context") instanceof ObjectNode context)) {
            return Optional.empty();
        }
        List<String> parted =
                node.path("parted").valueStream().map(JsonNode::asString).toList();
        var references = new EnumMap<Secret, String>(Secret.class);
        for (Secret which : Secret.values()) {
            JsonNode reference = node.path("references").path(name(which));
            if (reference.isString()) {
                references.put(which, reference.stringValue());
            }
        }
        return Optional.of(new Origin(context, parted, references));
    }

    void write(ObjectNode profile) {
        ObjectNode node = profile.putObject(KEY);
        node.set("context", context.deepCopy());
        var keys = node.putArray("parted");
        parted.forEach(keys::add);
        ObjectNode object = node.putObject("references");
        for (Secret which : Secret.values()) {
            if (references.containsKey(which)) {
                object.put(name(which), references.get(which));
            }
        }
    }

    private static String name(Secret which) {
        return which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
