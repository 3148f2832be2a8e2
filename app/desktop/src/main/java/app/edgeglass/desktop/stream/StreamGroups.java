package app.edgeglass.desktop.stream;

import app.edgeglass.desktop.form.ConfigFormView.Group;
import java.util.List;

/** The fields of a stream, in the order in which one decides about them. */
final class StreamGroups {

    private StreamGroups() {}

    static List<Group> all() {
        return List.of(
                new Group(
                        "general",
                        Texts.WORDS.say("group.general"),
                        "",
                        List.of("name", "description", "subjects", "retention", "storage", "num_replicas")),
                new Group(
                        "limits",
                        Texts.WORDS.say("group.limits"),
                        Texts.WORDS.say("group.limits.note"),
                        List.of(
                                "max_age",
                                "max_bytes",
                                "max_msgs",
                                "max_msgs_per_subject",
                                "max_msg_size",
                                "max_consumers",
                                "discard",
                                "discard_new_per_subject",
                                "consumer_limits")),
                new Group(
                        "storing",
                        Texts.WORDS.say("group.storing"),
                        "",
                        List.of(
                                "duplicate_window",
                                "compression",
                                "persist_mode",
                                "no_ack",
                                "first_seq",
                                "placement",
                                "allow_direct",
                                "mirror_direct")),
                new Group(
                        "origins",
                        Texts.WORDS.say("group.origins"),
                        Texts.WORDS.say("group.origins.note"),
                        List.of("mirror", "sources", "subject_transform", "republish")),
                new Group(
                        "messages",
                        Texts.WORDS.say("group.messages"),
                        "",
                        List.of(
                                "allow_msg_ttl",
                                "subject_delete_marker_ttl",
                                "allow_rollup_hdrs",
                                "allow_msg_counter",
                                "allow_msg_schedules",
                                "allow_atomic",
                                "allow_batched")),
                new Group(
                        "protection",
                        Texts.WORDS.say("group.protection"),
                        "",
                        List.of("deny_delete", "deny_purge", "sealed", "metadata")));
    }
}
