package app.edgeglass.core.connection.doctor;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page {@code /varz} of a server's monitoring. */
record Varz(JsonNode page) {

    /** In HTTP/1.0 the server ends its answer by closing the connection, and sends it in one piece. */
    static final String REQUEST = "GET /varz HTTP/1.0\r\n\r\n";

    /** @param answer with its head */
    static Optional<Varz> in(String answer) {
        int body = answer.indexOf("\r\n\r\n");
        if (body < 0 || !answer.startsWith("HTTP/")) {
            return Optional.empty();
        }
        try {
            JsonNode page = JsonMapper.shared().readTree(answer.substring(body));
            return page.has("server_id") ? Optional.of(new Varz(page)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    String text(String field) {
        return page.path(field).asString("");
    }

    long number(String field) {
        return page.path(field).asLong(0);
    }
}
