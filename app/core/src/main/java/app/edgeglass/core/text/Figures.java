package app.edgeglass.core.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** Counts, rates and ages as a person reads them at a glance, in one language. */
public final class Figures {

    private final Locale locale;

    public Figures(Locale locale) {
        this.locale = locale;
    }

    /** To the unit, such as {@code 12,345}. */
    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** In at most about six characters, such as {@code 9,999}, {@code 12.3 k} or {@code 4.56 M}. */
    public String shortCount(long count) {
        if (count < 10_000) {
            return count(count);
        }
        if (count < 999_500) {
            return digits(count / 1e3) + " k";
        }
        if (count < 999_500_000L) {
            return digits(count / 1e6) + " M";
        }
        return digits(count / 1e9) + " G";
    }

    /** A rate without its unit: {@code 0.2}, {@code 17}, {@code 12.3 k}; nothing for one that rounds to zero. */
    public String rate(double perSecond) {
        if (perSecond < 0.05) {
            return "";
        }
        if (perSecond < 9.95) {
            return decimals(perSecond, 1);
        }
        return shortCount(Math.round(perSecond));
    }

    /** A time span: {@code 0.3 s}, {@code 12 s}, {@code 4 min}, {@code 2 h}, {@code 3 d}. */
    public String age(Duration age) {
        long millis = Math.max(0, age.toMillis());
        if (millis < 950) {
            return decimals(millis / 1e3, 1) + " s";
        }
        long seconds = Math.round(millis / 1e3);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        if (seconds < 86_400) {
            return seconds / 3_600 + " h";
        }
        return seconds / 86_400 + " d";
    }

    /** A short time span: {@code 85 µs}, {@code 1.3 ms}, {@code 1.2 s}. */
    public String latency(Duration latency) {
        long micros = latency.toNanos() / 1_000;
        if (micros < 1_000) {
            return micros + " µs";
        }
        if (micros < 1_000_000) {
            return digits(micros / 1e3) + " ms";
        }
        return digits(micros / 1e6) + " s";
    }

    /** Three digits, more or less: 1.23, 12.3, 123. */
    private String digits(double value) {
        return decimals(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
    }

    private String decimals(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
