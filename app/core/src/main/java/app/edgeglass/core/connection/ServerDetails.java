package app.edgeglass.core.connection;

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
        long clientId) {}
