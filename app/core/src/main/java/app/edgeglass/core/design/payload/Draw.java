package app.edgeglass.core.design.payload;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The making of one message: where what it draws finds the subject's variables and memory, and the values that were drawn
 * before.
 *
 * @param memory what this subject remembers from message to message; NaN where nothing yet
 * @param variables gives a variable's value in the subject
 * @param values drawn so far, by position
 * @param request what is answered; empty when nothing is
 */
record Draw(
        SplittableRandom random,
        double[] memory,
        UnaryOperator<String> variables,
        @Nullable Object[] values,
        Instant now,
        byte[] request) {}
