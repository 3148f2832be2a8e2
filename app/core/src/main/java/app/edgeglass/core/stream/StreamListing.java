package app.edgeglass.core.stream;

import java.util.List;
import java.util.Map;

/**
 * All streams of an account at one time.
 *
 * @param unsupported those that the server cannot run, since they were made by a newer one, with its reason; since 2.12
 * @param silent those of whose leader nothing was heard
 * @param level the API level of the server
 * @param nanos when it was read, by {@code System.nanoTime}
 */
public record StreamListing(
        List<StreamInfo> streams, Map<String, String> unsupported, List<String> silent, int level, long nanos) {}
