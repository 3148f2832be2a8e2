package app.edgeglass.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.testing.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** What is said of fields is what real servers do. */
class StreamFieldsTest {

    /** For each field one value to create it with, and another one to change it to. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("description", List.of("\"a\"", "\"b\"")),
            Map.entry("subjects", List.of("[\"s.>\"]", "[\"t.>\"]")),
            Map.entry("retention", List.of("\"limits\"", "\"interest\"")),
            Map.entry("discard", List.of("\"old\"", "\"new\"")),
            Map.entry("max_msgs", List.of("100", "200")),
            Map.entry("max_bytes", List.of("10000", "20000")),
            Map.entry("max_age", List.of("3600000000000", "7200000000000")),
            Map.entry("max_msgs_per_subject", List.of("10", "20")),
            Map.entry("max_msg_size", List.of("1000", "2000")),
            Map.entry("max_consumers", List.of("5", "6")),
            Map.entry("storage", List.of("\"file\"", "\"memory\"")),
            Map.entry("placement", List.of("{\"cluster\":\"\"}", "{\"tags\":[\"x\"]}")),
            Map.entry("compression", List.of("\"none\"", "\"s2\"")),
            Map.entry("persist_mode", List.of("\"default\"", "\"async\"")),
            Map.entry("duplicate_window", List.of("1000000000", "2000000000")),
            Map.entry("no_ack", List.of("false", "true")),
            Map.entry("sources", List.of("[{\"name\":\"O\"}]", "[{\"name\":\"O\",\"filter_subject\":\"o.a\"}]")),
            Map.entry(
                    "subject_transform",
                    List.of("{\"src\":\"s.>\",\"dest\":\"s.a.>\"}", "{\"src\":\"s.>\",\"dest\":\"s.b.>\"}")),
            Map.entry(
                    "republish",
                    List.of(
                            "{\"src\":\"s.>\",\"dest\":\"r.>\"}",
                            "{\"src\":\"s.>\",\"dest\":\"q.>\",\"headers_only\":true}")),
            Map.entry("allow_direct", List.of("false", "true")),
            Map.entry("allow_rollup_hdrs", List.of("false", "true")),
            Map.entry("deny_delete", List.of("true", "false")),
            Map.entry("deny_purge", List.of("true", "false")),
            Map.entry(
                    "consumer_limits",
                    List.of("{\"max_ack_pending\":10}", "{\"max_ack_pending\":20,\"inactive_threshold\":1000000000}")),
            Map.entry("allow_msg_ttl", List.of("true", "false")),
            Map.entry("allow_msg_counter", List.of("false", "true")),
            Map.entry("allow_msg_schedules", List.of("true", "false")),
            Map.entry("allow_atomic", List.of("false", "true")),
            Map.entry("allow_batched", List.of("false", "true")),
            Map.entry("subject_delete_marker_ttl", List.of("1000000000", "2000000000")),
            Map.entry("metadata", List.of("{\"a\":\"b\"}", "{\"a\":\"c\"}")));

    /** One field after the other is created and changed; the rules have to foretell what the server does. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void theServerTakesWhatTheRulesAllowAndRefusesTheRest(ServerVersion version) {
        try (var world = StreamWorld.start(version)) {
            world.create("{\"name\":\"O\",\"subjects\":[\"o.>\"]}");
            int level = world.streams.level();
            var wrong = new ArrayList<String>();
            VALUES.forEach((field, values) -> {
                boolean known = StreamFields.field(field).orElseThrow().level() <= level;
                if (!known) {
                    return;
                }
                world.ask("STREAM.DELETE.S", "");
                world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"],\"" + field + "\":" + values.getFirst() + "}");
                StreamInfo before = world.streams.info("S");
                ObjectNode after = before.config().deepCopy();
                after.set(
                        field,
                        StreamWorld.json("{\"v\":" + values.getLast() + "}").get("v"));
                UpdatePlan plan = world.editor.plan(before, after);
                ObjectNode answer = world.ask("STREAM.UPDATE.S", after.toString());
                if (plan.refusals().isEmpty() == answer.has("error")) {
                    wrong.add(field + ": " + plan.refusals() + " " + answer);
                }
            });
            assertThat(wrong).isEmpty();
        }
    }

    /** A stream made by another client with all that this server knows: no field of it is unknown here. */
    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void knowsAllThatTheServerSays(ServerVersion version) {
        try (var world = StreamWorld.start(version)) {
            world.create("{\"name\":\"O\",\"subjects\":[\"o.>\"]}");
            int level = world.streams.level();
            var said = new TreeSet<String>();
            VALUES.forEach((field, values) -> {
                if (StreamFields.field(field).orElseThrow().level() <= level) {
                    world.ask("STREAM.DELETE.S", "");
                    world.create("{\"name\":\"S\",\"subjects\":[\"s.>\"],\"" + field + "\":" + values.getFirst() + "}");
                    said.addAll(world.config("S").propertyNames());
                }
            });
            world.create("{\"name\":\"M\",\"mirror\":{\"name\":\"O\"},\"first_seq\":0}");
            said.addAll(world.config("M").propertyNames());
            assertThat(StreamFields.all().stream().map(ConfigField::name).collect(Collectors.toSet()))
                    .containsAll(said);
            assertThat(said).hasSizeGreaterThan(25);
        }
    }
}
