package app.edgeglass.core.consumer;

import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.ConfigField.Edit;
import app.edgeglass.core.jetstream.config.Shape;
import app.edgeglass.core.jetstream.config.Shape.Bytes;
import app.edgeglass.core.jetstream.config.Shape.Choice;
import app.edgeglass.core.jetstream.config.Shape.Count;
import app.edgeglass.core.jetstream.config.Shape.Flag;
import app.edgeglass.core.jetstream.config.Shape.Moment;
import app.edgeglass.core.jetstream.config.Shape.Pairs;
import app.edgeglass.core.jetstream.config.Shape.Span;
import app.edgeglass.core.jetstream.config.Shape.Spans;
import app.edgeglass.core.jetstream.config.Shape.Text;
import app.edgeglass.core.jetstream.config.Shape.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All fields of a consumer's configuration.
 *
 * <p>Source: {@code ConsumerConfig} and {@code checkNewConsumerConfig} in {@code consumer.go} of nats-server 2.10 to 2.15.
 */
public final class ConsumerFields {

    private static final Text TEXT = new Text();
    private static final Texts TEXTS = new Texts();
    private static final Flag FLAG = new Flag();
    private static final Span SPAN = new Span();
    private static final Count COUNT = new Count(0);

    /** Whose name it is by, and what it is there for. */
    public static final List<ConfigField> IDENTITY = List.of(
            ConfigField.of("name", TEXT).edit(Edit.NEVER),
            ConfigField.of("durable_name", TEXT).edit(Edit.NEVER),
            ConfigField.of("description", TEXT),
            ConfigField.of("metadata", new Pairs()));

    /** Which messages it delivers. */
    public static final List<ConfigField> MESSAGES = List.of(
            ConfigField.of("filter_subject", TEXT),
            ConfigField.of("filter_subjects", TEXTS),
            ConfigField.of(
                            "deliver_policy",
                            new Choice("all", "last", "last_per_subject", "new", "by_start_sequence", "by_start_time"))
                    .edit(Edit.NEVER),
            ConfigField.of("opt_start_seq", COUNT).edit(Edit.NEVER),
            ConfigField.of("opt_start_time", new Moment()).edit(Edit.NEVER),
            ConfigField.of("replay_policy", new Choice("instant", "original")).edit(Edit.NEVER),
            ConfigField.of("headers_only", FLAG));

    /** What happens until a message is done with. */
    public static final List<ConfigField> ACKNOWLEDGEMENT = List.of(
            ConfigField.of("ack_policy", new Choice("none", "explicit", "all", "flow_control"))
                    .edit(Edit.NEVER),
            ConfigField.of("ack_wait", SPAN),
            ConfigField.of("max_deliver", new Count(-1)),
            ConfigField.of("backoff", new Spans()),
            ConfigField.of("max_ack_pending", new Count(-1)),
            ConfigField.of("sample_freq", TEXT));

    /** Of one that is asked for messages. */
    public static final List<ConfigField> PULL = List.of(
            ConfigField.of("max_waiting", COUNT).edit(Edit.NEVER),
            ConfigField.of("max_batch", COUNT),
            ConfigField.of("max_expires", SPAN),
            ConfigField.of("max_bytes", new Bytes(0)),
            ConfigField.of("priority_policy", new Choice("none", "overflow", "pinned_client", "prioritized"))
                    .since(1),
            ConfigField.of("priority_groups", TEXTS).since(1),
            ConfigField.of("priority_timeout", SPAN).since(1));

    /** Of one that sends messages by itself. */
    public static final List<ConfigField> PUSH = List.of(
            ConfigField.of("deliver_subject", TEXT),
            ConfigField.of("deliver_group", TEXT),
            ConfigField.of("flow_control", FLAG).edit(Edit.NEVER),
            ConfigField.of("idle_heartbeat", SPAN).edit(Edit.NEVER),
            ConfigField.of("rate_limit_bps", COUNT));

    /** Where it is kept and for how long. */
    public static final List<ConfigField> KEEPING = List.of(
            ConfigField.of("inactive_threshold", SPAN),
            ConfigField.of("num_replicas", COUNT),
            ConfigField.of("mem_storage", FLAG).edit(Edit.NEVER),
            ConfigField.of("pause_until", new Moment()).since(1));

    /** What servers set for consumers of their own, and nobody else. */
    public static final List<ConfigField> INTERNAL = List.of(
            ConfigField.of("direct", FLAG).edit(Edit.NEVER),
            ConfigField.of("sourcing", FLAG).since(4).edit(Edit.NEVER));

    private ConsumerFields() {}

    /** All of them, in the order in which a person reads them. */
    public static List<ConfigField> all() {
        return Stream.of(IDENTITY, MESSAGES, ACKNOWLEDGEMENT, PULL, PUSH, KEEPING, INTERNAL)
                .flatMap(List::stream)
                .toList();
    }

    /** What is known of a field; nothing of one that only the server knows. */
    public static Optional<ConfigField> named(String name) {
        return all().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * All fields as a server of this level takes them: words that it does not know are left out of the choices.
     *
     * @param level the API level, see {@link app.edgeglass.core.jetstream.Account#level}
     */
    public static List<ConfigField> known(int level) {
        return all().stream()
                .map(field -> new ConfigField(field.name(), known(field.shape(), level), field.level(), field.edit()))
                .toList();
    }

    private static Shape known(Shape shape, int level) {
        return shape instanceof Choice choice
                ? new Choice(choice.words().stream()
                        .filter(word -> levelOf(word) <= level)
                        .toList())
                : shape;
    }

    private static int levelOf(String word) {
        return switch (word) {
            case "flow_control" -> 4;
            case "prioritized" -> 2;
            default -> 0;
        };
    }
}
