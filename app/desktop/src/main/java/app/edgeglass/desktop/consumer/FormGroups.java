package app.edgeglass.desktop.consumer;

import app.edgeglass.desktop.form.ConfigFormView.Group;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** In which groups a person finds the fields of a consumer. */
final class FormGroups {

    private FormGroups() {}

    /** @param config what is edited: one filter alone is a field of its own, and is shown only where it is used */
    static List<Group> of(ObjectNode config) {
        var messages = new ArrayList<>(List.of("deliver_policy", "opt_start_seq", "opt_start_time"));
        if (config.has("filter_subject")) {
            messages.add("filter_subject");
        }
        messages.addAll(List.of("filter_subjects", "replay_policy", "headers_only"));
        return List.of(
                new Group(
                        "messages",
                        Texts.WORDS.say("group.messages"),
                        Texts.WORDS.say("group.messages.note"),
                        messages),
                new Group(
                        "acknowledgement",
                        Texts.WORDS.say("group.acknowledgement"),
                        Texts.WORDS.say("group.acknowledgement.note"),
                        List.of("ack_policy", "ack_wait", "max_deliver", "backoff", "max_ack_pending", "sample_freq")),
                new Group(
                        "pull",
                        Texts.WORDS.say("group.pull"),
                        Texts.WORDS.say("group.pull.note"),
                        List.of(
                                "max_waiting",
                                "max_batch",
                                "max_expires",
                                "max_bytes",
                                "priority_policy",
                                "priority_groups",
                                "priority_timeout")),
                new Group(
                        "push",
                        Texts.WORDS.say("group.push"),
                        Texts.WORDS.say("group.push.note"),
                        List.of(
                                "deliver_subject",
                                "deliver_group",
                                "flow_control",
                                "idle_heartbeat",
                                "rate_limit_bps")),
                new Group(
                        "keeping",
                        Texts.WORDS.say("group.keeping"),
                        Texts.WORDS.say("group.keeping.note"),
                        List.of(
                                "description",
                                "inactive_threshold",
                                "num_replicas",
                                "mem_storage",
                                "pause_until",
                                "metadata",
                                "direct",
                                "sourcing")));
    }
}
