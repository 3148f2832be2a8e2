package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.JetStreamDetails;
import app.edgeglass.core.connection.ServerDetails;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server says of itself, in words. What it sends may be anything, so it is shown safely. */
public final class ServerText {

    private static final int LONGEST = 120;

    private ServerText() {}

    /** One short line: where it is, its version, and its JetStream domain if it has one. */
    static String line(ServerDetails server, Optional<JetStreamDetails> jetStream) {
        return jetStream
                .flatMap(JetStreamDetails::domain)
                .map(domain -> Texts.WORDS.say("state.server.domain", server.url(), server.version(), safe(domain)))
                .orElseGet(() -> Texts.WORDS.say("state.server", server.url(), server.version()));
    }

    /**
     * All that it says, line by line.
     *
     * @param servers all that the session may move to
     */
    public static String details(ServerDetails server, Optional<JetStreamDetails> jetStream, List<String> servers) {
        var lines = new ArrayList<String>();
        lines.add(Texts.WORDS.say("server.name", safe(server.name()), safe(server.version())));
        lines.add(Texts.WORDS.say("server.at", server.url(), Long.toString(server.clientId())));
        server.cluster().ifPresent(cluster -> lines.add(Texts.WORDS.say("server.cluster", safe(cluster))));
        if (servers.size() > 1) {
            lines.add(Texts.WORDS.say("server.others", String.join(", ", servers)));
        }
        lines.add(Texts.WORDS.say("server.payload", Sizes.say(server.maxPayload())));
        lines.add(jetStream
                .map(ServerText::jetStream)
                .orElseGet(() -> server.jetStream()
                        ? Texts.WORDS.say("server.jetstream.silent")
                        : Texts.WORDS.say("server.jetstream.off")));
        return String.join("\n", lines);
    }

    private static String jetStream(JetStreamDetails details) {
        String domain = details.domain()
                .map(name -> Texts.WORDS.say("server.jetstream.domain", safe(name)))
                .orElseGet(() -> Texts.WORDS.say("server.jetstream.no-domain"));
        String level = details.apiLevel().isPresent()
                ? Texts.WORDS.say("server.jetstream.level", details.apiLevel().getAsInt())
                : Texts.WORDS.say("server.jetstream.no-level");
        return Texts.WORDS.say("server.jetstream", domain, level);
    }

    private static String safe(String said) {
        return SafeText.show(said, LONGEST);
    }
}
