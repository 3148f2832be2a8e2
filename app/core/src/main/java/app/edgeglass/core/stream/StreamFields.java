package app.edgeglass.core.stream;

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

    private static final List<ConfigField> TRANSFORM =
            List.of(ConfigField.of("src", new Text()), ConfigField.of("dest", new Text()));

    private static final List<ConfigField> ORIGIN = List.of(
            ConfigField.of("name", new Text()),
            ConfigField.of("filter_subject", new Text()),
            ConfigField.of("opt_start_seq", new Count(0)),
            ConfigField.of("opt_start_time", new Moment()),
            ConfigField.of("subject_transforms", new Parts(TRANSFORM)),
            ConfigField.of(
                    "external",
                    new Part(List.of(ConfigField.of("api", new Text()), ConfigField.of("deliver", new Text())))),
            ConfigField.of(
                            "consumer",
                            new Part(List.of(
                                    ConfigField.of("name", new Text()), ConfigField.of("deliver_subject", new Text()))))
                    .since(Feature.FLOW_CONTROLLED_SOURCES.level()));

    private static final List<ConfigField> ALL = List.of(
            ConfigField.of("name", new Text()).edit(Edit.NEVER),
            ConfigField.of("description", new Text()),
            ConfigField.of("subjects", new Texts()),
            ConfigField.of("retention", new Choice("limits", "interest", "workqueue")),
            ConfigField.of("discard", new Choice("old", "new")),
            ConfigField.of("discard_new_per_subject", new Flag()),
            ConfigField.of("max_msgs", new Count(-1)),
            ConfigField.of("max_bytes", new Bytes(-1)),
            ConfigField.of("max_age", new Span()),
            ConfigField.of("max_msgs_per_subject", new Count(-1)),
            ConfigField.of("max_msg_size", new Bytes(-1)),
            ConfigField.of("max_consumers", new Count(-1)),
            ConfigField.of("storage", new Choice("file", "memory")).edit(Edit.NEVER),
            ConfigField.of("num_replicas", new Amount(1, MOST_REPLICAS)),
            ConfigField.of(
                    "placement",
                    new Part(List.of(ConfigField.of("cluster", new Text()), ConfigField.of("tags", new Texts())))),
            ConfigField.of("compression", new Choice("none", "s2")),
            ConfigField.of("persist_mode", new Choice("default", "async"))
                    .since(Feature.ASYNC_PERSISTENCE.level())
                    .edit(Edit.NEVER),
            ConfigField.of("duplicate_window", new Span()),
            ConfigField.of("no_ack", new Flag()),
            ConfigField.of("first_seq", new Count(0)).edit(Edit.NEVER),
            ConfigField.of("mirror", new Part(ORIGIN)).edit(Edit.ONLY_OFF),
            ConfigField.of("sources", new Parts(ORIGIN)),
            ConfigField.of("subject_transform", new Part(TRANSFORM)),
            ConfigField.of(
                    "republish",
                    new Part(List.of(
                            ConfigField.of("src", new Text()),
                            ConfigField.of("dest", new Text()),
                            ConfigField.of("headers_only", new Flag())))),
            ConfigField.of("allow_direct", new Flag()),
            ConfigField.of("mirror_direct", new Flag()),
            ConfigField.of("allow_rollup_hdrs", new Flag()),
            ConfigField.of("deny_delete", new Flag()).edit(Edit.ONLY_ON),
            ConfigField.of("deny_purge", new Flag()).edit(Edit.ONLY_ON),
            ConfigField.of("sealed", new Flag()).edit(Edit.NEVER),
            ConfigField.of(
                    "consumer_limits",
                    new Part(List.of(
                            ConfigField.of("inactive_threshold", new Span()),
                            ConfigField.of("max_ack_pending", new Count(0))))),
            ConfigField.of("allow_msg_ttl", new Flag())
                    .since(Feature.MESSAGE_TTL.level())
                    .edit(Edit.ONLY_ON),
            ConfigField.of("subject_delete_marker_ttl", new Span()).since(Feature.DELETE_MARKERS.level()),
            ConfigField.of("allow_msg_counter", new Flag())
                    .since(Feature.COUNTERS.level())
                    .edit(Edit.NEVER),
            ConfigField.of("allow_msg_schedules", new Flag())
                    .since(Feature.SCHEDULES.level())
                    .edit(Edit.ONLY_ON),
            ConfigField.of("allow_atomic", new Flag()).since(Feature.ATOMIC_BATCHES.level()),
            ConfigField.of("allow_batched", new Flag()).since(Feature.FAST_BATCHES.level()),
            ConfigField.of("metadata", new Pairs()));

    private StreamFields() {}

    public static List<ConfigField> all() {
        return ALL;
    }

    /** The shape of a field at the top; nothing of one that nobody here knows. */
    static Optional<ConfigField> field(String name) {
        return ALL.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
