package app.edgeglass.core.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes to a real server at an even rate, from a process of its own: a batch each millisecond.
 *
 * <p>Arguments: port, number of subjects, payload bytes, messages a second. For each line of standard input, a number of
 * messages, it publishes so many and says {@code done}.
 */
public final class PacedPublisher {

    private static final int BATCHES_A_SECOND = 1_000;

    private PacedPublisher() {}

    public static void main(String[] args) throws IOException {
        int perBatch = Integer.parseInt(args[3]) / BATCHES_A_SECOND;
        byte[][] batches = render(Integer.parseInt(args[1]), Integer.parseInt(args[2]), perBatch);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
            Thread.ofPlatform().daemon().start(() -> drain(socket));
            OutputStream out = socket.getOutputStream();
            out.write("CONNECT {\"verbose\":false}\r\n".getBytes(StandardCharsets.US_ASCII));
            int next = 0;
            while (true) {
                int messages = number(System.in);
                if (messages < 0) {
                    return;
                }
                long due = System.nanoTime();
                for (int sent = 0; sent < messages; sent += perBatch) {
                    out.write(batches[next]);
                    next = (next + 1) % batches.length;
                    due += 1_000_000_000L / BATCHES_A_SECOND;
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                System.out.println("done");
            }
        }
    }

    private static int number(InputStream in) throws IOException {
        int number = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return -1;
            }
            number = number * 10 + (b - '0');
        }
        return number;
    }

    private static byte[][] render(int subjects, int payload, int perBatch) throws IOException {
        int[] order = Subjects.shuffled(subjects);
        byte[] body = "x".repeat(payload).getBytes(StandardCharsets.US_ASCII);
        byte[][] batches = new byte[Math.max(1, subjects / perBatch)][];
        int number = 0;
        for (int i = 0; i < batches.length; i++) {
            var batch = new ByteArrayOutputStream();
            for (int j = 0; j < perBatch; j++) {
                batch.write("PUB ".getBytes(StandardCharsets.US_ASCII));
                batch.write(Subjects.name(order[number]));
                batch.write((" " + payload + "\r\n").getBytes(StandardCharsets.US_ASCII));
                batch.write(body);
                batch.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                number = (number + 1) % subjects;
            }
            batches[i] = batch.toByteArray();
        }
        return batches;
    }

    private static void drain(Socket socket) {
        try {
            var in = socket.getInputStream();
            var buffer = new byte[4096];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (new String(buffer, 0, length, StandardCharsets.US_ASCII).contains("PING")) {
                    socket.getOutputStream().write("PONG\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // The run is over.
        }
    }
}
