package app.edgeglass.desktop.stream;

import app.edgeglass.core.text.Figures;
import app.edgeglass.core.text.Words;
import java.util.Locale;

final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.stream.words", Locale.getDefault());
    static final Figures FIGURES = new Figures(WORDS.locale());

    private Texts() {}
}
