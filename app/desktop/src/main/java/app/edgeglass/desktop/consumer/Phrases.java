package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Advice;
import app.edgeglass.core.consumer.Peek.Standing;
import app.edgeglass.core.consumer.Trend;
import app.edgeglass.core.consumer.Warning;
import app.edgeglass.core.consumer.trial.Fate;
import app.edgeglass.core.consumer.trial.PullEnd;
import app.edgeglass.core.text.Words;

/** What the words of core's enumerations are to a person. */
final class Phrases {

    private static final Words WORDS = Texts.WORDS;

    private Phrases() {}

    /** In two or three words, for the table. */
    static String shortly(Warning warning) {
        return WORDS.say(
                switch (warning) {
                    case OFFLINE -> "warning.offline";
                    case ACKS_FULL -> "warning.acks-full";
                    case NOBODY_LISTENS -> "warning.nobody-listens";
                    case NOBODY_ASKS -> "warning.nobody-asks";
                    case FALLING_BEHIND -> "warning.falling-behind";
                    case ACKS_NEARLY_FULL -> "warning.acks-nearly-full";
                    case REPLICA_BEHIND -> "warning.replica-behind";
                    case REDELIVERING -> "warning.redelivering";
                    case PAUSED -> "warning.paused";
                });
    }

    /** What it means and what to do, with this consumer's figures. */
    static String fully(Warning warning, Line line) {
        var row = line.row();
        return switch (warning) {
            case OFFLINE ->
                row.offline().isEmpty()
                        ? WORDS.say("warning.offline.leaderless")
                        : WORDS.say("warning.offline.long", row.offline());
            case ACKS_FULL ->
                WORDS.say("warning.acks-full.long", row.mostAckPending().orElse(0L));
            case NOBODY_LISTENS -> WORDS.say("warning.nobody-listens.long", row.deliverSubject(), row.pending());
            case NOBODY_ASKS -> WORDS.say("warning.nobody-asks.long", row.pending());
            case FALLING_BEHIND ->
                WORDS.say(
                        "warning.falling-behind.long",
                        Texts.FIGURES.rate(line.change().orElse(0.0)));
            case ACKS_NEARLY_FULL ->
                WORDS.say(
                        "warning.acks-nearly-full.long",
                        row.ackPending(),
                        row.mostAckPending().orElse(0L));
            case REPLICA_BEHIND -> WORDS.say("warning.replica-behind.long");
            case REDELIVERING -> WORDS.say("warning.redelivering.long", row.redelivered());
            case PAUSED ->
                WORDS.say(
                        "warning.paused.long",
                        row.paused().map(Texts::dayAndTime).orElse(""));
        };
    }

    static String trend(Trend trend) {
        return switch (trend) {
            case UNKNOWN -> "";
            case STEADY -> "→";
            case GROWING -> "↑";
            case SHRINKING -> "↓";
        };
    }

    static String trendWord(Trend trend) {
        return WORDS.say(
                switch (trend) {
                    case UNKNOWN -> "trend.unknown";
                    case STEADY -> "trend.steady";
                    case GROWING -> "trend.growing";
                    case SHRINKING -> "trend.shrinking";
                });
    }

    static String advice(Advice advice) {
        return WORDS.say(
                switch (advice) {
                    case PULL_RATHER_THAN_PUSH -> "advice.pull-rather-than-push";
                    case NOTHING_IS_ACKNOWLEDGED -> "advice.nothing-is-acknowledged";
                    case ACK_ALL_WITH_ONE_CLIENT_ONLY -> "advice.ack-all-with-one-client-only";
                    case NO_END_OF_DELIVERIES -> "advice.no-end-of-deliveries";
                    case WATCH_DEAD_LETTERS -> "advice.watch-dead-letters";
                    case BACKOFF_BEYOND_DELIVERIES -> "advice.backoff-beyond-deliveries";
                    case BACKOFF_OVERRIDES_ACK_WAIT -> "advice.backoff-overrides-ack-wait";
                    case SHORT_ACK_WAIT -> "advice.short-ack-wait";
                    case FEW_ACK_PENDING -> "advice.few-ack-pending";
                    case MANY_ACK_PENDING -> "advice.many-ack-pending";
                    case FORGOTTEN_WHEN_UNUSED -> "advice.forgotten-when-unused";
                    case KEPT_FOR_EVER -> "advice.kept-for-ever";
                    case MEMORY_ONLY -> "advice.memory-only";
                    case FILTER_FOR_ALL -> "advice.filter-for-all";
                });
    }

    static String fate(Fate fate) {
        return WORDS.say(
                switch (fate) {
                    case OPEN -> "fate.open";
                    case NEEDS_NOTHING -> "fate.needs-nothing";
                    case ACKNOWLEDGED -> "fate.acknowledged";
                    case CONFIRMED -> "fate.confirmed";
                    case GIVEN_BACK -> "fate.given-back";
                    case TERMINATED -> "fate.terminated";
                    case IN_DOUBT -> "fate.in-doubt";
                    case CAME_AGAIN -> "fate.came-again";
                });
    }

    static String standing(Standing standing) {
        return WORDS.say(
                switch (standing) {
                    case TO_COME -> "standing.to-come";
                    case DELIVERED -> "standing.delivered";
                });
    }

    /** How taking ended. */
    static String end(PullEnd end) {
        return switch (end.why()) {
            case COMPLETE -> WORDS.say("end.complete");
            case NOTHING_THERE -> WORDS.say("end.nothing-there");
            case TIME_UP -> WORDS.say("end.time-up");
            case STOPPED -> WORDS.say("end.stopped");
            case FULL -> WORDS.say("end.full");
            case LOST -> WORDS.say("end.lost");
            case REFUSED -> WORDS.say("end.refused", end.said());
        };
    }
}
