package app.edgeglass.desktop.shell.action;

import app.edgeglass.core.text.Words;
import java.util.Locale;

final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.shell.action.words", Locale.getDefault());

    private Texts() {}
}
