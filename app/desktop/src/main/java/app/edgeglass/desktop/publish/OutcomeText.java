package app.edgeglass.desktop.publish;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.publish.RepeatPlan;
import app.edgeglass.core.publish.RepeatProgress;
import app.edgeglass.core.publish.Reply;
import app.edgeglass.core.publish.RequestOutcome;
import app.edgeglass.core.publish.Sent;
import app.edgeglass.core.publish.Stored;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.shell.action.Shortcuts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An outcome in words.
 *
 * @param tone how it is to be taken
 * @param sentence what became of it
 * @param remedy what to do; may be empty
 */
record OutcomeText(Tone tone, String sentence, String remedy) {

    private static final int SUBJECT_SHOWN = 120;
    private static final String BETWEEN = " · ";

    /** How an outcome is to be taken. */
    enum Tone {
        QUIET,
        BUSY,
        GOOD,
        WARNING,
        BAD
    }

    static OutcomeText of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.None _ ->
                new OutcomeText(Tone.QUIET, Texts.WORDS.say("outcome.hint", Shortcuts.shown("Shortcut+Enter")), "");
            case Outcome.Publishing _ -> new OutcomeText(Tone.BUSY, Texts.WORDS.say("outcome.publishing"), "");
            case Outcome.Published(Sent sent) -> published(sent);
            case Outcome.Kept(Stored stored) -> stored(stored);
            case Outcome.Waiting(String _, Duration since, List<Reply> replies) -> waiting(since, replies.size());
            case Outcome.Answered(String subject, RequestOutcome answer) -> answered(shown(subject), answer);
            case Outcome.Repeating(String subject, RepeatPlan plan, RepeatProgress progress) ->
                repeating(shown(subject), plan, progress);
            case Outcome.Problem(Failure failure) -> bad(failure.sentence(), failure.remedy());
            case Outcome.PayloadNotKept(long bytes) ->
                new OutcomeText(
                        Tone.WARNING,
                        Texts.WORDS.say("outcome.payload-not-kept", Texts.size(bytes)),
                        Texts.WORDS.say("outcome.payload-not-kept.remedy"));
        };
    }

    private static OutcomeText bad(String sentence, String remedy) {
        return new OutcomeText(Tone.BAD, sentence, remedy);
    }

    private static OutcomeText published(Sent sent) {
        String sentence = Texts.WORDS.say(
                "outcome.published", Texts.size(sent.payloadBytes()), shown(sent.subject()), Texts.time(sent.at()));
        return new OutcomeText(Tone.GOOD, sentence, "");
    }

    private static OutcomeText stored(Stored stored) {
        String stream = SafeText.show(stored.stream(), SUBJECT_SHOWN);
        String place = stored.domain().isEmpty()
                ? stream
                : Texts.WORDS.say("outcome.stored.domain", stream, SafeText.show(stored.domain(), SUBJECT_SHOWN));
        String sequence = Texts.FIGURES.count(stored.sequence());
        if (stored.duplicate()) {
            return new OutcomeText(
                    Tone.WARNING,
                    Texts.WORDS.say("outcome.duplicate", place, sequence),
                    Texts.WORDS.say("outcome.duplicate.remedy"));
        }
        return new OutcomeText(
                Tone.GOOD,
                Texts.WORDS.say(
                        "outcome.stored",
                        Texts.size(stored.payloadBytes()),
                        place,
                        sequence,
                        Texts.FIGURES.latency(stored.after())),
                "");
    }

    private static OutcomeText waiting(Duration since, int replies) {
        String sentence = replies == 0
                ? Texts.WORDS.say("outcome.waiting", Texts.FIGURES.age(since))
                : Texts.WORDS.say("outcome.waiting.some", replies, Texts.FIGURES.age(since));
        return new OutcomeText(Tone.BUSY, sentence, "");
    }

    private static OutcomeText answered(String subject, RequestOutcome answer) {
        return switch (answer) {
            case RequestOutcome.Replies replies -> replies(replies);
            case RequestOutcome.NoResponders _ ->
                bad(Texts.WORDS.say("outcome.no-responders", subject), Texts.WORDS.say("outcome.no-responders.remedy"));
            case RequestOutcome.TimedOut(Duration after) ->
                bad(
                        Texts.WORDS.say("outcome.timed-out", subject, Texts.FIGURES.latency(after)),
                        Texts.WORDS.say("outcome.timed-out.remedy"));
            case RequestOutcome.Cancelled(Duration after) ->
                new OutcomeText(
                        Tone.WARNING, Texts.WORDS.say("outcome.cancelled", Texts.FIGURES.latency(after), subject), "");
            case RequestOutcome.Failed(Failure failure) -> bad(failure.sentence(), failure.remedy());
        };
    }

    private static OutcomeText replies(RequestOutcome.Replies answer) {
        var parts = new ArrayList<String>();
        int count = answer.replies().size();
        String first = Texts.FIGURES.latency(answer.first());
        parts.add(
                count == 1
                        ? Texts.WORDS.say("outcome.replies.one", first)
                        : Texts.WORDS.say(
                                "outcome.replies.some",
                                Texts.FIGURES.count(count),
                                first,
                                Texts.FIGURES.latency(answer.last())));
        if (answer.notKept() > 0) {
            parts.add(Texts.WORDS.say("outcome.replies.not-kept", Texts.FIGURES.count(answer.notKept())));
        }
        switch (answer.end()) {
            case COUNT -> {}
            case TIMEOUT -> parts.add(Texts.WORDS.say("outcome.replies.timeout"));
            case STALL -> parts.add(Texts.WORDS.say("outcome.replies.stall"));
            case CANCELLED -> parts.add(Texts.WORDS.say("outcome.replies.cancelled"));
            case CONNECTION_LOST -> parts.add(Texts.WORDS.say("outcome.replies.lost"));
        }
        boolean complete = answer.notKept() == 0 && answer.end() != RequestOutcome.End.CONNECTION_LOST;
        return new OutcomeText(complete ? Tone.GOOD : Tone.WARNING, String.join(BETWEEN, parts), "");
    }

    private static OutcomeText repeating(String subject, RepeatPlan plan, RepeatProgress progress) {
        String figures = figures(plan, progress);
        String sentence = progress.ended()
                ? Texts.WORDS.say("outcome.repeated", subject, figures)
                : Texts.WORDS.say("outcome.repeating", subject, figures);
        Failure failure = progress.failure();
        if (failure != null) {
            Tone tone = progress.ended() ? Tone.BAD : Tone.WARNING;
            return new OutcomeText(tone, sentence + BETWEEN + failure.sentence(), failure.remedy());
        }
        return new OutcomeText(progress.ended() ? Tone.GOOD : Tone.BUSY, sentence, "");
    }

    private static String figures(RepeatPlan plan, RepeatProgress progress) {
        var parts = new ArrayList<String>();
        String sent = Texts.FIGURES.count(progress.sent());
        parts.add(
                plan.times() == 0
                        ? Texts.WORDS.say("outcome.repeat.sent", sent)
                        : Texts.WORDS.say("outcome.repeat.sent-of", sent, Texts.FIGURES.count(plan.times())));
        if (progress.failed() > 0) {
            parts.add(Texts.WORDS.say("outcome.repeat.failed", Texts.FIGURES.count(progress.failed())));
        }
        if (progress.unconfirmed() > 0) {
            parts.add(Texts.WORDS.say("outcome.repeat.unconfirmed", Texts.FIGURES.count(progress.unconfirmed())));
        }
        parts.add(Texts.FIGURES.age(progress.running()));
        return String.join(BETWEEN, parts);
    }

    private static String shown(String subject) {
        return SafeText.show(subject, SUBJECT_SHOWN);
    }
}
