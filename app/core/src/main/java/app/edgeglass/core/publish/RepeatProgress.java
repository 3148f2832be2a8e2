package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a repetition is. What was handed to the connection and has no answer yet counts nowhere; that is little, and at
 * the end nothing.
 *
 * @param sent taken by the server
 * @param failed not sent, or refused by the server
 * @param unconfirmed may or may not have arrived, since the connection broke
 * @param running since it started, until it ended
 * @param ended whether it is over
 * @param failure the last one; the one that ended it when it is over before its time
 */
public record RepeatProgress(
        long sent,
        long failed,
        long unconfirmed,
        Duration running,
        boolean ended,
        @Nullable Failure failure) {}
