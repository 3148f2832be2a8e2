package app.edgeglass.desktop.browse;

import app.edgeglass.core.text.Figures;
import app.edgeglass.core.text.Words;
import java.util.Locale;

/** The words of this package. */
final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.browse.words", Locale.getDefault());
    static final Figures FIGURES = new Figures(WORDS.locale());

    private Texts() {}
}
