package app.edgeglass.core.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes to a real server at an even rate, from a process of its own: most over always the same subjects, and each ten
 * milliseconds one of a device that nobody has heard of before, as where device ids are made up anew.
 *
 * <p>Arguments: port, number of subjects, payload bytes, messages a second, seconds. At the end it says how many it sent,
 * once the server has taken them.
 */
public final class ChurnPublisher {

    private static final int BATCHES_A_SECOND = 100;

    private ChurnPublisher() {}

    public static void main(String[] args) throws IOException {
        int subjects = Integer.parseInt(args[1]);
        byte[] body = "x".repeat(Integer.parseInt(args[2])).getBytes(StandardCharsets.US_ASCII);
        int perBatch = Integer.parseInt(args[3]) / BATCHES_A_SECOND;
        long batches = Long.parseLong(args[4]) * BATCHES_A_SECOND;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
            var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            out.write("CONNECT {\"verbose\":false}\r\n".getBytes(StandardCharsets.US_ASCII));
            long sent = 0;
            long due = System.nanoTime();
            for (long batch = 0; batch < batches; batch++) {
                publish(out, ("churn.device." + batch + ".value").getBytes(StandardCharsets.US_ASCII), body);
                for (int i = 1; i < perBatch; i++) {
                    publish(out, Subjects.name((int) ((sent + i) % subjects)), body);
                }
                sent += perBatch;
                out.flush();
                answerPings(socket);
                due += Duration.ofSeconds(1).toNanos() / BATCHES_A_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
            }
            out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            awaitPong(socket);
            System.out.println(sent);
        }
    }

    private static void publish(BufferedOutputStream out, byte[] subject, byte[] body) throws IOException {
        out.write("PUB ".getBytes(StandardCharsets.US_ASCII));
        out.write(subject);
        out.write((" " + body.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void answerPings(Socket socket) throws IOException {
        int waiting = socket.getInputStream().available();
        if (waiting > 0
                && new String(socket.getInputStream().readNBytes(waiting), StandardCharsets.US_ASCII)
                        .contains("PING")) {
            socket.getOutputStream().write("PONG\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void awaitPong(Socket socket) throws IOException {
        var said = new StringBuilder();
        while (said.indexOf("PONG") < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("the server closed the connection: " + said);
            }
            said.append((char) b);
        }
    }
}
