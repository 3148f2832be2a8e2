package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One element of the file: a profile, or something that this version can make none of and keeps as it is. */
sealed interface Entry {

    /** What is written. */
    JsonNode node();

    /** @param node with all that stood there, known or not */
    record Usable(Profile profile, ObjectNode node) implements Entry {

        Optional<Origin> origin() {
            return Origin.read(node);
        }

        KeptProfile kept() {
            return new KeptProfile(profile, node, Map.of(), Map.of());
        }

        /** With a changed profile, over what stood there. */
        Usable with(Profile changed) {
            return of(kept().with(changed));
        }
    }

    record Unusable(JsonNode node, UnreadableProfile problem) implements Entry {}

    static Usable of(KeptProfile kept) {
        return new Usable(kept.profile(), kept.toJson());
    }

    static Entry read(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return unusable(node, "");
        }
        try {
            return new Usable(ProfileReader.read(object), object);
        } catch (Fields.Unfit e) {
            return unusable(node, e.place());
        }
    }

    /** @param place which value does not fit; empty when it is no object at all */
    static Unusable unusable(JsonNode node, String place) {
        String name = node.path("name").asString("");
        Failure failure = place.isEmpty()
                ? Failure.of("profiles.no-object")
                : Failure.of("profiles.value", name.isEmpty() ? "?" : name, place);
        return new Unusable(node, new UnreadableProfile(name, failure));
    }
}
