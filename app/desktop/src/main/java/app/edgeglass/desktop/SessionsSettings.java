package app.edgeglass.desktop;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.settings.AtStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The sessions of the window as the settings file keeps them, and what to do with them at the start.
 *
 * @param autoConnect ids of profiles that are opened in any case
 * @param tabs from left to right
 * @param shown the place of the shown one
 */
public record SessionsSettings(AtStart atStart, List<String> autoConnect, List<Tab> tabs, int shown) {

    public static final SessionsSettings DEFAULT = new SessionsSettings(AtStart.LAST, List.of(), List.of(), 0);

    /** More than anybody looks after at once; the file stays small whatever happens. */
    private static final int MOST = 50;

    public SessionsSettings {
        autoConnect = List.copyOf(autoConnect);
        tabs = List.copyOf(tabs).stream().limit(MOST).toList();
        shown = Math.clamp(shown, 0, Math.max(0, tabs.size() - 1));
    }

    /** What a tab is about. */
    public enum Kind {
        /** A profile that is kept, or a context of the {@code nats} CLI. */
        PROFILE,
        /** Addresses that were typed. */
        ADDRESS,
        /** The local server. */
        WORLD
    }

    /**
     * A session.
     *
     * @param name what the person calls it; empty for the local server
     * @param what the profile's id, the addresses without secrets, or the world's name
     * @param user who logs in at the addresses; empty for nobody, or for a token
     * @param secret whether the addresses want a password or a token, which is asked for
     * @param open whether it was open, or on the way to be
     */
    public record Tab(Kind kind, String name, String what, String user, boolean secret, boolean open) {

        // The file may have been edited by hand.
        public Tab {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
            Objects.requireNonNull(what);
            Objects.requireNonNull(user);
        }

        /** @param isKept whether there is a profile of an id to come back to */
        static Optional<Tab> of(Target target, boolean open, Predicate<String> isKept) {
            return switch (target) {
                case Target.Nothing _ -> Optional.empty();
                case Target.World(var sample) -> Optional.of(new Tab(Kind.WORLD, "", sample, "", false, open));
                case Target.Reference(var id, var name, var _) ->
                    Optional.of(new Tab(Kind.PROFILE, name, id, "", false, open));
                case Target.Server server -> of(server, open, isKept);
            };
        }

        private static Optional<Tab> of(Target.Server server, boolean open, Predicate<String> isKept) {
            Profile profile = server.profile();
            if (isKept.test(profile.id())) {
                return Optional.of(new Tab(Kind.PROFILE, profile.name(), profile.id(), "", false, open));
            }
            if (server.typed().isEmpty()) {
                // Beside a local server, which has another address the next time.
                return Optional.empty();
            }
            String addresses = profile.urls().stream()
                    .map(url -> url.shown() + url.uri().getRawPath())
                    .collect(Collectors.joining(","));
            String user = profile.login() instanceof Login.Password(var name) ? name : "";
            boolean secret = !(profile.login() instanceof Login.None);
            return Optional.of(new Tab(Kind.ADDRESS, profile.name(), addresses, user, secret, open));
        }
    }

    SessionsSettings withTabs(List<Tab> now, int nowShown) {
        return new SessionsSettings(atStart, autoConnect, now, nowShown);
    }

    SessionsSettings withAtStart(AtStart choice) {
        return new SessionsSettings(choice, autoConnect, tabs, shown);
    }

    /** With a profile that is opened at each start, or no longer is. */
    public SessionsSettings withAutoConnect(String id, boolean wanted) {
        var ids = new ArrayList<>(autoConnect);
        ids.remove(id);
        if (wanted) {
            ids.add(id);
        }
        return new SessionsSettings(atStart, ids, tabs, shown);
    }

    /** Whether there is a server to come back to: a sample world is there anyway. */
    boolean hasServer() {
        return tabs.stream().anyMatch(tab -> tab.kind() != Kind.WORLD);
    }
}
