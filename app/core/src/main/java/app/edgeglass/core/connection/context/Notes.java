package app.edgeglass.core.connection.context;

import app.edgeglass.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what a person has to know of a context. */
final class Notes {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private final List<Note> notes = new ArrayList<>();

    /** @param sentence as {@link #say} gave it */
    void add(Field field, String sentence) {
        add(field.key(), sentence);
    }

    void add(String field, String sentence) {
        notes.add(new Note(field, sentence));
    }

    static String say(String key, Object... arguments) {
        return WORDS.say(key, arguments);
    }

    List<Note> all() {
        return List.copyOf(notes);
    }
}
