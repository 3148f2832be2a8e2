package app.edgeglass.core.sandbox;

import java.nio.file.Path;

/** Writes a local server's configuration, in the language of nats-server. */
final class ServerConfig {

    private ServerConfig() {}

    /** Everything on loopback: nothing of it can be reached from another machine. */
    static String text(LocalServerOptions options, Path store) {
        String port = options.port() == 0 ? "-1" : Integer.toString(options.port());
        return """
                # Written by Edgeglass at each start: a change made here is lost.
                server_name: %s
                host: "127.0.0.1"
                port: %s
                http: "127.0.0.1:-1"
                jetstream {
                  store_dir: %s
                }
                %s
                """.formatted(quoted(LocalServer.NAME), port, quoted(store.toString()), options.configuration());
    }

    /** A string of the configuration language, whose escapes are those of Go as far as a path needs them. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
