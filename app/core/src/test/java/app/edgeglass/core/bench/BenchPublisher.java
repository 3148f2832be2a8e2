package app.edgeglass.core.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Publishes from a process of its own, as cheaply as it can: frames are rendered beforehand and written as they are, so
 * that the measured client, not this one, is the limit. Waits for a line on standard input before each run.
 *
 * <p>Arguments: host, port, number of subjects, messages a run, payload bytes.
 */
public final class BenchPublisher {

    private static final int RENDERED = 200_000;

    private BenchPublisher() {}

    public static void main(String[] args) throws IOException {
        int subjects = Integer.parseInt(args[2]);
        int messages = Integer.parseInt(args[3]);
        List<byte[]> chunks = render(subjects, Integer.parseInt(args[4]));
        try (var socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            Thread.ofPlatform().daemon().start(() -> drain(socket));
            OutputStream out = socket.getOutputStream();
            out.write("CONNECT {\"verbose\":false}\r\n".getBytes(StandardCharsets.UTF_8));
            while (System.in.read() != -1) {
                int perChunk = RENDERED / chunks.size();
                for (int sent = 0; sent < messages; sent += perChunk) {
                    out.write(chunks.get(sent / perChunk % chunks.size()));
                }
                out.flush();
            }
        }
    }

    private static void drain(Socket socket) {
        try {
            var in = socket.getInputStream();
            var buffer = new byte[4096];
            while (true) {
                int length = in.read(buffer);
                if (length < 0) {
                    return;
                }
                if (new String(buffer, 0, length, StandardCharsets.UTF_8).contains("PING")) {
                    socket.getOutputStream().write("PONG\r\n".getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // The run is over.
        }
    }

    /** Frames of {@link #RENDERED} messages in twenty chunks, over all subjects in a shuffled order. */
    private static List<byte[]> render(int subjects, int payload) throws IOException {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < RENDERED; i++) {
            order.add(i % subjects);
        }
        Collections.shuffle(order, new Random(7));
        var body = new byte[payload];
        java.util.Arrays.fill(body, (byte) 'x');
        var chunks = new ArrayList<byte[]>();
        var chunk = new ByteArrayOutputStream();
        for (int i = 0; i < RENDERED; i++) {
            int s = order.get(i);
            String subject = "site." + s % 10 + ".device." + s / 10 % 1000 + ".sensor." + s / 10_000;
            chunk.write(("PUB " + subject + " " + payload + "\r\n").getBytes(StandardCharsets.UTF_8));
            chunk.write(body);
            chunk.write("\r\n".getBytes(StandardCharsets.UTF_8));
            if ((i + 1) % (RENDERED / 20) == 0) {
                chunks.add(chunk.toByteArray());
                chunk.reset();
            }
        }
        return chunks;
    }
}
