package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.message.Capture;
import app.edgeglass.core.message.Counters;
import app.edgeglass.core.message.LogUse;
import app.edgeglass.desktop.shell.Counter;
import app.edgeglass.desktop.shell.SessionStatus;
import app.edgeglass.desktop.shell.StatusBarViewModel;
import app.edgeglass.desktop.shell.Tone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in the status bar how the shown session stands. */
public final class SessionStatusSampler {

    private final StatusBarViewModel status;
    private final Clock clock;

    private @Nullable OpenSession shown;
    private Counted counted = Counted.NOTHING;

    /** What the counters' words are made from: making them costs more than all else here, and they hardly ever change. */
    private record Counted(Counters counters, int gaps) {
        private static final Counted NOTHING = new Counted(Counters.NONE, -1);
    }

    public SessionStatusSampler(StatusBarViewModel status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    /** Takes the session's figures of now; to be called about twice a second. */
    public void sample(@Nullable OpenSession open, SessionRates rates) {
        if (open == null) {
            if (shown != null) {
                status.clear();
                shown = null;
                counted = Counted.NOTHING;
            }
            return;
        }
        shown = open;
        status.setSession(status(open));
        status.setRates(rates.inMessages(), rates.inBytes(), rates.outMessages(), rates.outBytes());
        Capture capture = open.feed().capture();
        LogUse use = capture.log().use();
        long used = use.recentBytes() + use.lastBytes() + capture.tree().memory();
        status.setMemory(used, open.feed().budget().total());
        var now = new Counted(open.feed().counters(), open.session().gaps().size());
        if (!now.equals(counted)) {
            counted = now;
            status.setCounters(counters(now.counters(), now.gaps()));
        }
    }

    private SessionStatus status(OpenSession open) {
        String name = open.session().profile().name();
        return switch (open.session().state()) {
            case SessionState.Idle _, SessionState.Connecting _ ->
                new SessionStatus(Tone.BUSY, name, "", Texts.WORDS.say("state.connecting"), "");
            case SessionState.Live(var _, var server) ->
                new SessionStatus(
                        Tone.GOOD,
                        name,
                        ServerText.line(server, open.session().jetStream()),
                        Texts.WORDS.say("state.live"),
                        open.session().rtt().map(Texts.FIGURES::latency).orElse(""),
                        ServerText.details(
                                server,
                                open.session().jetStream(),
                                open.session().servers()));
            case SessionState.Reconnecting(var since, var server) ->
                new SessionStatus(
                        Tone.WARNING,
                        name,
                        server,
                        Texts.WORDS.say(
                                "state.reconnecting", Texts.FIGURES.age(Duration.between(since, clock.instant()))),
                        "");
            case SessionState.Closed _ -> new SessionStatus(Tone.BAD, name, "", Texts.WORDS.say("state.closed"), "");
        };
    }

    private static List<Counter> counters(Counters counters, int gaps) {
        return List.of(
                counter("received", counters.received(), false),
                counter("kept", counters.kept(), false),
                counter("evicted", counters.evicted(), false),
                counter("copies", counters.copies(), false),
                counter("refused", counters.refused(), true),
                counter("dropped", counters.dropped(), true),
                counter("gaps", gaps, true));
    }

    private static Counter counter(String id, long value, boolean loss) {
        return new Counter(
                id,
                Texts.WORDS.say(
                        switch (id) {
                            case "received" -> "counter.received";
                            case "kept" -> "counter.kept";
                            case "evicted" -> "counter.evicted";
                            case "copies" -> "counter.copies";
                            case "refused" -> "counter.refused";
                            case "dropped" -> "counter.dropped";
                            default -> "counter.gaps";
                        }),
                value,
                loss && value > 0 ? Tone.WARNING : Tone.PLAIN,
                Texts.WORDS.say(
                        switch (id) {
                            case "received" -> "counter.received.explained";
                            case "kept" -> "counter.kept.explained";
                            case "evicted" -> "counter.evicted.explained";
                            case "copies" -> "counter.copies.explained";
                            case "refused" -> "counter.refused.explained";
                            case "dropped" -> "counter.dropped.explained";
                            default -> "counter.gaps.explained";
                        }));
    }
}
