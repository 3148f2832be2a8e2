package app.edgeglass.core.design;

import java.util.List;

/**
 * A world: which subjects there are, what is published on them and how often, and what the server keeps of it. It is what a
 * file of {@code samples/} says; {@code docs/designs.md} describes the format.
 *
 * @param name what it is called in commands and marks: letters, digits, {@code -} and {@code _}
 * @param title what a person reads
 * @param description what the world is about; may be empty
 * @param seed makes two runs draw the same values
 */
public record SubjectDesign(
        String name,
        String title,
        String description,
        long seed,
        List<Variable> variables,
        List<Flow> flows,
        List<Responder> responders,
        List<Requester> requesters,
        List<StreamDesign> streams,
        List<ConsumerDesign> consumers,
        List<DeadLetter> deadLetters,
        List<BucketDesign> buckets,
        List<ObjectBucketDesign> objectBuckets) {

    public SubjectDesign {
        variables = List.copyOf(variables);
        flows = List.copyOf(flows);
        responders = List.copyOf(responders);
        requesters = List.copyOf(requesters);
        streams = List.copyOf(streams);
        consumers = List.copyOf(consumers);
        deadLetters = List.copyOf(deadLetters);
        buckets = List.copyOf(buckets);
        objectBuckets = List.copyOf(objectBuckets);
    }

    /** Whether a server without JetStream can run it. */
    public boolean needsJetStream() {
        return !(streams.isEmpty() && consumers.isEmpty() && buckets.isEmpty() && objectBuckets.isEmpty())
                || flows.stream().anyMatch(Flow::acknowledged);
    }

    /** The subjects of a template of this design. */
    public Expansion expand(Template template) {
        return Expansion.of(template, variables);
    }
}
