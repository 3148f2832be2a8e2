package app.edgeglass.desktop.shell;

import app.edgeglass.core.text.Words;
import java.util.Locale;

final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.shell.words", Locale.getDefault());

    private Texts() {}
}
