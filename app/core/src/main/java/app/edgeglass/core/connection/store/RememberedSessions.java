package app.edgeglass.core.connection.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which sessions to open at the start; a section of the settings named {@value #SECTION}. A session is named by its profile's
 * id; that of a context of the {@code nats} CLI that was not imported says so itself.
 *
 * @param restore whether to open again what was open at the end
 * @param open what was open last, in the order of its tabs
 * @param autoConnect what to open in any case
 */
public record RememberedSessions(boolean restore, List<String> open, List<String> autoConnect) {

    public static final String SECTION = "sessions";
    public static final RememberedSessions DEFAULT = new RememberedSessions(true, List.of(), List.of());

    public RememberedSessions {
        open = List.copyOf(new LinkedHashSet<>(open));
        autoConnect = List.copyOf(new LinkedHashSet<>(autoConnect));
    }

    /** What to open at the start: what was open, in its order, then what connects by itself. Each once. */
    public List<String> atStart() {
        var ids = new LinkedHashSet<String>();
        if (restore) {
            ids.addAll(open);
        }
        ids.addAll(autoConnect);
        return List.copyOf(ids);
    }

    public RememberedSessions withRestore(boolean wanted) {
        return new RememberedSessions(wanted, open, autoConnect);
    }

    /** With these sessions open. */
    public RememberedSessions withOpen(List<String> ids) {
        return new RememberedSessions(restore, ids, autoConnect);
    }

    public boolean connectsByItself(String id) {
        return autoConnect.contains(id);
    }

    public RememberedSessions withAutoConnect(String id, boolean wanted) {
        var ids = new ArrayList<>(autoConnect);
        ids.remove(id);
        if (wanted) {
            ids.add(id);
        }
        return new RememberedSessions(restore, open, ids);
    }

    /** Without a profile that is no more. */
    public RememberedSessions without(String id) {
        var rest = new ArrayList<>(open);
        rest.remove(id);
        return new RememberedSessions(restore, rest, autoConnect).withAutoConnect(id, false);
    }
}
