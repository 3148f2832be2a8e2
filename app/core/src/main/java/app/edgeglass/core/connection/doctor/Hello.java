package app.edgeglass.core.connection.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server says of itself in its first line (INFO of the NATS protocol). */
record Hello(JsonNode info) {

    static final String INFO = "INFO ";

    static Optional<Hello> in(String line) {
        if (!line.startsWith(INFO)) {
            return Optional.empty();
        }
        try {
            JsonNode info = JsonMapper.shared().readTree(line.substring(INFO.length()));
            return info.isObject() ? Optional.of(new Hello(info)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    String text(String field) {
        return info.path(field).asString("");
    }

    boolean is(String field) {
        return info.path(field).asBoolean(false);
    }

    long number(String field) {
        return info.path(field).asLong(0);
    }

    /** The server's name, or its id when it has none. */
    String server() {
        return text("server_name").isEmpty() ? text("server_id") : text("server_name");
    }

    /**
     * Whether the port is for other servers: a leaf node's, a route's or a gateway's. They greet in the same way (seen of
     * nats-server 2.10 and 2.15).
     */
    boolean isForServers() {
        return info.has("leafnode_urls") || info.has("gateway") || !info.has("client_id");
    }

    List<String> others() {
        var urls = new ArrayList<String>();
        info.path("connect_urls").forEach(url -> urls.add(url.asString("")));
        return urls;
    }
}
