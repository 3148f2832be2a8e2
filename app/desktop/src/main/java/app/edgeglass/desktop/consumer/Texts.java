package app.edgeglass.desktop.consumer;

import app.edgeglass.core.text.Figures;
import app.edgeglass.core.text.Words;
import app.edgeglass.desktop.form.FieldWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of this package. */
final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.consumer.words", Locale.getDefault());
    static final Figures FIGURES = new Figures(WORDS.locale());
    static final FieldWords FIELDS = new FieldWords(WORDS);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Texts() {}

    /** The time of day; with the day, unless that is today. */
    static String moment(Instant at) {
        var local = at.atZone(ZoneId.systemDefault());
        return local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
                ? TIME.format(local)
                : DAY_AND_TIME.format(local);
    }

    /** Always with the day. */
    static String dayAndTime(Instant at) {
        return DAY_AND_TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
