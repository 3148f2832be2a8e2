package app.edgeglass.core.stream;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Configurations of copies. */
public final class StreamCopy {

    private StreamCopy() {}

    /**
     * The configuration of a stream under another name: all of it, also what nobody here knows, but for what the server
     * itself writes, and for the seal, which nothing can be created with.
     *
     * @param subjects of the copy; two streams cannot take the same. None for a mirror, or for one that has its name only
     */
    public static ObjectNode draft(StreamInfo from, String name, List<String> subjects) {
        ObjectNode config = StreamEditor.without(from.config());
        config.put("name", name);
        config.remove("sealed");
        if (from.mirrors() || subjects.isEmpty()) {
            config.remove("subjects");
        } else {
            var list = JsonMapper.shared().createArrayNode();
            subjects.forEach(list::add);
            config.set("subjects", list);
        }
        return config;
    }

    /** The same, with all messages of the original, and each that comes to it from then on. */
    public static ObjectNode fed(StreamInfo from, String name, List<String> subjects) {
        ObjectNode config = draft(from, name, subjects);
        config.withArrayProperty("sources").addObject().put("name", from.name());
        return config;
    }
}
