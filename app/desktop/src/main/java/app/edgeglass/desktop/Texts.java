package app.edgeglass.desktop;

import app.edgeglass.core.text.Words;
import java.util.Locale;

final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.words", Locale.getDefault());

    private Texts() {}
}
