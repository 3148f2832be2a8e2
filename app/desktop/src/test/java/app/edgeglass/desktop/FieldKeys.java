package app.edgeglass.desktop;

import app.edgeglass.core.consumer.ConsumerFields;
import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.Shape;
import app.edgeglass.core.stream.StreamFields;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The keys of words for the fields of configurations, which are put together of the fields' names. */
final class FieldKeys {

    private FieldKeys() {}

    /** All that a form may look for. */
    static Set<String> all() {
        var keys = new TreeSet<String>();
        collect("", StreamFields.all(), keys);
        collect("", ConsumerFields.all(), keys);
        return keys;
    }

    private static void collect(String path, List<ConfigField> fields, Set<String> into) {
        for (ConfigField field : fields) {
            String whole = path.isEmpty() ? field.name() : path + "." + field.name();
            for (String name : List.of(whole, field.name())) {
                for (String ending : List.of("", ".hint", ".none", ".example")) {
                    into.add("field." + name + ending);
                }
            }
            switch (field.shape()) {
                case Shape.Choice(var words) ->
                    words.forEach(word -> into.addAll(
                            List.of("field." + whole + "." + word, "field." + whole + "." + word + ".hint")));
                case Shape.Part(var inner) -> collect(whole, inner, into);
                case Shape.Parts(var inner) -> collect(whole, inner, into);
                default -> {}
            }
        }
    }
}
