package app.edgeglass.core.backup;

import java.util.List;
import java.util.OptionalLong;

/**
 * What was found in an archive that was read to its end.
 *
 * @param messages how many; not told by the older kind, which holds files of the store
 * @param consumers the names of those that are in it, the first thousand
 * @param bytes of all, not compressed
 */
public record Archive(ArchiveKind kind, OptionalLong messages, List<String> consumers, long bytes) {

    public Archive {
        consumers = List.copyOf(consumers);
    }
}
