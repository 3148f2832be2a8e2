package app.edgeglass.core.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Headers as they stand in the protocol: {@code NATS/1.0}, then lines of name, colon and value, each ended by CR LF (NATS
 * architecture decision record 4).
 */
public final class HeaderBlock {

    private HeaderBlock() {}

    /** The lines; one without a colon becomes a header without a value, so that nothing that arrived is hidden. */
    public static List<Header> parse(byte[] block) {
        if (block.length == 0) {
            return List.of();
        }
        String text = new String(block, StandardCharsets.UTF_8);
        var headers = new ArrayList<Header>();
        int start = text.indexOf("\r\n");
        if (start < 0) {
            return List.of(new Header(text, ""));
        }
        String status = text.substring(0, start).replaceFirst("^NATS/1\\.0", "").strip();
        if (!status.isEmpty()) {
            headers.add(new Header("Status", status));
        }
        start += 2;
        while (start < text.length()) {
            int found = text.indexOf("\r\n", start);
            int end = found < 0 ? text.length() : found;
            if (end > start) {
                headers.add(line(text.substring(start, end)));
            }
            start = end + 2;
        }
        return headers;
    }

    private static Header line(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return new Header(line, "");
        }
        return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
    }
}
