package app.edgeglass.desktop.settings;

import app.edgeglass.core.text.Words;
import java.util.Locale;

final class Texts {

    static final Words WORDS = Words.of("app.edgeglass.desktop.settings.words", Locale.getDefault());

    private Texts() {}
}
