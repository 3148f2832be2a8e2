package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.error.Failure;

/** How a stage ended, or that it has not. */
public sealed interface Outcome {

    /** What was found out; also by a stage that failed. */
    Facts facts();

    /** Under way. */
    record Running() implements Outcome {

        @Override
        public Facts facts() {
            return Facts.NONE;
        }
    }

    /** All is well. */
    record Passed(Facts facts) implements Outcome {}

    /**
     * Neither good nor bad: something that many servers do not have.
     *
     * @param what in a sentence
     */
    record Noted(String what, Facts facts) implements Outcome {}

    /** It works, and there is something that a person should know; {@link Failure#remedy} says what to do about it. */
    record Warned(Failure warning, Facts facts) implements Outcome {}

    record Failed(Failure failure, Facts facts) implements Outcome {}

    /**
     * It could not be examined.
     *
     * @param why in a sentence
     */
    record NotReached(String why) implements Outcome {

        @Override
        public Facts facts() {
            return Facts.NONE;
        }
    }

    /** Whether the stage is over. */
    default boolean isEnd() {
        return !(this instanceof Running);
    }
}
