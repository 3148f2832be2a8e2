package app.edgeglass.core.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Goes over what the client library sends on one connection. A tapped subscription reads {@code SUB subject name sid}: the
 * tap's name is taken out, or the queue group put in its place, and the id is noted. Messages and pings are counted, and
 * messages that waited since before this connection are left out. Payloads are passed over. The library writes whole
 * messages only (jnats 2.26.2, {@code NatsConnectionWriter.sendMessageBatch}).
 */
final class OutgoingLines {

    private static final int LINE_END = 2;

    /**
     * What only asks JetStream something, most of it without a person's doing: that it may not have arrived is nothing to
     * tell. With or without a domain.
     */
    private static final Pattern QUESTION = Pattern.compile("H?PUB \\$JS\\.(?:[^. ]+\\.)?API\\."
            + "(?:INFO|STREAM\\.(?:NAMES|LIST|INFO|MSG\\.GET)|CONSUMER\\.(?:NAMES|LIST|INFO)|DIRECT\\.GET)[. ].*\r\n");

    private final Taps taps;
    private final TapTable table;
    private final SentCount count;
    private final SendLosses losses;

    private long staleMessages;
    private long staleBytes;
    private long dropped;
    private boolean ended;

    // Of the bytes that are gone over now.
    private @Nullable ByteArrayOutputStream out;
    private int copied;

    OutgoingLines(Taps taps, TapTable table, SentCount count, SendLosses losses) {
        this.taps = taps;
        this.table = table;
        this.count = count;
        this.losses = losses;
    }

    /**
     * The library keeps what it was given and could not send, and sends it when the connection is back, before anything
     * else: minutes later, when nobody reckons with it any more. So it is not sent.
     *
     * @param messages how many wait
     * @param bytes how many bytes they have; what is longer than what is left of them is none of them
     */
    synchronized void leaveOut(long messages, long bytes) {
        staleMessages = messages;
        staleBytes = bytes;
    }

    /** @return what is to be sent instead, or null when it may be sent as it is */
    synchronized byte @Nullable [] replace(byte[] bytes, int length) {
        out = null;
        copied = 0;
        int at = 0;
        int messages = 0;
        while (at < length) {
            int end = lineEnd(bytes, at, length);
            int next = end;
            if (bytes[at] == 'S') {
                byte[] line = withoutName(new String(bytes, at, end - at, ISO_8859_1));
                if (line != null) {
                    put(bytes, at, line, end);
                }
            } else if (isPublish(bytes, at, end)) {
                next = end + lastNumber(bytes, end) + LINE_END;
                boolean counts = !isQuestion(bytes, at, end);
                if (isStale(next - at)) {
                    put(bytes, at, new byte[0], next);
                    dropped += counts ? 1 : 0;
                } else {
                    messages += counts ? 1 : 0;
                }
            } else if (bytes[at] == 'P' && bytes[at + 1] == 'I') {
                count.sent(messages);
                messages = 0;
                count.pinged();
            }
            at = next;
        }
        count.sent(messages);
        tellDropped(staleMessages == 0);
        if (out == null) {
            return null;
        }
        out.write(bytes, copied, length - copied);
        return out.toByteArray();
    }

    private void put(byte[] bytes, int at, byte[] instead, int next) {
        out = out == null ? new ByteArrayOutputStream(bytes.length) : out;
        out.write(bytes, copied, at - copied);
        out.writeBytes(instead);
        copied = next;
    }

    private boolean isStale(int size) {
        if (staleMessages == 0) {
            return false;
        }
        if (size > staleBytes) {
            staleMessages = 0;
            return false;
        }
        staleMessages--;
        staleBytes -= size;
        return true;
    }

    private void tellDropped(boolean all) {
        if (all && dropped > 0) {
            losses.dropped(dropped);
            dropped = 0;
        }
    }

    /** For the end of the connection; what still waits is left out on the next one. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            tellDropped(true);
            losses.unconfirmed(count.doubtful());
        }
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

    private static boolean isQuestion(byte[] bytes, int at, int end) {
        int subject = at + (bytes[at] == 'H' ? "HPUB " : "PUB ").length();
        return bytes[subject] == '$'
                && QUESTION.matcher(new String(bytes, at, end - at, ISO_8859_1)).matches();
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
