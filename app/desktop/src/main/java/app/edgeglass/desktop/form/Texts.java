package app.edgeglass.desktop.form;

import app.edgeglass.core.text.Words;
import java.util.Locale;

final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.form.words", Locale.getDefault());

    private Texts() {}
}
