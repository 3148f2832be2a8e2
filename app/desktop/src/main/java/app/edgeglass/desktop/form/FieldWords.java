package app.edgeglass.desktop.form;

import app.edgeglass.core.text.Words;

/**
 * The words for fields, from the bundle of whoever shows them: {@code field.max_age} is its label, {@code field.max_age.hint}
 * explains it, {@code field.max_age.none} names its tick for none, and {@code field.retention.limits} with its hint is one of
 * its choices. A field inside of a part is looked for by its whole path first, and then by its own name.
 */
public final class FieldWords {

    private static final String PREFIX = "field.";
    private static final String HINT = ".hint";

    private final Words words;

    public FieldWords(Words words) {
        this.words = words;
    }

    /** A field that has no words is called as the server calls it. */
    public String label(String path) {
        return find(path, "", last(path));
    }

    /** Empty where there is none. */
    public String hint(String path) {
        return find(path, HINT, "");
    }

    /** What is ticked when there is no limit. */
    String none(String path) {
        return find(path, ".none", Texts.WORDS.say("none"));
    }

    /** What stands in an empty field, as an example. */
    String example(String path) {
        return find(path, ".example", "");
    }

    public String choice(String path, String word) {
        return find(path, "." + word, word);
    }

    String choiceHint(String path, String word) {
        return find(path, "." + word + HINT, "");
    }

    private String find(String path, String ending, String otherwise) {
        String whole = PREFIX + path + ending;
        String bare = PREFIX + last(path) + ending;
        return words.has(whole) ? words.say(whole) : words.has(bare) ? words.say(bare) : otherwise;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
