package app.edgeglass.desktop.publish;

import app.edgeglass.core.publish.PublishHistory;
import java.util.ArrayList;
import java.util.List;

/** Keeps the history for the length of a test. */
final class MemoryHistory implements PublishHistory.Store {

    private List<PublishHistory.Entry> kept = List.of();

    @Override
    public List<PublishHistory.Entry> load() {
        return kept;
    }

    @Override
    public void save(List<PublishHistory.Entry> entries) {
        kept = new ArrayList<>(entries);
    }
}
