package app.edgeglass.core.design;

import java.time.Duration;

/**
 * How often something happens.
 *
 * @param rate how often on average
 * @param jitter how far it may come late, as a part of the time between two: 0 to 1. The average stays.
 * @param burst how many come at once; they come as much more seldom, so that the rate stays
 */
public record Pace(Rate rate, double jitter, int burst) {

    /** How often. */
    public sealed interface Rate {}

    /** Each of the subjects once in this time. */
    public record Each(Duration every) implements Rate {}

    /** So many in a second in total, each on a subject drawn at random. */
    public record Total(double perSecond) implements Rate {}

    /** @param subjects over how many subjects it goes */
    public double perSecond(int subjects) {
        return switch (rate) {
            case Each each -> subjects * 1e9 / each.every().toNanos();
            case Total total -> total.perSecond();
        };
    }
}
