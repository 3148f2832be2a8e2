package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.PayloadDiff;
import org.jspecify.annotations.Nullable;

/**
 * What came of a comparison.
 *
 * @param source what was compared
 * @param older what it was compared with; none when there is nothing
 * @param diff what differs; none when there is nothing to compare with
 * @param samePlace whether the reader keeps his place: it is a newer state of what was shown before
 */
public record ShownDiff(
        DiffSource source,
        DiffSource.@Nullable Older older,
        @Nullable PayloadDiff diff,
        boolean samePlace) {}
