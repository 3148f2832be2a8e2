package app.edgeglass.core.stream;

import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a stream is for, from which a configuration to begin with follows. */
public enum StreamPurpose {
    /** All messages stay until a limit; whoever comes later reads them again. */
    KEEP_EVERYTHING("limits"),
    /** A message stays until each consumer that is interested has acknowledged it. */
    UNTIL_PROCESSED("interest"),
    /** A message stays until one worker has acknowledged it. */
    TASK_QUEUE("workqueue");

    private static final Duration WEEK = Duration.ofDays(7);
    private static final long TEN_GIB = 10L << 30;

    private final String retention;

    StreamPurpose(String retention) {
        this.retention = retention;
    }

    public String retention() {
        return retention;
    }

    /** A configuration without a name: with limits, since one without any fills the disk some day. */
    public ObjectNode draft() {
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("name", "");
        config.put("retention", retention);
        config.put("storage", "file");
        config.put("num_replicas", 1);
        config.put("discard", this == TASK_QUEUE ? "new" : "old");
        config.put("max_msgs", -1);
        config.put("max_bytes", TEN_GIB);
        config.put("max_age", this == TASK_QUEUE ? 0 : WEEK.toNanos());
        config.put("max_msgs_per_subject", -1);
        config.put("max_msg_size", -1);
        config.put("allow_direct", true);
        return config;
    }
}
