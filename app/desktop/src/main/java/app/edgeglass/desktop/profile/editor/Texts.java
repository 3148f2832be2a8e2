package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.text.Words;
import java.util.Locale;

/** The words of this package. */
final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.profile.editor.words", Locale.getDefault());

    private Texts() {}
}
