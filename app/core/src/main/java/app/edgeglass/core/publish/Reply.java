package app.edgeglass.core.publish;

import app.edgeglass.core.message.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a request.
 *
 * @param number counts from 1 in order of arrival
 * @param at when it arrived here
 * @param latency from just before the request was sent until it arrived here
 * @param status what the server itself answered, such as {@code 404 No Messages}; none for an answer of a responder
 * @param headers as they arrived
 * @param payload the exact bytes; whoever holds the record must not change them
 */
public record Reply(
        int number, Instant at, Duration latency, @Nullable String status, List<Header> headers, byte[] payload) {

    public Reply {
        headers = List.copyOf(headers);
    }

    /** The error that a service answers with (NATS service protocol, ADR-32): its code and description. */
    public Optional<String> serviceError() {
        String code = header("Nats-Service-Error-Code");
        String description = header("Nats-Service-Error");
        String both = (code + " " + description).strip();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private String header(String name) {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return "";
    }
}
