package app.edgeglass.desktop.deadletter;

import app.edgeglass.core.text.Words;
import java.util.Locale;

/** The words of this package. */
final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.deadletter.words", Locale.getDefault());

    private Texts() {}
}
