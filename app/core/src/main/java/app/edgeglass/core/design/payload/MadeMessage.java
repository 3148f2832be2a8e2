package app.edgeglass.core.design.payload;

import java.util.List;

/** A message, ready to be sent. */
public record MadeMessage(List<HeaderLine> headers, byte[] payload) {

    public MadeMessage {
        headers = List.copyOf(headers);
    }

    /** One header with one value. */
    public record HeaderLine(String name, String value) {}
}
