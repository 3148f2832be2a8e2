package app.edgeglass.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The configurations of {@code samples/servers}, as a test runs them: on free ports, with certificates of its own. */
public final class SampleServers {

    private static final List<String> OURS = List.of("host:", "port:", "http:");

    private SampleServers() {}

    /** The folder in the checkout. */
    public static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("samples/servers");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no samples/servers above " + Path.of("").toAbsolutePath());
    }

    /**
     * Starts one of them.
     *
     * @param folder stands in for the folders {@code certs} and {@code data}
     * @param port stands in for the port of its WebSocket or of its leaf nodes, if it has one
     */
    public static TestServer start(ServerVersion version, String name, Path folder, int port) {
        String here = folder.toString().replace('\\', '/') + "/";
        try {
            String[] lines = Files.readAllLines(folder().resolve(name)).stream()
                    .filter(line -> OURS.stream().noneMatch(line::startsWith))
                    .map(line -> line.replace("\"certs/", "\"" + here).replace("\"data/", "\"" + here))
                    .map(line -> line.replaceAll("websocket \\{ port: [0-9]+", "websocket { port: " + port))
                    .map(line -> line.replaceAll("(leafnodes .*)\\b7422\\b", "$1" + port))
                    .toArray(String[]::new);
            return TestServer.start(version, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
