package app.edgeglass.core.deadletter;

import app.edgeglass.core.advisory.AdvisorySubjects;
import app.edgeglass.core.deadletter.DeadLetter.Cause;
import app.edgeglass.core.deadletter.DeadLetter.Origin;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds given-up messages in advisories (ADR-10 of NATS). Note that the advisory’s own payload is not the message. */
final class LetterReader {

    private static final String EXCEEDED = "io.nats.jetstream.advisory.v1.max_deliver";
    private static final String TERMINATED = "io.nats.jetstream.advisory.v1.terminated";

    private final String stream;
    private final Optional<String> domain;

    LetterReader(String stream, Optional<String> domain) {
        this.stream = stream;
        this.domain = domain;
    }

    /** Where they are told. */
    static List<String> subjects(String stream) {
        return List.of(
                AdvisorySubjects.ofConsumers(AdvisorySubjects.MAX_DELIVERIES, stream),
                AdvisorySubjects.ofConsumers(AdvisorySubjects.TERMINATED, stream));
    }

    /** Nothing for what is no such advisory, or one of another stream or domain. */
    Optional<DeadLetter> read(byte[] advisory, Instant now, Origin origin) {
        try {
            JsonNode json = JsonMapper.shared().readTree(advisory);
            String type = json.path("type").asString("");
            String theirs = json.path("domain").asString("");
            if (!(type.equals(EXCEEDED) || type.equals(TERMINATED))
                    || !json.path("stream").asString("").equals(stream)
                    || (domain.isPresent() && !theirs.isEmpty() && !theirs.equals(domain.get()))) {
                return Optional.empty();
            }
            return Optional.of(new DeadLetter(
                    stream,
                    json.path("consumer").asString(""),
                    json.path("stream_seq").asLong(0),
                    json.path("deliveries").asLong(0),
                    type.equals(EXCEEDED) ? Cause.MAX_DELIVERIES : Cause.TERMINATED,
                    json.path("reason").asString(""),
                    time(json, now),
                    origin));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Instant time(JsonNode json, Instant now) {
        try {
            return Instant.parse(json.path("timestamp").asString(""));
        } catch (DateTimeParseException e) {
            return now;
        }
    }
}
