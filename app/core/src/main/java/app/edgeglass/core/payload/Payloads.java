package app.edgeglass.core.payload;

import app.edgeglass.plugin.api.Payload;
import app.edgeglass.plugin.api.PayloadDecoder;
import java.util.ArrayList;
import java.util.List;

/** How payloads read in one line: by the first decoder that can. Safe for use by several threads at once. */
public final class Payloads {

    private final List<PayloadDecoder> decoders;

    private Payloads(List<PayloadDecoder> decoders) {
        this.decoders = List.copyOf(decoders);
    }

    /** What Edgeglass reads by itself: JSON, text, and any bytes at all. */
    public static Payloads builtIn() {
        return with(List.of());
    }

    /** @param others asked in their order before those that are built in */
    public static Payloads with(List<PayloadDecoder> others) {
        var all = new ArrayList<>(others);
        all.add(new JsonDecoder());
        all.add(new TextDecoder());
        all.add(new BinaryDecoder());
        return new Payloads(all);
    }

    /**
     * How a payload reads in one line of a table. Looks at the first few hundred bytes only, so that it may be asked for
     * every visible row again and again.
     *
     * @param bytes the payload, or its first part; not changed
     * @param size the whole payload's size in bytes, at least that of the bytes at hand
     * @param subject the subject it arrived on
     * @param limit the most code points of the line, at least 1
     * @return one safe line, never empty
     */
    public String preview(byte[] bytes, long size, String subject, int limit) {
        return preview(new Payload(bytes, size, subject), limit);
    }

    /** As {@link #preview(byte[], long, String, int)}. */
    public String preview(Payload payload, int limit) {
        for (var decoder : decoders) {
            var line = decoder.preview(payload, limit);
            if (line.isPresent()) {
                return line.get();
            }
        }
        throw new IllegalStateException("the last decoder reads everything");
    }
}
