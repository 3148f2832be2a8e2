package app.edgeglass.core.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words that a person reads, from one resource bundle. Patterns are those of {@link MessageFormat}, in which a straight
 * apostrophe begins a quotation: bundles write the typographic one (’), and the straight one only around braces.
 */
public final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * @param bundle the bundle's base name, such as {@code app.edgeglass.core.words}
     * @param locale the language asked for; English where there is no bundle for it
     * @throws MissingResourceException when there is no such bundle at all
     */
    public static Words of(String bundle, Locale locale) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(ResourceBundle.getBundle(bundle, locale, Words.class.getClassLoader(), control), locale);
    }

    /**
     * @param key the key in the bundle; a key that is missing there is a bug, and a test finds it
     * @param arguments what fills {@code {0}}, {@code {1}} …
     */
    public String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** Whether the bundle has this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The language of numbers and dates in these words. */
    public Locale locale() {
        return locale;
    }
}
