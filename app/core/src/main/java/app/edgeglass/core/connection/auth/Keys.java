package app.edgeglass.core.connection.auth;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import io.nats.client.NKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What signs a connection: a user's seed, a user's JWT, or both.
 *
 * @param jwt none for a bare NKey
 * @param seed none for a bearer's JWT
 */
record Keys(Optional<SecretValue> jwt, Optional<SecretValue> seed) {

    static final Keys NONE = new Keys(Optional.empty(), Optional.empty());

    /**
     * A part of a credentials file, as {@code nsc} writes it: a line with dashes, the part, a line with dashes. The names
     * between the dashes are not looked at, as the NATS clients do not.
     */
    private static final Pattern PART =
            Pattern.compile("-{3,}[^\n-]*-{3,}\r?\n\\s*([\\w.=-]+)\\s*\r?\n-{3,}[^\n-]*-{3,}");

    /** A JWT is three parts in the alphabet of Base64 for URLs. */
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /** @param from the file in brackets, with a space before, for the sentence; empty when it was typed */
    static Keys seed(SecretValue text, String from) {
        // The file of `nsc` and `nk` may hold comments around the seed.
        String seed = text.reveal()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("S"))
                .findFirst()
                .orElseThrow(() -> Failure.of("login.no-seed", from));
        return new Keys(Optional.empty(), Optional.of(checked(seed, from)));
    }

    static Keys credentials(SecretValue text, String from) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text.reveal());
        while (part.find()) {
            parts.add(part.group(1));
        }
        String jwt = parts.stream()
                .filter(value -> JWT.matcher(value).matches())
                .findFirst()
                .orElseThrow(() -> Failure.of("login.creds-no-jwt", from));
        String seed = parts.stream()
                .filter(value -> !value.equals(jwt))
                .findFirst()
                .orElseThrow(() -> Failure.of("login.creds-no-seed", from));
        return new Keys(Optional.of(SecretValue.of(jwt)), Optional.of(checked(seed, from)));
    }

    /** @param seed empty for a bearer's JWT */
    static Keys jwt(SecretValue jwt, SecretValue seed) {
        // It may be pasted with the lines of dashes around it, as "nsc" prints it.
        String text = jwt.reveal()
                .lines()
                .map(String::strip)
                .filter(line -> JWT.matcher(line).matches())
                .findFirst()
                .orElseThrow(() -> Failure.of("login.no-jwt"));
        return new Keys(
                Optional.of(SecretValue.of(text)),
                seed.isEmpty() ? Optional.empty() : seed(seed, "").seed());
    }

    /** Until when the JWT is good, by its own words (claim {@code exp}, RFC 7519); nothing when it never expires. */
    Optional<Instant> expiry() {
        return jwt.flatMap(text -> {
            try {
                String whole = text.reveal();
                byte[] claims =
                        Base64.getUrlDecoder().decode(whole.substring(whole.indexOf('.') + 1, whole.lastIndexOf('.')));
                long end = JsonMapper.shared().readTree(claims).path("exp").asLong(0);
                return end == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(end));
            } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
                // Then the server is right to refuse it, for another reason.
                return Optional.empty();
            }
        });
    }

    private static SecretValue checked(String seed, String from) {
        NKey.Type type;
        try {
            NKey key = NKey.fromSeed(seed.toCharArray());
            type = key.getType();
            key.clear();
        } catch (IllegalArgumentException e) {
            // Its message may hold the seed, so that it is no cause.
            throw Failure.of("login.seed-damaged", from);
        }
        if (type != NKey.Type.USER) {
            throw Failure.of("login.seed-kind", from, type.name().toLowerCase(Locale.ROOT));
        }
        return SecretValue.of(seed);
    }
}
