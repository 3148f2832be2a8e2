package app.edgeglass.core.connection.profile;

import java.util.Arrays;

/** A secret's text. It tells itself to nobody by accident: its string says nothing. */
public final class SecretValue {

    private final char[] text;

    private SecretValue(char[] text) {
        this.text = text;
    }

    public static SecretValue of(String text) {
        return new SecretValue(text.toCharArray());
    }

    public static SecretValue of(char[] text) {
        return new SecretValue(text.clone());
    }

    /** A copy of the text, for what has to send it. */
    public char[] chars() {
        return text.clone();
    }

    /** The text, for what takes no array. */
    public String reveal() {
        return new String(text);
    }

    public boolean isEmpty() {
        return text.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretValue that && Arrays.equals(text, that.text);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "…";
    }
}
