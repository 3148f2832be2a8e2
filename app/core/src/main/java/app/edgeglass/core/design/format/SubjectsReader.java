package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Flow;
import app.edgeglass.core.design.MessageTemplate;
import app.edgeglass.core.design.Pace;
import app.edgeglass.core.design.Requester;
import app.edgeglass.core.design.Responder;
import app.edgeglass.core.design.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what goes over subjects: {@code subjects}, {@code responders}, {@code requesters}. */
final class SubjectsReader {

    private static final Template NOWHERE = Template.literal("_");
    private static final Duration ANSWER = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Namespace namespace;
    private final Names published = new Names();
    private final Names answered = new Names();

    SubjectsReader(Namespace namespace) {
        this.namespace = namespace;
    }

    List<Flow> flows(Fields document) {
        return document.list("subjects", spot -> spot.fields().map(this::flow));
    }

    private Flow flow(Fields fields) {
        Template subject = subject(fields, published);
        String description = fields.optional("description", Scalars::text, "");
        Pace pace = PaceReader.required(fields);
        MessageTemplate message = new MessageReader(new Scope(subject.names(), false)).read(fields);
        boolean acknowledged = fields.optional("ack", Scalars::flag, false);
        fields.end();
        return new Flow(subject, description, pace, message, acknowledged);
    }

    List<Responder> responders(Fields document) {
        return document.list("responders", spot -> spot.fields().map(this::responder));
    }

    private Responder responder(Fields fields) {
        Template subject = subject(fields, answered);
        String description = fields.optional("description", Scalars::text, "");
        String queue = fields.optional("queue", Scalars::name, "");
        var latency = fields.optional(
                "latency", Scalars.span(Scalars::durationOrNone), new Scalars.Span<>(Duration.ZERO, ANSWER));
        MessageTemplate reply = fields.optional("reply", message(subject, true), MessageTemplate.EMPTY);
        fields.end();
        return new Responder(subject, description, queue, latency.least(), latency.most(), reply);
    }

    List<Requester> requesters(Fields document) {
        return document.list("requesters", spot -> spot.fields().map(this::requester));
    }

    private Requester requester(Fields fields) {
        Template subject = subject(fields, new Names());
        String description = fields.optional("description", Scalars::text, "");
        Pace pace = PaceReader.required(fields);
        Duration timeout = fields.optional("timeout", Scalars::duration, PATIENCE);
        MessageTemplate message = new MessageReader(new Scope(subject.names(), false)).read(fields);
        fields.end();
        return new Requester(subject, description, pace, timeout, message);
    }

    /** A message that is written under a field of its own. */
    static Kind<MessageTemplate> message(Template subject, boolean reply) {
        return spot -> spot.fields().map(fields -> {
            MessageTemplate message = new MessageReader(new Scope(subject.names(), reply)).read(fields);
            fields.end();
            return message;
        });
    }

    private Template subject(Fields fields, Names names) {
        Optional<Spot> spot = fields.take("subject");
        if (spot.isEmpty()) {
            fields.spot().wrong("missing", "subject");
            return NOWHERE;
        }
        Optional<Template> template = namespace.subject(spot.get());
        template.ifPresent(read -> names.claim(spot.get(), read.text()));
        // A subject that is wrong still says which names the payload may use.
        return template.or(() -> quietly(spot.get())).orElse(NOWHERE);
    }

    private static Optional<Template> quietly(Spot spot) {
        return Templates.read(new Spot(spot.node(), spot.path(), new Problems("")));
    }
}
