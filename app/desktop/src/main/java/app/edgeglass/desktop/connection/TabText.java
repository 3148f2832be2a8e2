package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.shell.session.SessionSign;
import app.edgeglass.desktop.shell.session.SessionTab;
import app.edgeglass.desktop.shell.session.SessionTab.Kind;
import java.time.Duration;
import java.time.Instant;

/** What a tab says of its session. */
public final class TabText {

    /** How it stands, as a sign, in words, and with more of them. */
    private record Said(SessionSign sign, String state, String details) {}

    private TabText() {}

    /** @param unseen and alarm are what the person has not seen yet, see {@link SessionTab} */
    public static SessionTab tab(int id, ConnectionViewModel of, long unseen, String alarm, Instant now) {
        Said said = said(of, now);
        return new SessionTab(id, name(of), kind(of), said.sign(), said.state(), said.details(), unseen, alarm);
    }

    /** What the person calls it. */
    public static String name(ConnectionViewModel of) {
        OpenSession open = of.openProperty().get();
        if (open != null) {
            return open.session().profile().name();
        }
        Target target = of.targetProperty().get();
        return target instanceof Target.Nothing ? Texts.WORDS.say("tab.new") : target.name();
    }

    private static Kind kind(ConnectionViewModel of) {
        if (of.targetProperty().get() instanceof Target.Server server) {
            Profile profile = server.profile();
            return new Kind(profile.look().colour(), profile.environment(), profile.readOnly());
        }
        return Kind.PLAIN;
    }

    private static Said said(ConnectionViewModel of, Instant now) {
        OpenSession open = of.openProperty().get();
        if (open != null) {
            return said(open.session(), now);
        }
        return switch (of.standingProperty().get()) {
            case Standing.Opening _ -> new Said(SessionSign.OPENING, Texts.WORDS.say("state.connecting"), "");
            case Standing.Failed(var _, var failure) ->
                new Said(SessionSign.FAILED, Texts.WORDS.say("state.failed"), failure.sentence());
            case Standing.Wanting _ -> new Said(SessionSign.WANTING, Texts.WORDS.say("state.wanting"), "");
            case Standing.Idle _, Standing.Open _ ->
                of.targetProperty().get() instanceof Target.Nothing
                        ? new Said(SessionSign.EMPTY, Texts.WORDS.say("state.empty"), "")
                        : new Said(SessionSign.CLOSED, Texts.WORDS.say("state.closed"), "");
        };
    }

    private static Said said(Session session, Instant now) {
        return switch (session.state()) {
            case SessionState.Idle _, SessionState.Connecting _ ->
                new Said(SessionSign.OPENING, Texts.WORDS.say("state.connecting"), "");
            case SessionState.Live(var _, var server) ->
                session.silentSince()
                        .map(since -> new Said(
                                SessionSign.SILENT,
                                Texts.WORDS.say("state.silent", Texts.FIGURES.age(Duration.between(since, now))),
                                server.url()))
                        .orElseGet(() -> new Said(SessionSign.LIVE, Texts.WORDS.say("state.live"), server.url()));
            case SessionState.Reconnecting(var since, var server) ->
                new Said(
                        SessionSign.RECONNECTING,
                        Texts.WORDS.say("state.reconnecting", Texts.FIGURES.age(Duration.between(since, now))),
                        server);
            case SessionState.Closed(var _, var reason) ->
                reason == null
                        ? new Said(SessionSign.CLOSED, Texts.WORDS.say("state.closed"), "")
                        : new Said(SessionSign.FAILED, Texts.WORDS.say("state.closed"), reason.sentence());
        };
    }
}
