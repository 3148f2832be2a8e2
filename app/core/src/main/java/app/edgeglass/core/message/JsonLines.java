package app.edgeglass.core.message;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes NDJSON, one object a line, to a stream that stays open. What goes wrong with the stream is thrown as Jackson's
 * unchecked exception, with the original as its cause.
 */
public final class JsonLines {

    // Between two values of a document's top level; the last line is ended by hand.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .rootValueSeparator("")
            .build();

    private final JsonGenerator json;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    public JsonLines(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    public JsonLines begin() {
        json.writeStartObject();
        return this;
    }

    public JsonLines number(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    public JsonLines text(String name, String value) {
        json.writeStringProperty(name, value);
        return this;
    }

    /** As pairs, in their order; nothing for none. */
    public JsonLines headers(List<Header> headers) {
        if (!headers.isEmpty()) {
            json.writeArrayPropertyStart("headers");
            for (Header header : headers) {
                json.writeStartArray();
                json.writeString(header.name());
                json.writeString(header.value());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return this;
    }

    /** The exact bytes, as {@code text} when they are UTF-8 and as {@code base64} otherwise. */
    public JsonLines payload(byte[] payload) {
        if (isAscii(payload)) {
            // Most are: no characters have to be made of these bytes, to be made bytes again.
            json.writeName("text");
            json.writeUTF8String(payload, 0, payload.length);
            return this;
        }
        try {
            json.writeStringProperty(
                    "text", decoder.decode(ByteBuffer.wrap(payload)).toString());
        } catch (CharacterCodingException e) {
            json.writeName("base64");
            json.writeBinary(payload);
        }
        return this;
    }

    private static boolean isAscii(byte[] payload) {
        for (byte b : payload) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    public void end() {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    public void flush() {
        json.flush();
    }
}
