package app.edgeglass.core.connection.secret;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads secrets from where they are referred to, in the forms that the {@code nats} CLI has for that: {@code file://},
 * {@code env://}, {@code data:;base64,}, {@code op://} by 1Password's program and {@code nsc://} by the one of NATS.
 */
public final class SecretReferences {

    private static final Set<String> KNOWN = Set.of("file", "env", "data", "op", "nsc");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);
    private static final int MOST = 256 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final Expansion expansion;
    private final Programs programs;

    SecretReferences(Expansion expansion, Programs programs) {
        this.expansion = expansion;
        this.programs = programs;
    }

    /** With an environment of one's choice. */
    public static SecretReferences of(Map<String, String> environment, Path home) {
        return new SecretReferences(new Expansion(environment, home), Programs.of(environment, home));
    }

    /** With this process's environment. */
    public static SecretReferences ofSystem() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    public Expansion expansion() {
        return expansion;
    }

    /** A text's scheme in lower case, whether known or not. One letter is none, but a Windows drive. */
    public static Optional<String> scheme(String text) {
        Matcher matcher = SCHEME.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Whether a text refers to a secret instead of being one; what carries it in itself, as {@code data:} does, does not. */
    public static boolean isReference(String text) {
        return isKnown(text) && !scheme(text).equals(Optional.of("data"));
    }

    /** Whether {@link #read} knows what to do with a text. */
    public static boolean isKnown(String text) {
        return scheme(text).filter(KNOWN::contains).isPresent();
    }

    /**
     * The secret that a reference is to, without line ends behind it. May start a program and wait for it.
     *
     * @throws Failure when it cannot be had; its words do not hold it
     */
    public SecretValue read(String reference) {
        String text = switch (scheme(reference).orElse("")) {
            case "env" -> variable(without(reference, "env://"));
            case "data" -> data(reference);
            case "op" -> text(programs.ask("op", "read", reference));
            case "nsc" -> file(nsc(reference).credentials());
            default -> file(path(without(reference, "file://")));
        };
        return SecretValue.of(text.replaceFirst("[\r\n]+$", ""));
    }

    /** The file that a path or a {@code file://} is to. */
    public Path path(String reference) {
        String text = expansion.expand(without(reference, "file://")).text();
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Failure.of("secrets.path", text);
        }
    }

    private static String without(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private String variable(String name) {
        String value = expansion.environment().get(name);
        if (value == null || value.isEmpty()) {
            throw Failure.of("secrets.variable", name);
        }
        return value;
    }

    private static String data(String reference) {
        String rest = without(reference, "data:");
        int comma = rest.indexOf(',');
        boolean base64 = comma >= 0
                && List.of(rest.substring(0, comma).split(";", -1)).stream()
                        .anyMatch(part -> part.strip().equals("base64"));
        if (!base64) {
            throw Failure.of("secrets.data");
        }
        try {
            return text(Base64.getDecoder().decode(rest.substring(comma + 1)));
        } catch (IllegalArgumentException e) {
            // Its message may quote the secret, so that it is no cause.
            throw Failure.of("secrets.data");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String file(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return text(in.readNBytes(MOST));
        } catch (NoSuchFileException e) {
            throw Failure.because(e, "secrets.file-missing", path);
        } catch (IOException e) {
            throw Failure.because(e, "secrets.file-unreadable", path, KeptFile.reason(e));
        }
    }

    /**
     * What {@code nsc} knows of a user.
     *
     * @param credentials the user's file
     * @param urls the operator's servers; empty when it names none
     */
    public record NscProfile(Path credentials, List<String> urls) {

        public NscProfile {
            urls = List.copyOf(urls);
        }
    }

    /** Asks {@code nsc} for a user by {@code nsc://operator/account/user}, with or without the scheme. */
    public NscProfile nsc(String reference) {
        String user = reference;
        while (user.startsWith("nsc://")) {
            user = without(user, "nsc://");
        }
        byte[] answer = programs.ask("nsc", "generate", "profile", "nsc://" + user);
        try {
            JsonNode profile = JSON.readTree(answer);
            String credentials = profile.path("user_creds").asString("");
            if (credentials.isEmpty()) {
                throw Failure.of("secrets.nsc", user);
            }
            return new NscProfile(
                    Path.of(credentials),
                    profile.path("operator")
                            .path("service")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        } catch (JacksonException | InvalidPathException e) {
            // The answer may hold what must not be told.
            throw Failure.of("secrets.nsc", user);
        }
    }
}
