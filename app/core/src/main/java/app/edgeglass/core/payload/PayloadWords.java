package app.edgeglass.core.payload;

import app.edgeglass.core.text.Words;
import java.util.Locale;

/** The words of payloads. */
final class PayloadWords {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private PayloadWords() {}

    static String say(String key, Object... arguments) {
        return WORDS.say(key, arguments);
    }

    static Locale locale() {
        return WORDS.locale();
    }
}
