package app.edgeglass.core.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Goes over what the client library sends, in which a tapped subscription reads {@code SUB subject name sid}: takes the
 * tap's name out, or puts the queue group in its place, and notes the id. Payloads are passed over. The library writes
 * whole messages only (jnats 2.26.2, {@code NatsConnectionWriter.sendMessageBatch}).
 */
final class SubscriptionLines {

    private static final int LINE_END = 2;

    private final Taps taps;
    private final TapTable table;

    SubscriptionLines(Taps taps, TapTable table) {
        this.taps = taps;
        this.table = table;
    }

    /** @return what is to be sent instead, or null when it may be sent as it is */
    byte @Nullable [] replace(byte[] bytes, int length) {
        ByteArrayOutputStream out = null;
        int copied = 0;
        int at = 0;
        while (at < length) {
            int end = lineEnd(bytes, at, length);
            int next = end;
            if (bytes[at] == 'S') {
                byte[] line = withoutName(new String(bytes, at, end - at, ISO_8859_1));
                if (line != null) {
                    out = out == null ? new ByteArrayOutputStream(length) : out;
                    out.write(bytes, copied, at - copied);
                    out.writeBytes(line);
                    copied = end;
                }
            } else if (isPublish(bytes, at, end)) {
                next = end + lastNumber(bytes, end) + LINE_END;
            }
            at = next;
        }
        if (out == null) {
            return null;
        }
        out.write(bytes, copied, length - copied);
        return out.toByteArray();
    }

    private byte @Nullable [] withoutName(String line) {
        String[] words = line.stripTrailing().split(" ", -1);
        Tap tap = words.length == 4 && words[0].equals("SUB") ? taps.named(words[2]) : null;
        if (tap == null) {
            return null;
        }
        table.add(Long.parseLong(words[3]), tap);
        String queue = tap.queue()
                .map(name -> new String(name.getBytes(UTF_8), ISO_8859_1) + " ")
                .orElse("");
        return ("SUB " + words[1] + " " + queue + words[3] + "\r\n").getBytes(ISO_8859_1);
    }

    private static int lineEnd(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && bytes[at] != '\n') {
            at++;
        }
        return Math.min(limit, at + 1);
    }

    /** {@code PUB subject [reply] size} or {@code HPUB subject [reply] header-size size}. */
    private static boolean isPublish(byte[] bytes, int at, int end) {
        int op = bytes[at] == 'H' ? at + 1 : at;
        return end - op > 4 && bytes[op] == 'P' && bytes[op + 1] == 'U' && bytes[op + 2] == 'B';
    }

    private static int lastNumber(byte[] bytes, int lineEnd) {
        int at = lineEnd - LINE_END;
        int number = 0;
        int unit = 1;
        while (at > 0 && bytes[at - 1] >= '0' && bytes[at - 1] <= '9') {
            at--;
            number += (bytes[at] - '0') * unit;
            unit *= 10;
        }
        return number;
    }
}
