package app.edgeglass.desktop.census;

import app.edgeglass.core.text.Figures;
import app.edgeglass.core.text.Words;
import java.text.NumberFormat;
import java.util.Locale;

/** The words of this package. */
final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.census.words", Locale.getDefault());
    static final Figures FIGURES = new Figures(WORDS.locale());

    private Texts() {}

    /** A part of one, to a tenth of a hundredth. */
    static String percent(double part) {
        NumberFormat format = NumberFormat.getPercentInstance(WORDS.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(part);
    }
}
