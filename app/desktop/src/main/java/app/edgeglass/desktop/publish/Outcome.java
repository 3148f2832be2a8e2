package app.edgeglass.desktop.publish;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.publish.RepeatPlan;
import app.edgeglass.core.publish.RepeatProgress;
import app.edgeglass.core.publish.Reply;
import app.edgeglass.core.publish.RequestOutcome;
import app.edgeglass.core.publish.Sent;
import app.edgeglass.core.publish.Stored;
import java.time.Duration;
import java.util.List;

/** What became of the last thing that was sent, or becomes of it. */
public sealed interface Outcome {

    /** Nothing was sent yet, or the person has put it away. */
    record None() implements Outcome {}

    /** Sent, and not yet confirmed. */
    record Publishing() implements Outcome {}

    record Published(Sent sent) implements Outcome {}

    /** A stream has it. */
    record Kept(Stored stored) implements Outcome {}

    /** Replies are awaited. */
    record Waiting(String subject, Duration since, List<Reply> replies) implements Outcome {}

    /** A request has ended. */
    record Answered(String subject, RequestOutcome outcome) implements Outcome {}

    /** A repetition runs, or has ended. */
    record Repeating(String subject, RepeatPlan plan, RepeatProgress progress) implements Outcome {}

    /** It was refused or went wrong. */
    record Problem(Failure failure) implements Outcome {}

    /** Something was taken from the history whose payload had been too large to be kept. */
    record PayloadNotKept(long bytes) implements Outcome {}

    /** The replies that can be read. */
    default List<Reply> replies() {
        return switch (this) {
            case Waiting(String _, Duration _, List<Reply> replies) -> replies;
            case Answered(String _, RequestOutcome.Replies some) -> some.replies();
            default -> List.of();
        };
    }

    /** Where the replies come from; empty when there are none to come. */
    default String asked() {
        return switch (this) {
            case Waiting waiting -> waiting.subject();
            case Answered answered -> answered.subject();
            default -> "";
        };
    }
}
