package app.edgeglass.core.connection.change;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the servers' own subjects only read, and which destroy. Whatever is not known here may change something: a
 * subject that a later server brings is refused by a read-only profile until it has been looked at.
 *
 * <p>Sources: {@code jetstream_api.go} and {@code events.go} of nats-server 2.10 to 2.15, ADR-32 (services).
 */
public final class ApiSubjects {

    private static final String JETSTREAM = "$JS";
    private static final String API = "API";
    private static final String SYSTEM = "$SYS";
    private static final String REQUEST = "REQ";

    private static final Set<String> READ_OF_STREAMS = Set.of("NAMES", "LIST");
    private static final Set<String> SERVICES = Set.of("PING", "INFO", "STATS");

    /** Not PROFILEZ, which makes a server measure itself, and costs it. */
    private static final Set<String> READ_OF_SERVERS = Set.of(
            "STATSZ",
            "VARZ",
            "SUBSZ",
            "CONNZ",
            "ROUTEZ",
            "GATEWAYZ",
            "LEAFZ",
            "ACCOUNTZ",
            "JSZ",
            "HEALTHZ",
            "IDZ",
            "EXPVARZ",
            "IPQUEUESZ",
            "RAFTZ");

    private static final Set<String> READ_OF_ACCOUNTS =
            Set.of("CONNZ", "LEAFZ", "SUBSZ", "JSZ", "INFO", "CONNS", "STATZ");

    /** Parts of JetStream with parts of their own. */
    private static final Set<String> PARTED = Set.of("MSG", "PEER");

    private static final Set<String> DESTROYS = Set.of("DELETE", "PURGE", "REMOVE", "EVACUATE", "KICK", "LDM");

    private final List<String> prefix;

    /** @param place which JetStream the profile asks; one behind a prefix has its API there */
    public ApiSubjects(JetStreamPlace place) {
        this.prefix = place instanceof JetStreamPlace.Prefix ? tokens(place.apiPrefix()) : List.of();
    }

    private static List<String> tokens(String subject) {
        return Arrays.asList(subject.split("\\.", -1));
    }

    /** Whether a request to this subject leaves the server, and everyone on it, as they were. */
    public boolean reads(String subject) {
        List<String> tokens = tokens(subject);
        if (tokens.stream().anyMatch(token -> token.isEmpty() || token.equals("*") || token.equals(">"))) {
            return false;
        }
        Optional<List<String>> api = jetStream(tokens);
        if (api.isPresent()) {
            return jetStreamReads(api.get());
        }
        return switch (tokens.getFirst()) {
            case "$SRV" -> serviceReads(tokens);
            case SYSTEM -> tokens.size() > 2 && tokens.get(1).equals(REQUEST) && systemReads(tokens);
            default -> false;
        };
    }

    /** Whether a message to this subject takes away what does not come back: messages, streams, consumers, connections. */
    public boolean destroys(String subject) {
        List<String> tokens = tokens(subject);
        Optional<List<String>> api = jetStream(tokens);
        if (api.isPresent()) {
            return jetStreamDestroys(api.get());
        }
        return tokens.size() > 2
                && tokens.getFirst().equals(SYSTEM)
                && tokens.get(1).equals(REQUEST)
                && DESTROYS.contains(tokens.getLast());
    }

    /** What stands behind the verb is a name, which may be any word. */
    private static boolean jetStreamDestroys(List<String> api) {
        return api.size() > 1
                && (DESTROYS.contains(api.get(1))
                        || (PARTED.contains(api.get(1)) && api.size() > 2 && DESTROYS.contains(api.get(2))));
    }

    /** What follows the API's prefix; nothing for other subjects. */
    private Optional<List<String>> jetStream(List<String> tokens) {
        if (!prefix.isEmpty()
                && tokens.size() > prefix.size()
                && tokens.subList(0, prefix.size()).equals(prefix)) {
            return Optional.of(tokens.subList(prefix.size(), tokens.size()));
        }
        if (tokens.size() < 3 || !tokens.getFirst().equals(JETSTREAM)) {
            return Optional.empty();
        }
        if (tokens.get(1).equals(API)) {
            return Optional.of(tokens.subList(2, tokens.size()));
        }
        // Of a domain.
        return tokens.size() > 3 && tokens.get(2).equals(API)
                ? Optional.of(tokens.subList(3, tokens.size()))
                : Optional.empty();
    }

    private static boolean jetStreamReads(List<String> api) {
        int size = api.size();
        return switch (api.getFirst()) {
            case "INFO" -> size == 1;
            case "DIRECT" -> size > 2 && api.get(1).equals("GET");
            case "STREAM" ->
                (size == 2 && READ_OF_STREAMS.contains(api.get(1)))
                        || (size == 3 && api.get(1).equals("INFO"))
                        || (size == 4 && api.get(1).equals("MSG") && api.get(2).equals("GET"));
            case "CONSUMER" ->
                (size == 3 && READ_OF_STREAMS.contains(api.get(1)))
                        || (size == 4 && api.get(1).equals("INFO"));
            default -> false;
        };
    }

    private static boolean serviceReads(List<String> tokens) {
        // $SRV.PING, $SRV.PING.name, $SRV.PING.name.id
        return tokens.size() > 1 && tokens.size() < 5 && SERVICES.contains(tokens.get(1));
    }

    private static boolean systemReads(List<String> tokens) {
        String what = tokens.getLast();
        return switch (tokens.get(2)) {
            case "USER" -> tokens.size() == 4 && what.equals("INFO");
            case "CLAIMS" -> tokens.size() == 4 && what.equals("LIST");
            case "SERVER" ->
                (tokens.size() == 4 && what.equals("PING")) || (tokens.size() == 5 && READ_OF_SERVERS.contains(what));
            case "ACCOUNT" ->
                (tokens.size() == 5 && READ_OF_ACCOUNTS.contains(what))
                        || (tokens.size() == 6 && tokens.get(4).equals("CLAIMS") && what.equals("LOOKUP"));
            default -> false;
        };
    }
}
