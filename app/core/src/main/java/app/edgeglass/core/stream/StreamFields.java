package app.edgeglass.core.stream;

import static app.edgeglass.core.jetstream.config.ConfigField.of;

import app.edgeglass.core.jetstream.Feature;
import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.ConfigField.Edit;
import app.edgeglass.core.jetstream.config.Shape.Amount;
import app.edgeglass.core.jetstream.config.Shape.Bytes;
import app.edgeglass.core.jetstream.config.Shape.Choice;
import app.edgeglass.core.jetstream.config.Shape.Count;
import app.edgeglass.core.jetstream.config.Shape.Flag;
import app.edgeglass.core.jetstream.config.Shape.Moment;
import app.edgeglass.core.jetstream.config.Shape.Pairs;
import app.edgeglass.core.jetstream.config.Shape.Part;
import app.edgeglass.core.jetstream.config.Shape.Parts;
import app.edgeglass.core.jetstream.config.Shape.Span;
import app.edgeglass.core.jetstream.config.Shape.Text;
import app.edgeglass.core.jetstream.config.Shape.Texts;
import java.util.List;
import java.util.Optional;

/**
 * All that can be configured of a stream, from nats-server 2.10 to 2.15.
 *
 * <p>Sources: {@code StreamConfig} and {@code configUpdateCheck} in {@code stream.go} of nats-server; what may be changed was
 * tried with 2.10.27 and 2.15.1, see {@code StreamFieldsTest}.
 */
public final class StreamFields {

    private static final int MOST_REPLICAS = 5;

    private static final List<ConfigField> TRANSFORM = List.of(of("src", new Text()), of("dest", new Text()));

    private static final List<ConfigField> ORIGIN = List.of(
            of("name", new Text()),
            of("filter_subject", new Text()),
            of("opt_start_seq", new Count(0)),
            of("opt_start_time", new Moment()),
            of("subject_transforms", new Parts(TRANSFORM)),
            of("external", new Part(List.of(of("api", new Text()), of("deliver", new Text())))),
            of("consumer", new Part(List.of(of("name", new Text()), of("deliver_subject", new Text()))))
                    .since(Feature.FLOW_CONTROLLED_SOURCES.level()));

    private static final List<ConfigField> ALL = List.of(
            of("name", new Text()).edit(Edit.NEVER),
            of("description", new Text()),
            of("subjects", new Texts()),
            of("retention", new Choice("limits", "interest", "workqueue")),
            of("discard", new Choice("old", "new")),
            of("discard_new_per_subject", new Flag()),
            of("max_msgs", new Count(-1)),
            of("max_bytes", new Bytes(-1)),
            of("max_age", new Span()),
            of("max_msgs_per_subject", new Count(-1)),
            of("max_msg_size", new Bytes(-1)),
            of("max_consumers", new Count(-1)),
            of("storage", new Choice("file", "memory")).edit(Edit.NEVER),
            of("num_replicas", new Amount(1, MOST_REPLICAS)),
            of("placement", new Part(List.of(of("cluster", new Text()), of("tags", new Texts())))),
            of("compression", new Choice("none", "s2")),
            of("persist_mode", new Choice("default", "async"))
                    .since(Feature.ASYNC_PERSISTENCE.level())
                    .edit(Edit.NEVER),
            of("duplicate_window", new Span()),
            of("no_ack", new Flag()),
            of("first_seq", new Count(0)).edit(Edit.NEVER),
            of("mirror", new Part(ORIGIN)).edit(Edit.ONLY_OFF),
            of("sources", new Parts(ORIGIN)),
            of("subject_transform", new Part(TRANSFORM)),
            of(
                    "republish",
                    new Part(List.of(of("src", new Text()), of("dest", new Text()), of("headers_only", new Flag())))),
            of("allow_direct", new Flag()),
            of("mirror_direct", new Flag()),
            of("allow_rollup_hdrs", new Flag()),
            of("deny_delete", new Flag()).edit(Edit.ONLY_ON),
            of("deny_purge", new Flag()).edit(Edit.ONLY_ON),
            of("sealed", new Flag()).edit(Edit.NEVER),
            of(
                    "consumer_limits",
                    new Part(List.of(of("inactive_threshold", new Span()), of("max_ack_pending", new Count(0))))),
            of("allow_msg_ttl", new Flag()).since(Feature.MESSAGE_TTL.level()).edit(Edit.ONLY_ON),
            of("subject_delete_marker_ttl", new Span()).since(Feature.DELETE_MARKERS.level()),
            of("allow_msg_counter", new Flag()).since(Feature.COUNTERS.level()).edit(Edit.NEVER),
            of("allow_msg_schedules", new Flag())
                    .since(Feature.SCHEDULES.level())
                    .edit(Edit.ONLY_ON),
            of("allow_atomic", new Flag()).since(Feature.ATOMIC_BATCHES.level()),
            of("allow_batched", new Flag()).since(Feature.FAST_BATCHES.level()),
            of("metadata", new Pairs()));

    private StreamFields() {}

    public static List<ConfigField> all() {
        return ALL;
    }

    /** The shape of a field at the top; nothing of one that nobody here knows. */
    static Optional<ConfigField> field(String name) {
        return ALL.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
