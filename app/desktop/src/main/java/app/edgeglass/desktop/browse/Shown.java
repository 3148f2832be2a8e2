package app.edgeglass.desktop.browse;

import app.edgeglass.core.browse.Extent;
import app.edgeglass.core.browse.Row;
import java.util.List;

/**
 * What stands in the table now.
 *
 * @param extent of the whole stream
 * @param top the sequence with which the first row begins
 * @param lastTop the sequence with which it begins when the end is to be seen
 */
record Shown(Extent extent, long top, long lastTop, List<Row> rows) {

    Shown {
        rows = List.copyOf(rows);
    }
}
