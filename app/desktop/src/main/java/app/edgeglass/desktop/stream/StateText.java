package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.Origin;
import app.edgeglass.core.stream.Replicas;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.stream.StreamState;
import app.edgeglass.core.text.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The state of a stream as a person reads it. */
final class StateText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private StateText() {}

    static String of(Replicas.Follower follower) {
        String seen = Texts.FIGURES.age(follower.seen());
        if (follower.offline()) {
            return Texts.WORDS.say("replica.offline", seen);
        }
        return follower.current()
                ? Texts.WORDS.say("replica.current", seen)
                : Texts.WORDS.say("replica.behind", follower.lag(), seen);
    }

    static String of(Origin origin) {
        String seen = origin.seen()
                .map(age -> Texts.WORDS.say("origin.seen", Texts.FIGURES.age(age)))
                .orElseGet(() -> Texts.WORDS.say("origin.never"));
        return origin.error().orElseGet(() -> Texts.WORDS.say("origin.state", origin.lag(), seen));
    }

    /** Names and values, in the order in which they are read. */
    static Map<String, String> facts(StreamInfo stream, Instant now) {
        StreamState state = stream.state();
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                Texts.WORDS.say("fact.messages"),
                of(
                        Texts.FIGURES.count(state.messages()),
                        stream.limit("max_msgs").map(Texts.FIGURES::count)));
        facts.put(
                Texts.WORDS.say("fact.bytes"),
                of(
                        Sizes.say(state.bytes(), Texts.WORDS.locale()),
                        stream.limit("max_bytes").map(bytes -> Sizes.say(bytes, Texts.WORDS.locale()))));
        facts.put(Texts.WORDS.say("fact.first"), edge(state.firstSequence(), state.firstTime(), now));
        facts.put(Texts.WORDS.say("fact.last"), edge(state.lastSequence(), state.lastTime(), now));
        facts.put(Texts.WORDS.say("fact.deleted"), Texts.FIGURES.count(state.deleted()));
        facts.put(Texts.WORDS.say("fact.subjects"), Texts.FIGURES.count(state.subjects()));
        facts.put(Texts.WORDS.say("fact.consumers"), Texts.FIGURES.count(state.consumers()));
        stream.created().ifPresent(at -> facts.put(Texts.WORDS.say("fact.created"), time(at)));
        return facts;
    }

    private static String of(String value, Optional<String> most) {
        return most.map(limit -> Texts.WORDS.say("fact.of", value, limit)).orElse(value);
    }

    private static String edge(long sequence, Optional<Instant> at, Instant now) {
        return at.map(time -> Texts.WORDS.say(
                        "fact.edge",
                        Texts.FIGURES.count(sequence),
                        time(time),
                        Texts.FIGURES.age(Duration.between(time, now))))
                .orElse("–");
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
