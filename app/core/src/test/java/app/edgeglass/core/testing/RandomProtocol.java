package app.edgeglass.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/**
 * What a server might send, made up by chance from a seed: messages with and without replies and headers, among them
 * blocks that are hardly headers, subjects beyond ASCII, what streams deliver, payloads that look like the protocol, and
 * other lines in between.
 */
public final class RandomProtocol {

    private static final List<String> SUBJECTS = List.of(
            "a.b",
            "a.c",
            "a",
            "plant.1.temperature",
            "공장.온도",
            "werk.süd.№7",
            "_INBOX.x1",
            "_INBOX.x2.3",
            "$SYS.a",
            "x.y.z.1.2.3");
    private static final List<String> BLOCKS = List.of(
            "NATS/1.0\r\nName:value\r\n\r\n",
            "NATS/1.0\r\nA:1\r\nB:\r\nLong-Name:with some words\r\n\r\n",
            "NATS/1.0\r\nOrt:Köln\r\n\r\n",
            "NATS/1.0\r\nno colon\r\n\r\n",
            "NATS/1.0\r\nK: \u0001\u202E\r\n",
            "no version",
            "NATS/1.0 503 Gone\r\n\r\n",
            "\r\n");
    private static final List<String> OTHERS = List.of(
            "PING\r\n",
            "+OK\r\n",
            "INFO {\"server_id\":\"x\",\"text\":\"MSG a 1 5\"}\r\n",
            "-ERR 'Permissions Violation for Publish to \"b\"'\r\n");

    private final Random random;
    private final int[] sids;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** @param sids the subscriptions that messages come for */
    public RandomProtocol(Random random, int... sids) {
        this.random = random;
        this.sids = sids;
    }

    public byte[] frames(int count) {
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(12)) {
                case 0 -> out.writeBytes(one(OTHERS).getBytes(UTF_8));
                case 1, 2, 3 -> withHeaders();
                case 4 -> delivery();
                case 5 -> copies();
                default -> message(sid(), one(SUBJECTS), reply(), payload());
            }
        }
        return out.toByteArray();
    }

    private int sid() {
        return sids[random.nextInt(sids.length)];
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String reply() {
        return random.nextInt(3) == 0 ? "_INBOX.reply." + random.nextInt(9) + " " : "";
    }

    private byte[] payload() {
        byte[] bytes = new byte[random.nextInt(40) == 0 ? random.nextInt(300_000) : random.nextInt(200)];
        random.nextBytes(bytes);
        byte[] trap = "\r\nMSG a 1 3\r\nHMSG a 1 5 6\r\nPING\r\n".getBytes(UTF_8);
        if (bytes.length > trap.length && random.nextBoolean()) {
            System.arraycopy(trap, 0, bytes, random.nextInt(bytes.length - trap.length), trap.length);
        }
        return bytes;
    }

    private void message(int sid, String subject, String reply, byte[] payload) {
        String op = random.nextInt(10) == 0 ? "msg" : "MSG";
        out.writeBytes((op + " " + subject + " " + sid + " " + reply + payload.length + "\r\n").getBytes(UTF_8));
        out.writeBytes(payload);
        out.writeBytes("\r\n".getBytes(UTF_8));
    }

    private void withHeaders() {
        byte[] block = one(BLOCKS).getBytes(UTF_8);
        byte[] payload = payload();
        out.writeBytes(("HMSG " + one(SUBJECTS) + "\t" + sid() + " " + reply() + block.length + " "
                        + (block.length + payload.length) + "\r\n")
                .getBytes(UTF_8));
        out.writeBytes(block);
        out.writeBytes(payload);
        out.writeBytes("\r\n".getBytes(UTF_8));
    }

    /** What a stream sends to somebody's consumer. */
    private void delivery() {
        message(sid(), one(SUBJECTS), "$JS.ACK.S.C.1." + random.nextInt(99) + ".1.1.0 ", payload());
    }

    private void copies() {
        byte[] payload = payload();
        String subject = one(SUBJECTS);
        for (int sid : sids) {
            message(sid, subject, "", payload);
        }
    }
}
