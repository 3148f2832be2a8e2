package app.edgeglass.core.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as the log kept it.
 *
 * @param number counts the messages of a log from 1, in order of arrival, without holes
 * @param at when it arrived here
 * @param subject the subject it arrived on
 * @param replyTo where an answer is awaited; none when it is no request
 * @param headers in the order of arrival; empty when there are none
 * @param payload the exact bytes; belongs to whoever holds the record, who must not change it
 */
public record LoggedMessage(
        long number, Instant at, String subject, @Nullable String replyTo, List<Header> headers, byte[] payload) {

    public LoggedMessage {
        headers = List.copyOf(headers);
    }
}
