package app.edgeglass.core.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private static final String GOOD = "NATS/1.0\r\nName: value\r\nName:\r\n\r\n";

    private static byte[] hmsg(String subject, String headers, String payload) {
        byte[] block = headers.getBytes(UTF_8);
        byte[] body = payload.getBytes(UTF_8);
        return concat(
                ("HMSG " + subject + " 7 " + block.length + " " + (block.length + body.length) + "\r\n")
                        .getBytes(UTF_8),
                block,
                body,
                "\r\n".getBytes(UTF_8));
    }

    private static byte[] msg(String subject, String payload) {
        return ("MSG " + subject + " 7 _INBOX.1 " + payload.getBytes(UTF_8).length + "\r\n" + payload + "\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** What is handed on when the bytes arrive in pieces of at most this size. */
    private static byte[] through(byte[] stream, Random random, int most) {
        return through(stream, random, most, new TapTable());
    }

    private static byte[] through(byte[] stream, Random random, int most, TapTable table) {
        try {
            return handedOn(stream, random, most, table);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] handedOn(byte[] stream, Random random, int most, TapTable table) throws IOException {
        var reader = new FrameReader(
                new FrameReader.Source() {
                    private int at;

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        if (at == stream.length) {
                            return -1;
                        }
                        int count = Math.min(Math.min(length, stream.length - at), 1 + random.nextInt(most));
                        System.arraycopy(stream, at, into, offset, count);
                        at += count;
                        return count;
                    }
                },
                new Taps(),
                table,
                new MessageStatistics(),
                fault -> {
                    throw new AssertionError(fault);
                },
                () -> {});
        var out = new ByteArrayOutputStream();
        var buffer = new byte[300];
        for (int n = reader.read(buffer, 3, 200); n >= 0; n = reader.read(buffer, 3, 200)) {
            out.write(buffer, 3, n);
        }
        return out.toByteArray();
    }

    /** A message with headers as the client would take it apart. */
    private record Frame(String line, String block, String payload) {

        static List<Frame> of(byte[] stream) {
            String text = new String(stream, ISO_8859_1);
            var frames = new ArrayList<Frame>();
            int at = 0;
            while (at < text.length()) {
                int end = text.indexOf("\r\n", at);
                String line = text.substring(at, end);
                String[] words = line.split(" ", -1);
                at = end + 2;
                int size = Integer.parseInt(words[words.length - 1]);
                int headers = line.startsWith("HMSG") ? Integer.parseInt(words[words.length - 2]) : 0;
                frames.add(new Frame(line, text.substring(at, at + headers), text.substring(at + headers, at + size)));
                at += size;
                assertThat(text.substring(at, at + 2)).isEqualTo("\r\n");
                at += 2;
            }
            return frames;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 1_000})
    void whatTheClientCanTakePassesUnchanged(int most) {
        byte[] stream = concat(
                "INFO {\"server_id\":\"HMSG x 1 2\"}\r\nPING\r\n".getBytes(UTF_8),
                msg("a.b", "MSG is not a line here\r\nHMSG a 1 5 5\r\n"),
                hmsg("a.b", GOOD, "payload"),
                "+OK\r\nPONG\r\n".getBytes(UTF_8),
                msg("HMSG", ""),
                hmsg("H", "NATS/1.0 503 No Responders\r\n\r\n", ""),
                msg("공장.온도", "x".repeat(700)),
                hmsg("a", GOOD, "y".repeat(900)),
                "-ERR 'Permissions Violation'\r\n".getBytes(UTF_8));
        assertThat(through(stream, new Random(most), most)).isEqualTo(stream);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATS/1.0\r\nOrt: Köln\r\n\r\n",
                "NATS/1.0\r\nno colon\r\n\r\n",
                "NATS/1.0\r\nname with space: x\r\n\r\n",
                "NATS/1.0\r\nName: \u202Ex\r\n\r\n",
                "NATS/1.0\r\nName: x\r\n",
                "NATS/2.0\r\nName: x\r\n\r\n",
                "NATS/1.0",
                "x",
                "\r\n",
                "NATS/1.0 \r\n\r\n",
                "NATS/1.0 abc\r\n\r\n",
                "NATS/1.0\r\n:\r\n\r\n"
            })
    void whatItCannotTakeIsPackedAndWhatFollowsIsUntouched(String block) {
        for (int most : new int[] {1, 3, 40, 4_000}) {
            byte[] stream = concat(msg("a", "1"), hmsg("b", block, "the payload"), hmsg("c", GOOD, "3"), msg("d", "4"));
            List<Frame> frames = Frame.of(through(stream, new Random(most), most));
            assertThat(frames).extracting(Frame::payload).containsExactly("1", "the payload", "3", "4");
            assertThat(frames.get(2).block()).isEqualTo(GOOD);
            assertThat(frames.get(1).line()).startsWith("HMSG b 7 ");
            assertThat(HeaderArmour.isTakenByClient(frames.get(1).block().getBytes(ISO_8859_1), true))
                    .isTrue();
        }
    }

    @Test
    void aPayloadBehindAStatusIsNotLost() {
        byte[] stream = hmsg("b", "NATS/1.0 503\r\n\r\n", "a payload");
        Frame frame = Frame.of(through(stream, new Random(1), 100)).getFirst();
        assertThat(frame.payload()).isEqualTo("a payload");
        assertThat(frame.block()).isNotEqualTo("NATS/1.0 503\r\n\r\n");
    }

    @Test
    void anythingInAnyPiecesKeepsItsOrderAndItsPayloads() {
        var random = new Random(42);
        for (int round = 0; round < 200; round++) {
            var parts = new ArrayList<byte[]>();
            var payloads = new ArrayList<String>();
            for (int i = 0; i < 30; i++) {
                String payload = "p" + i + "\r\nHMSG ".repeat(random.nextInt(4)) + "x".repeat(random.nextInt(400));
                payloads.add(payload);
                parts.add(
                        switch (random.nextInt(3)) {
                            case 0 -> msg("s" + i, payload);
                            case 1 -> hmsg("s" + i, GOOD, payload);
                            default ->
                                hmsg(
                                        "s" + i,
                                        "NATS/1.0\r\nK: " + "ü".repeat(random.nextInt(50) + 1) + "\r\n\r\n",
                                        payload);
                        });
            }
            byte[] out = through(concat(parts.toArray(byte[][]::new)), random, 1 + random.nextInt(600));
            assertThat(Frame.of(out)).extracting(Frame::payload).isEqualTo(payloads);
        }
    }
}
