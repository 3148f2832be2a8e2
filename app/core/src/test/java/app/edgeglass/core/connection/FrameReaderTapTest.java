package app.edgeglass.core.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.testing.RandomProtocol;
import app.edgeglass.core.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTapTest {

    private final Taps taps = new Taps();
    private final TapTable table = new TapTable();
    private final MessageStatistics statistics = new MessageStatistics();
    private final List<Throwable> faults = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    private void tap(long sid) {
        table.add(sid, taps.open(Optional.empty(), frame -> taken.add(sid + " " + text(frame))));
    }

    private static String text(MessageFrame frame) {
        return part(frame, frame.subjectAt(), frame.subjectLength())
                + "|" + part(frame, frame.replyAt(), frame.replyLength())
                + "|" + part(frame, frame.headersAt(), frame.headersLength())
                + "|" + part(frame, frame.payloadAt(), frame.payloadLength());
    }

    private static String part(MessageFrame frame, int at, int length) {
        return new String(frame.bytes(), at, length, ISO_8859_1);
    }

    /** What is handed on when the bytes arrive in pieces of at most this size. */
    private byte[] through(byte[] stream, Random random, int most) throws IOException {
        var reader = new FrameReader(new Pieces(stream, random, most), taps, table, statistics, faults::add, () -> {});
        var out = new ByteArrayOutputStream();
        var buffer = new byte[1_000];
        for (int n = reader.read(buffer, 3, 900); n >= 0; n = reader.read(buffer, 3, 900)) {
            out.write(buffer, 3, n);
        }
        return out.toByteArray();
    }

    private static final class Pieces implements FrameReader.Source {

        private final byte[] stream;
        private final Random random;
        private final int most;
        private int at;

        Pieces(byte[] stream, Random random, int most) {
            this.stream = stream;
            this.random = random;
            this.most = most;
        }

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
    }

    /** Takes a stream apart in the plainest way: what is for the sids, and the rest as it is. */
    private static byte[] expected(byte[] stream, List<Integer> sids, List<String> forTaps) {
        String text = new String(stream, ISO_8859_1);
        var rest = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int lineEnd = text.indexOf("\r\n", at) + 2;
            String[] words = text.substring(at, lineEnd - 2).split("[ \t]", -1);
            boolean headers = words[0].equalsIgnoreCase("HMSG");
            int end = lineEnd;
            if (headers || words[0].equalsIgnoreCase("MSG")) {
                int size = Integer.parseInt(words[words.length - 1]);
                int block = headers ? Integer.parseInt(words[words.length - 2]) : 0;
                end = lineEnd + size + 2;
                int sid = Integer.parseInt(words[2]);
                if (sids.contains(sid)) {
                    String reply = words.length == (headers ? 6 : 5) ? words[3] : "";
                    forTaps.add(sid + " " + words[1] + "|" + reply + "|" + text.substring(lineEnd, lineEnd + block)
                            + "|" + text.substring(lineEnd + block, end - 2));
                    at = end;
                    continue;
                }
            }
            rest.write(stream, at, end - at);
            at = end;
        }
        return rest.toByteArray();
    }

    private byte[] withoutAlive(byte[] handedOn) {
        return new String(handedOn, ISO_8859_1).replace("MSG _ 0 0\r\n\r\n", "").getBytes(ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 17, 100, 1_500, 70_000, 400_000})
    void everyMessageOfATapIsTakenAndEverythingElseIsHandedOnByteForByte(int most) throws IOException {
        tap(2);
        tap(31);
        for (int round = 0; round < (most < 17 ? 3 : 20); round++) {
            var random = new Random(round * 31L + most);
            // What the library cannot take is packed, so headers of the others are left out here.
            byte[] stream = concat(new RandomProtocol(random, 2, 31).frames(120), plain(random, 5, 7, 31, 2, 312, 3));
            var forTaps = new ArrayList<String>();
            taken.clear();
            byte[] rest = expected(stream, List.of(2, 31), forTaps);

            byte[] handedOn = through(stream, random, most);

            assertThat(taken).isEqualTo(forTaps);
            assertThat(withoutAlive(handedOn)).isEqualTo(rest);
        }
        assertThat(faults).isEmpty();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] plain(Random random, int... sids) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < 100; i++) {
            String payload = "p".repeat(random.nextInt(i == 50 ? 600_000 : 300));
            out.writeBytes(("MSG s." + i + " " + sids[random.nextInt(sids.length)] + " " + payload.length() + "\r\n"
                            + payload + "\r\n")
                    .getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void messagesAndBytesAreCountedAsTheLibraryWould() throws IOException {
        tap(1);
        byte[] stream = "PING\r\nMSG a 1 3\r\nabc\r\nMSG a 2 3\r\nabc\r\nHMSG a 1 12 13\r\nNATS/1.0\r\n\r\nx\r\n"
                .getBytes(UTF_8);

        through(stream, new Random(1), 1_000);

        assertThat(statistics.getInMsgs()).isEqualTo(2);
        assertThat(statistics.getInBytes())
                .isEqualTo(stream.length - "PING\r\n".length() - "MSG a 2 3\r\nabc\r\n".length());
    }

    @Test
    void whatASinkThrowsIsToldOnceAndTheNextMessageComes() throws IOException {
        table.add(1, taps.open(Optional.empty(), frame -> {
            taken.add(text(frame));
            throw new IllegalStateException("a bug");
        }));

        byte[] handedOn = through("MSG a 1 1\r\nx\r\nMSG b 1 1\r\ny\r\nPING\r\n".getBytes(UTF_8), new Random(1), 7);

        assertThat(taken).containsExactly("a|||x", "b|||y");
        assertThat(faults).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(new String(handedOn, UTF_8)).isEqualTo("PING\r\n");
    }

    /** Of what stands in the buffer, a sink is told what comes next before it comes: that, in that order, and no more. */
    @ParameterizedTest
    @ValueSource(ints = {50, 700, 70_000})
    void whatComesNextIsAnnounced(int most) throws IOException {
        var announced = new ArrayDeque<String>();
        var together = new ArrayList<Integer>();
        var unannounced = new AtomicInteger();
        table.add(31, taps.open(Optional.empty(), frame -> taken.add("31 " + text(frame))));
        table.add(2, taps.open(Optional.empty(), new FrameSink() {
            @Override
            public void expect(MessageFrame[] frames, int count) {
                assertThat(announced)
                        .as("all that was announced before has come")
                        .isEmpty();
                Arrays.stream(frames, 0, count).map(frame -> text(frame)).forEach(announced::add);
                together.add(count);
                throw new IllegalStateException("a bug");
            }

            @Override
            public void accept(MessageFrame frame) {
                if (announced.isEmpty()) {
                    unannounced.incrementAndGet();
                } else {
                    assertThat(text(frame)).isEqualTo(announced.poll());
                }
                taken.add("2 " + text(frame));
            }
        }));
        var random = new Random(most);
        byte[] stream = plain(random, 2, 2, 2, 2, 2, 31, 9);
        var forTaps = new ArrayList<String>();
        byte[] rest = expected(stream, List.of(2, 31), forTaps);

        byte[] handedOn = through(stream, random, most);

        assertThat(taken).isEqualTo(forTaps);
        assertThat(withoutAlive(handedOn)).isEqualTo(rest);
        assertThat(announced).isEmpty();
        assertThat(together).allMatch(count -> count > 1);
        if (most > 50) {
            assertThat(together).anyMatch(count -> count > 2);
            assertThat(unannounced.get()).isLessThan(forTaps.size() / 2);
        }
        assertThat(faults).allMatch(fault -> fault instanceof IllegalStateException);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MSG a 1\r\n",
                "MSG a 1 x\r\n",
                "MSG a 1 -3\r\n",
                "MSG a  1 3\r\n",
                "MSG\r\n",
                "MSG \r\n",
                "HMSG a 1 3\r\n",
                "HMSG a 1 9 3\r\n",
                "M\r\n",
                "\r\n",
                "GARBAGE\r\n"
            })
    void whatIsNoMessageIsLeftToTheLibraryToJudge(String line) throws IOException {
        tap(1);
        for (int most : new int[] {1, 100}) {
            assertThat(new String(through(line.getBytes(UTF_8), new Random(1), most), UTF_8))
                    .isEqualTo(line);
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void aSubjectWithStrangeBytesIsTakenAsItIs() throws IOException {
        tap(1);
        byte[] stream = "MSG a\u0001\u007F\u00FF 1 b\u0002 1\r\nx\r\nMSG a 1 1 \r\ny\r\n".getBytes(ISO_8859_1);

        byte[] handedOn = through(stream, new Random(1), 5);

        assertThat(taken).containsExactly("1 a\u0001\u007F\u00FF|b\u0002||x");
        assertThat(new String(handedOn, UTF_8)).isEqualTo("MSG a 1 1 \r\ny\r\n");
    }

    @Test
    void aMessageWithoutItsEndBreaksTheConnection() {
        tap(1);
        assertThatThrownBy(() -> through("MSG a 1 1\r\nxyz\r\n".getBytes(UTF_8), new Random(1), 100))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLineWithoutAnEndBreaksTheConnectionRatherThanFillTheMemory() {
        byte[] endless = "MSG ".concat("a".repeat(600_000)).getBytes(UTF_8);
        assertThatThrownBy(() -> through(endless, new Random(1), 100_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a line of more than");
    }

    @Test
    void theBeginningOfAFrameIsHandedOnWhenTheConnectionEnds() throws IOException {
        tap(1);
        byte[] stream = "MSG a 1 100\r\nonly this".getBytes(UTF_8);
        assertThat(through(stream, new Random(1), 100)).isEqualTo(stream);
    }

    @Test
    void aLineOfTheGreatestLengthAndAMessageLargerThanTheBufferAreTaken() throws IOException {
        tap(1);
        String subject = "s".repeat(250_000);
        String payload = "p".repeat(3_000_000);
        byte[] stream = ("MSG " + subject + " 1 3000000\r\n" + payload + "\r\n").getBytes(UTF_8);

        assertThat(through(stream, new Random(1), 200_000)).isEmpty();

        assertThat(taken).containsExactly("1 " + subject + "|||" + payload);
    }

    @Test
    void theNameOfATapNeverReachesTheServerAndItsIdIsLearned() {
        var losses =
                new SendLosses(new EventJournal(Clock.systemUTC()), Words.of("app.edgeglass.core.words", Locale.ROOT));
        var lines = new OutgoingLines(taps, table, new SentCount(), losses);
        Tap plain = taps.open(Optional.empty(), frame -> {});
        Tap shared = taps.open(Optional.of("grüppe"), frame -> {});
        String fake = "SUB x " + plain.name() + " 9\r\n";
        byte[] out = ("CONNECT {}\r\nPING\r\nSUB a.> " + plain.name() + " 1\r\nPUB b " + fake.length() + "\r\n" + fake
                        + "\r\nHPUB c _R 12 13\r\nNATS/1.0\r\n\r\nx\r\nSUB 공장 " + shared.name()
                        + " 22\r\nSUB d workers 3\r\nSUB e 4\r\nUNSUB 1\r\nrubbish of the buffer")
                .getBytes(UTF_8);
        int length = out.length - "rubbish of the buffer".length();

        byte[] sent = lines.replace(out, length);

        assertThat(sent).isNotNull();
        assertThat(new String(sent, UTF_8))
                .isEqualTo(
                        ("CONNECT {}\r\nPING\r\nSUB a.> 1\r\nPUB b " + fake.length() + "\r\n" + fake
                                + "\r\nHPUB c _R 12 13\r\nNATS/1.0\r\n\r\nx\r\nSUB 공장 grüppe 22\r\nSUB d workers 3\r\nSUB e 4\r\nUNSUB 1\r\n"));
        assertThat(table.find(1)).isSameAs(plain);
        assertThat(table.find(22)).isSameAs(shared);
        assertThat(table.find(9)).isNull();
        assertThat(table.find(3)).isNull();
        assertThat(lines.replace("SUB e 4\r\n".getBytes(UTF_8), 9)).isNull();
    }

    private static String rest(OutgoingLines lines, String out) {
        byte[] instead = lines.replace(out.getBytes(UTF_8), out.getBytes(UTF_8).length);
        return instead == null ? out : new String(instead, UTF_8);
    }

    @Test
    void whatWaitedSinceBeforeIsLeftOutAndWhatWasNotConfirmedIsCounted() {
        var losses =
                new SendLosses(new EventJournal(Clock.systemUTC()), Words.of("app.edgeglass.core.words", Locale.ROOT));
        var count = new SentCount();
        var lines = new OutgoingLines(taps, table, count, losses);
        String old = "PUB a 3\r\nold\r\n";
        String question = "PUB $JS.hub.API.STREAM.INFO.S _INBOX.1 0\r\n\r\n";
        lines.leaveOut(3, 2 * old.length() + question.length());

        String resubscribed = "CONNECT {}\r\nPING\r\nSUB a 1\r\n";
        assertThat(rest(lines, resubscribed)).isEqualTo(resubscribed);
        count.ponged();
        assertThat(rest(lines, old + question)).isEmpty();
        assertThat(losses.total()).as("not all of them yet").isEqualTo(Unsent.NONE);
        String fresh = "PUB a 3\r\nnew\r\n";
        assertThat(rest(lines, old + fresh + fresh)).isEqualTo(fresh + fresh);
        assertThat(losses.total()).isEqualTo(new Unsent(0, 2));
        assertThat(rest(lines, "PING\r\n" + fresh + question + "PING\r\n" + fresh))
                .contains(fresh);
        assertThat(count.doubtful()).isEqualTo(4);
        count.ponged();
        assertThat(count.doubtful()).isEqualTo(2);
        count.ponged();
        assertThat(count.doubtful()).isEqualTo(1);

        lines.end();
        lines.end();
        assertThat(losses.total()).isEqualTo(new Unsent(1, 2));
    }

    /** Should the library have counted one that is no message, none that is new may be taken for it. */
    @Test
    void whatIsTooLongForWhatWaitedIsNew() {
        var losses =
                new SendLosses(new EventJournal(Clock.systemUTC()), Words.of("app.edgeglass.core.words", Locale.ROOT));
        var lines = new OutgoingLines(taps, table, new SentCount(), losses);
        lines.leaveOut(2, "PUB a 3\r\nold\r\nPING\r\n".length());
        String fresh = "PUB a 3\r\nnew\r\n";
        assertThat(rest(lines, "PUB a 3\r\nold\r\n" + fresh)).isEqualTo(fresh);
        assertThat(rest(lines, fresh)).isEqualTo(fresh);
        lines.end();
        assertThat(losses.total()).isEqualTo(new Unsent(2, 1));
    }
}
