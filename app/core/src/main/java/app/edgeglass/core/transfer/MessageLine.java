package app.edgeglass.core.transfer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line that {@link StreamExport} or {@link app.edgeglass.core.message.MessageExport} has written. */
final class MessageLine {

    private static final int ID_BYTES = 16;

    private MessageLine() {}

    /**
     * @param number the line's, from 1
     * @return nothing for an empty line, and for one that tells of a time without a connection
     * @throws Failure {@code transfer.line} when it is none of ours
     */
    static Optional<Parcel> read(String line, long number) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(line);
            if (json.isObject() && json.has("gap")) {
                return Optional.empty();
            }
            JsonNode subject = json.path("subject");
            if (!json.isObject() || !subject.isString()) {
                throw Failure.of("transfer.line", number);
            }
            List<Header> headers = headers(json.path("headers"), number);
            return Optional.of(new Parcel(
                    number,
                    subject.asString(),
                    headers,
                    payload(json, number),
                    Parcel.ownId(headers).orElseGet(() -> id(line))));
        } catch (JacksonException e) {
            throw Failure.because(e, "transfer.line", number);
        }
    }

    private static List<Header> headers(JsonNode json, long number) {
        var headers = new ArrayList<Header>();
        for (JsonNode pair : json) {
            if (!pair.isArray() || pair.size() != 2) {
                throw Failure.of("transfer.line", number);
            }
            headers.add(new Header(pair.path(0).asString(""), pair.path(1).asString("")));
        }
        return headers;
    }

    private static byte[] payload(JsonNode json, long number) {
        if (json.path("text").isString()) {
            return json.path("text").asString().getBytes(StandardCharsets.UTF_8);
        }
        if (json.path("base64").isString()) {
            return json.path("base64").binaryValue();
        }
        throw Failure.of("transfer.line", number);
    }

    /** The same line has the same id, wherever and whenever it is read. */
    private static String id(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
