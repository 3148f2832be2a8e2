package app.edgeglass.desktop.shell.notice;

import app.edgeglass.core.text.Words;
import java.util.Locale;

final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.shell.notice.words", Locale.getDefault());

    private Texts() {}
}
