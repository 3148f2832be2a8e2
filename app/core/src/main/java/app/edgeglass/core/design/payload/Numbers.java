package app.edgeglass.core.design.payload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as messages hold them. */
final class Numbers {

    private Numbers() {}

    /** With so many digits after the point, also where they are zeros, as devices send it. */
    static Number rounded(double value, int decimals) {
        if (decimals == 0) {
            return Math.round(value);
        }
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The number in a value; 0 when there is none. */
    static double in(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return value instanceof String text ? Double.parseDouble(text) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** As it stands in a text. */
    static String shown(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }
}
