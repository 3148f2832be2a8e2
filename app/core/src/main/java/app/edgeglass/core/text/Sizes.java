package app.edgeglass.core.text;

import java.text.NumberFormat;
import java.util.Locale;

/** Counts of bytes as a person reads them, in binary units. */
public final class Sizes {

    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Sizes() {}

    /** Rounded to what fits a glance, such as {@code 64 B}, {@code 1.5 KiB} or {@code 226 KiB}. */
    public static String say(long bytes, Locale locale) {
        if (bytes < 1024) {
            return NumberFormat.getIntegerInstance(locale).format(bytes) + " B";
        }
        var value = bytes / 1024.0;
        var unit = 0;
        while (value >= 1023.5 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(value < 9.95 ? 1 : 0);
        return format.format(value) + " " + UNITS[unit];
    }

    /** To the byte, such as {@code 231,424}. */
    public static String exact(long bytes, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(bytes);
    }

    /** As {@link #say(long, Locale)}, in the person's own language. */
    public static String say(long bytes) {
        return say(bytes, Locale.getDefault());
    }
}
