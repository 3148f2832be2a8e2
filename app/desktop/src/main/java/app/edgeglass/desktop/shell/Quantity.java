package app.edgeglass.desktop.shell;

import java.text.NumberFormat;

/** Quantities as a person reads them. */
public final class Quantity {

    private Quantity() {}

    /** Rounded to what fits a glance, in binary units, such as “1.5 KiB”. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes / 1024.0;
        int unit = 0;
        while (value >= 1023.5 && unit < 4) {
            value /= 1024;
            unit++;
        }
        var format = NumberFormat.getNumberInstance(Texts.WORDS.locale());
        format.setMaximumFractionDigits(value < 9.95 ? 1 : 0);
        return format.format(value) + " " + "KMGTP".charAt(unit) + "iB";
    }
}
