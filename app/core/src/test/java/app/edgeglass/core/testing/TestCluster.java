package app.edgeglass.core.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several real servers as one cluster, in which each knows all others. */
public final class TestCluster implements AutoCloseable {

    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(30);

    private final List<TestServer> nodes = new ArrayList<>();

    private TestCluster() {}

    /**
     * Starts the servers, named n0, n1 and so on, and waits until each knows all others.
     *
     * @param extraConfig lines of each server's own configuration
     */
    public static TestCluster start(ServerVersion version, int count, String... extraConfig) {
        var cluster = new TestCluster();
        try {
            var routes = freePorts(count);
            String all = routes.stream()
                    .map(port -> "\"nats://127.0.0.1:" + port + '"')
                    .collect(Collectors.joining(", "));
            for (int i = 0; i < count; i++) {
                var config = new ArrayList<>(List.of(extraConfig));
                config.add("server_name: n" + i);
                config.add("cluster { name: c, listen: \"127.0.0.1:" + routes.get(i) + "\", routes: [" + all + "] }");
                cluster.nodes.add(TestServer.start(version, config.toArray(String[]::new)));
            }
            cluster.awaitWhole();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Where nobody listens; all at once, so that they differ. */
    private static List<Integer> freePorts(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int size() {
        return nodes.size();
    }

    public TestServer node(int number) {
        return nodes.get(number);
    }

    /** All of them, with commas between. */
    public String urls() {
        return nodes.stream().map(TestServer::url).collect(Collectors.joining(","));
    }

    /** Waits until each server that runs knows all others. */
    public void awaitWhole() {
        await().atMost(WHOLE_WITHIN)
                .until(() -> nodes.stream()
                        .allMatch(node ->
                                node.monitoring("/varz").path("connect_urls").size() == nodes.size()));
    }

    /** How many subscriptions of clients to exactly this subject the servers that run have, all together. */
    public int subscriptions(String subject) {
        return nodes.stream()
                .filter(TestServer::isRunning)
                .mapToInt(node -> node.subscriptions(subject))
                .sum();
    }

    @Override
    public void close() {
        nodes.forEach(TestServer::close);
    }
}
