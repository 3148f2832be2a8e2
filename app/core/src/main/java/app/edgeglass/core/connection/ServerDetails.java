package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import io.nats.client.api.ServerInfo;
import java.util.Optional;

/**
 * What a server says of itself when a client connects (the INFO line of the protocol).
 *
 * @param name the server's name, or its id when it has none
 * @param version such as {@code 2.10.27}
 * @param cluster the cluster's name, if it is in one
 * @param maxPayload the largest message that it takes, headers included, in bytes
 * @param jetStream whether JetStream is switched on
 * @param url the URL in use, without secrets
 * @param clientId this connection's number at the server
 */
public record ServerDetails(
        String name,
        String version,
        Optional<String> cluster,
        long maxPayload,
        boolean jetStream,
        String url,
        long clientId) {

    /** @param addresses what is named when the client does not tell which server it is at */
    static ServerDetails of(Connection connection, String addresses) {
        ServerInfo info = connection.getServerInfo();
        String name = info.getServerName();
        String url = connection.getConnectedUrl();
        return new ServerDetails(
                name == null || name.isEmpty() ? info.getServerId() : name,
                info.getVersion(),
                Optional.ofNullable(info.getCluster()),
                info.getMaxPayload(),
                info.isJetStreamAvailable(),
                url == null ? addresses : shown(url),
                info.getClientId());
    }

    /** A server that the cluster named may have a name that we would not take. */
    static String shown(String url) {
        try {
            return ServerUrl.parse(url).shown();
        } catch (Failure e) {
            return ServerUrl.masked(url);
        }
    }
}
