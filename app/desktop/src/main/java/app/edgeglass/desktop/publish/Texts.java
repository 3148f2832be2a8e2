package app.edgeglass.desktop.publish;

import app.edgeglass.core.text.Figures;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.core.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of this package. */
final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.publish.words", Locale.getDefault());
    static final Figures FIGURES = new Figures(WORDS.locale());

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private Texts() {}

    static String size(long bytes) {
        return Sizes.say(bytes, WORDS.locale());
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
