package app.edgeglass.desktop.stream;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.subject.SubjectPattern;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds streams by a part of their names, or by a subject, or pattern, that they take. */
final class StreamFilter implements Predicate<StreamRow> {

    private final String part;
    private final Optional<SubjectPattern> subject;

    StreamFilter(String typed) {
        this.part = typed.strip().toLowerCase(Locale.ROOT);
        this.subject = parse(typed.strip());
    }

    private static Optional<SubjectPattern> parse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(SubjectPattern.parse(text));
        } catch (Failure noSubject) {
            return Optional.empty();
        }
    }

    @Override
    public boolean test(StreamRow row) {
        if (part.isEmpty() || row.name().toLowerCase(Locale.ROOT).contains(part)) {
            return true;
        }
        StreamInfo info = row.info();
        return info != null
                && subject.isPresent()
                && info.subjects().stream()
                        .map(StreamFilter::parse)
                        .flatMap(Optional::stream)
                        .anyMatch(taken -> taken.overlaps(subject.get()));
    }
}
