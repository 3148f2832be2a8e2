package app.edgeglass.core.connection.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables that the CLI lets have the last word over a context, and what they do (natscli of 2026, {@code main.go} and
 * {@code loadContext}).
 */
final class Overrides {

    private record Plain(String variable, Field field) {}

    private static final List<Plain> PLAIN = List.of(
            new Plain("NATS_URL", Field.URL),
            new Plain("NATS_CREDS", Field.CREDS),
            new Plain("NATS_NKEY", Field.NKEY),
            new Plain("NATS_CERT", Field.CERT),
            new Plain("NATS_KEY", Field.KEY),
            new Plain("NATS_CA", Field.CA),
            new Plain("NATS_COLOR", Field.COLOR_SCHEME),
            new Plain("NATS_TOKEN", Field.TOKEN));

    private static final Set<String> NO_PROXY = Set.of("none", "NONE", "-");

    private final Map<String, String> environment;
    private final List<Note> notes = new ArrayList<>();

    Overrides(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The context with what is set in its place. */
    ContextFile over(ContextFile file) {
        ContextFile result = file;
        for (Plain plain : PLAIN) {
            result = with(result, plain.field(), plain.variable(), value(plain.variable()));
        }
        String proxy = value("NATS_SOCKS_PROXY");
        if (!proxy.isEmpty()) {
            result = result.with(Field.SOCKS_PROXY, NO_PROXY.contains(proxy) ? "" : proxy);
            note(Field.SOCKS_PROXY, "NATS_SOCKS_PROXY");
        }
        String user = value("NATS_USER");
        String password = value("NATS_PASSWORD");
        if (!user.isEmpty() && password.isEmpty()) {
            // A user alone is a token there.
            return with(result, Field.TOKEN, "NATS_USER", user);
        }
        result = with(result, Field.USER, "NATS_USER", user);
        return with(result, Field.PASSWORD, "NATS_PASSWORD", password);
    }

    private ContextFile with(ContextFile file, Field field, String variable, String value) {
        if (value.isEmpty()) {
            return file;
        }
        note(field, variable);
        return file.with(field, value);
    }

    private void note(Field field, String variable) {
        notes.add(new Note(field.key(), Notes.say("context.note.override", variable)));
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "");
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }
}
