package app.edgeglass.desktop.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the list of connections remembers.
 *
 * @param recent ids of what was opened, the last one first; contexts of the {@code nats} CLI among them
 * @param closed folders whose content is not shown
 */
public record ConnectionsSettings(List<String> recent, Set<String> closed) {

    public static final ConnectionsSettings DEFAULT = new ConnectionsSettings(List.of(), Set.of());

    private static final int MOST_RECENT = 20;
    private static final int MOST_CLOSED = 300;

    public ConnectionsSettings {
        recent = new LinkedHashSet<>(recent).stream().limit(MOST_RECENT).toList();
        closed = Set.copyOf(closed.stream().limit(MOST_CLOSED).toList());
    }

    public ConnectionsSettings opened(String id) {
        var ids = new ArrayList<String>();
        ids.add(id);
        ids.addAll(recent);
        return new ConnectionsSettings(ids, closed);
    }

    ConnectionsSettings withClosed(String folder, boolean isClosed) {
        var folders = new LinkedHashSet<>(closed);
        if (isClosed) {
            folders.add(folder);
        } else {
            folders.remove(folder);
        }
        return new ConnectionsSettings(recent, folders);
    }
}
