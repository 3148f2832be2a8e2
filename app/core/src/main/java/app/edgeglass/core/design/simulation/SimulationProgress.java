package app.edgeglass.core.design.simulation;

import org.jspecify.annotations.Nullable;

/**
 * What a simulation has done so far.
 *
 * @param published messages of the design's subjects that were handed to the connection
 * @param publishedBytes their payloads
 * @param perSecond how many of them a second at present
 * @param acknowledged of them, those that a stream acknowledged; only the subjects with {@code ack} wait for that
 * @param requests sent
 * @param answered of them
 * @param unanswered of them: too late, or there was nobody
 * @param replies sent by the responders
 * @param keyWrites revisions written to buckets after the start
 * @param delivered messages that workers fetched, counting each delivery
 * @param acked how many they acknowledged
 * @param naked how many they gave back
 * @param termed how many they refused for good
 * @param left how many they left without a word
 * @param deadLetters published after too many deliveries
 * @param missed sends that fell out, about: the machine stood still or could not keep up
 * @param errors what could not be sent or was not acknowledged
 * @param lastError the last of them, in a sentence; none when there was none
 */
public record SimulationProgress(
        long published,
        long publishedBytes,
        double perSecond,
        long acknowledged,
        long requests,
        long answered,
        long unanswered,
        long replies,
        long keyWrites,
        long delivered,
        long acked,
        long naked,
        long termed,
        long left,
        long deadLetters,
        long missed,
        long errors,
        @Nullable String lastError) {}
