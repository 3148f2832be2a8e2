package app.edgeglass.core.connection;

import app.edgeglass.core.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** What a server's monitoring pages say. */
final class Monitoring {

    private Monitoring() {}

    static String page(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** How many clients are connected. */
    static int connections(TestServer server) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(page(server.monitoringUrl() + "/connz"))
                .path("num_connections")
                .asInt();
    }
}
