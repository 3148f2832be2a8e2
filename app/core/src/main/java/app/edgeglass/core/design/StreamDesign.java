package app.edgeglass.core.design;

import app.edgeglass.core.subject.SubjectPattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stream. The limits mean what the server's configuration of the same name means; a limit of -1 is none.
 *
 * @param duplicateWindow none leaves it to the server, which takes two minutes
 */
public record StreamDesign(
        String name,
        String description,
        List<SubjectPattern> subjects,
        Retention retention,
        Storage storage,
        Optional<Duration> maxAge,
        long maxMessages,
        long maxBytes,
        long maxMessagesPerSubject,
        int maxMessageBytes,
        Discard discard,
        Optional<Duration> duplicateWindow,
        boolean allowDirect,
        int replicas) {

    public StreamDesign {
        subjects = List.copyOf(subjects);
    }

    public enum Retention {
        LIMITS,
        INTEREST,
        WORKQUEUE
    }

    public enum Discard {
        OLD,
        NEW
    }
}
