package app.edgeglass.core.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Looks like a server to a client, from a process of its own, and has nothing to do but to send: whoever subscribes gets
 * messages that were rendered beforehand, as fast as the socket takes them, so that the client is the limit. They come when
 * the client has sent a second {@code PING} after its {@code SUB}, so that it can get ready; then a {@code PONG}.
 *
 * <p>Arguments: number of subjects, payload bytes, messages for each subscription. Says its port in a line.
 */
public final class FrameSource {

    private static final int CHUNK = 1 << 20;
    private static final int MOST_RENDERED = 256 << 20;
    private static final int LEAST_MESSAGES = 200_000;
    private static final String INFO =
            "INFO {\"server_id\":\"frames\",\"server_name\":\"frames\",\"version\":\"2.10.0\","
                    + "\"proto\":1,\"headers\":true,\"max_payload\":8388608,\"host\":\"127.0.0.1\",\"port\":0}\r\n";

    private final int subjects;
    private final int payload;
    private final int messages;
    private ByteBuffer[] rendered = {};
    private int[] renderedMessages = {};
    private String renderedFor = "";

    private FrameSource(int subjects, int payload, int messages) {
        this.subjects = subjects;
        this.payload = payload;
        this.messages = messages;
    }

    public static void main(String[] args) throws IOException {
        var source = new FrameSource(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            source.render("1");
            System.out.println(((InetSocketAddress) listener.getLocalAddress()).getPort());
            Thread.ofPlatform().daemon().start(FrameSource::endWithParent);
            while (true) {
                try (SocketChannel client = listener.accept()) {
                    source.serve(client);
                } catch (IOException e) {
                    // The client is done.
                }
            }
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            // As good as an end.
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve(SocketChannel client) throws IOException {
        client.socket().setTcpNoDelay(true);
        client.socket().setSendBufferSize(2 << 20);
        say(client, INFO);
        InputStream in = Channels.newInputStream(client);
        String sid = "";
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '\n') {
                line.append((char) b);
                continue;
            }
            String said = line.toString().strip();
            line.setLength(0);
            if (said.startsWith("SUB ")) {
                sid = said.substring(said.lastIndexOf(' ') + 1);
            } else if (said.equals("PING")) {
                if (!sid.isEmpty()) {
                    send(client, sid);
                    sid = "";
                }
                say(client, "PONG\r\n");
            }
        }
    }

    private void send(SocketChannel client, String sid) throws IOException {
        if (!sid.equals(renderedFor)) {
            render(sid);
        }
        int sent = 0;
        for (int i = 0; sent < messages; i = (i + 1) % rendered.length) {
            write(client, rendered[i].duplicate());
            sent += renderedMessages[i];
        }
    }

    /** In chunks of which a whole number makes up the messages that are wanted. */
    private void render(String sid) {
        renderedFor = sid;
        int[] order = Subjects.shuffled(subjects);
        int frame = payload + 60;
        int distinct = Math.max(subjects, LEAST_MESSAGES);
        int perChunk = Math.max(1, Math.min(1_000, CHUNK / frame));
        while (messages % perChunk != 0 || distinct % perChunk != 0) {
            perChunk--;
        }
        int chunks = (int) Math.min(distinct / perChunk, Math.max(1L, 8L * MOST_RENDERED / frame / perChunk));
        rendered = new ByteBuffer[chunks];
        renderedMessages = new int[chunks];
        byte[] body = "x".repeat(payload).getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] size = (" " + sid + " " + payload + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] op = "MSG ".getBytes(StandardCharsets.US_ASCII);
        int number = 0;
        var scratch = ByteBuffer.allocate(perChunk * (frame + 40));
        for (int i = 0; i < chunks; i++) {
            scratch.clear();
            for (int j = 0; j < perChunk; j++) {
                scratch.put(op)
                        .put(Subjects.name(order[number]))
                        .put(size)
                        .put(body)
                        .put(end);
                number = (number + 1) % subjects;
            }
            scratch.flip();
            rendered[i] =
                    ByteBuffer.allocateDirect(scratch.limit()).put(scratch).flip();
            renderedMessages[i] = perChunk;
        }
    }

    private static void say(SocketChannel client, String text) throws IOException {
        write(client, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void write(SocketChannel client, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }
}
