package app.edgeglass.desktop.profile.editor;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** All that stands in the form at one moment. Two are equal when nothing was changed in between. */
public record FormValues(Map<Field, String> texts, Set<Flag> flags, Choices choices) {

    public FormValues {
        var all = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) {
            all.put(field, texts.getOrDefault(field, ""));
        }
        texts = Collections.unmodifiableMap(all);
        var on = EnumSet.noneOf(Flag.class);
        on.addAll(flags);
        flags = Collections.unmodifiableSet(on);
    }

    public String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    /** Says nothing of what was typed: secrets are among it. */
    @Override
    public String toString() {
        return "form";
    }
}
