package app.edgeglass.core.design.format;

import app.edgeglass.core.design.ConsumerDesign;
import app.edgeglass.core.design.ConsumerDesign.Ack;
import app.edgeglass.core.design.ConsumerDesign.Deliver;
import app.edgeglass.core.design.ConsumerDesign.Outcomes;
import app.edgeglass.core.design.ConsumerDesign.Worker;
import app.edgeglass.core.design.DeadLetter;
import app.edgeglass.core.design.StreamDesign;
import app.edgeglass.core.design.StreamDesign.Retention;
import app.edgeglass.core.design.Template;
import app.edgeglass.core.subject.SubjectPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code consumers} and {@code dead_letters}, which both refer to streams. */
final class ConsumersReader {

    private static final Duration ACK_WAIT = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final int MOST_PENDING = 1_000;

    private final List<StreamDesign> streams;
    private final Map<String, Names> names = new HashMap<>();
    private final Map<String, List<SubjectPattern>> workQueueFilters = new HashMap<>();

    ConsumersReader(List<StreamDesign> streams) {
        this.streams = streams;
    }

    List<ConsumerDesign> consumers(Fields document) {
        return document.list("consumers", spot -> spot.fields().map(this::consumer));
    }

    private ConsumerDesign consumer(Fields fields) {
        String stream = fields.required("stream", this::stream, "");
        Names taken = stream.isEmpty() ? new Names() : names.computeIfAbsent(stream, _ -> new Names());
        var consumer = new ConsumerDesign(
                stream,
                fields.required("name", spot -> claimed(spot, taken), ""),
                fields.optional("description", Scalars::text, ""),
                filters(fields, stream),
                fields.optional("deliver_policy", Scalars.oneOf(Deliver.class), Deliver.ALL),
                fields.optional("ack_policy", Scalars.oneOf(Ack.class), Ack.EXPLICIT),
                fields.optional("ack_wait", Scalars::duration, ACK_WAIT),
                fields.optional("max_deliver", StreamsReader.COUNT, -1L),
                fields.optional("max_ack_pending", Scalars.integer(1, 1_000_000), (long) MOST_PENDING),
                fields.optional("worker", spot -> spot.fields().map(ConsumersReader::worker)));
        fields.end();
        return consumer;
    }

    private static Optional<String> claimed(Spot spot, Names taken) {
        Optional<String> name = Scalars.name(spot);
        name.ifPresent(read -> taken.claim(spot, read));
        return name;
    }

    private Optional<String> stream(Spot spot) {
        return Scalars.name(spot).filter(name -> {
            List<String> known = streams.stream().map(StreamDesign::name).toList();
            if (known.contains(name)) {
                return true;
            }
            Optional<String> near = Spelling.nearest(name, known);
            spot.wrong(near.isPresent() ? "stream-unknown.near" : "stream-unknown", name, near.orElse(""));
            return false;
        });
    }

    private List<SubjectPattern> filters(Fields fields, String stream) {
        var filters = new ArrayList<SubjectPattern>();
        fields.take("filter_subject").ifPresent(spot -> filter(spot, stream).ifPresent(filters::add));
        filters.addAll(fields.list("filter_subjects", spot -> filter(spot, stream)));
        if (fields.has("filter_subject") && fields.has("filter_subjects")) {
            fields.spot().wrong("two-filters");
        }
        if (filters.isEmpty()) {
            // Without a filter it gets everything, which on a work queue leaves nothing to any other.
            claimOnWorkQueue(fields.spot(), stream, SubjectPattern.ALL);
        }
        return filters;
    }

    private Optional<SubjectPattern> filter(Spot spot, String stream) {
        return Namespace.pattern(spot).map(pattern -> {
            streams.stream().filter(design -> design.name().equals(stream)).forEach(design -> {
                if (design.subjects().stream().noneMatch(pattern::overlaps)) {
                    spot.wrong("filter-outside", pattern.text(), stream);
                }
            });
            claimOnWorkQueue(spot, stream, pattern);
            return pattern;
        });
    }

    private void claimOnWorkQueue(Spot spot, String stream, SubjectPattern pattern) {
        boolean workQueue = streams.stream()
                .anyMatch(design -> design.name().equals(stream) && design.retention() == Retention.WORKQUEUE);
        if (!workQueue) {
            return;
        }
        List<SubjectPattern> others = workQueueFilters.computeIfAbsent(stream, _ -> new ArrayList<>());
        others.stream()
                .filter(pattern::overlaps)
                .findFirst()
                .ifPresent(other -> spot.wrong("workqueue-overlap", pattern.text(), other.text(), stream));
        others.add(pattern);
    }

    private static Worker worker(Fields fields) {
        var takes = fields.optional(
                "takes", Scalars.span(Scalars::durationOrNone), new Scalars.Span<>(AT_ONCE, Duration.ofMillis(20)));
        var worker = new Worker(
                PaceReader.required(fields),
                fields.optional("batch", Scalars.small(1, 1_000), 1),
                takes.least(),
                takes.most(),
                fields.optional(
                        "outcome", spot -> spot.fields().map(ConsumersReader::outcomes), new Outcomes(1, 0, 0, 0)),
                fields.optional("nak_delay", Scalars::duration),
                fields.optional("poison", Scalars::share, 0.0));
        fields.end();
        return worker;
    }

    private static Outcomes outcomes(Fields fields) {
        var outcomes = new Outcomes(
                fields.optional("ack", Scalars::notNegative, 0.0),
                fields.optional("nak", Scalars::notNegative, 0.0),
                fields.optional("term", Scalars::notNegative, 0.0),
                fields.optional("none", Scalars::notNegative, 0.0));
        fields.end();
        if (outcomes.ack() + outcomes.nak() + outcomes.term() + outcomes.none() <= 0) {
            fields.spot().wrong("no-options");
        }
        return outcomes;
    }

    List<DeadLetter> deadLetters(Fields document, List<ConsumerDesign> consumers) {
        return document.list("dead_letters", spot -> spot.fields().map(fields -> deadLetter(fields, consumers)));
    }

    private DeadLetter deadLetter(Fields fields, List<ConsumerDesign> consumers) {
        String stream = fields.required("stream", this::stream, "");
        Optional<String> consumer = fields.optional(
                "consumer",
                spot -> Scalars.name(spot).filter(name -> {
                    List<String> known = consumers.stream()
                            .filter(design -> design.stream().equals(stream))
                            .map(ConsumerDesign::name)
                            .toList();
                    if (!known.contains(name)) {
                        Scalars.unknown(spot, name, known);
                    }
                    return known.contains(name);
                }));
        Template subject = fields.required("subject", ConsumersReader::deadSubject, Template.literal("_"));
        fields.end();
        return new DeadLetter(stream, consumer, subject);
    }

    private static Optional<Template> deadSubject(Spot spot) {
        return Templates.read(spot).filter(template -> {
            var scope = new Scope(List.of("stream", "consumer"), false);
            scope.check(spot, template);
            String example = template.fill(name -> name);
            var literal = new YamlNode.Scalar(spot.node().line(), spot.node().column(), YamlNode.Kind.TEXT, example);
            return new Namespace(List.of())
                    .subject(new Spot(literal, spot.path(), spot.problems()))
                    .isPresent();
        });
    }
}
