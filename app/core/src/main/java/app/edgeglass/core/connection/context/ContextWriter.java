package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.connection.store.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a context's file of a profile. What the profile was imported from is the beginning, and only what has changed since is
 * written over it, so that an import and an export lose nothing.
 */
final class ContextWriter {

    private final Profile profile;
    private final Secrets secrets;
    private final Map<String, SecretValue> aside;
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

    /**
     * @param secrets those of the profile that are kept, not those that it refers to
     * @param aside what was kept of the context that the profile has no place for, by its key
     */
    ContextWriter(Profile profile, Secrets secrets, Map<String, SecretValue> aside) {
        this.profile = profile;
        this.secrets = secrets;
        this.aside = aside;
    }

    /**
     * The file's tree.
     *
     * @param origin what the profile was imported from, as it was kept; empty when it was not
     * @param meaning what the origin means, as a profile
     * @param replaced what stands at the place now: keys that nobody knows survive there, too
     */
    ObjectNode write(Origin origin, Optional<ContextReader.Meaning> meaning, ObjectNode replaced, String name) {
        if (origin.context().has(Field.NAME)) {
            put(Field.NAME, name);
        }
        for (Field field : Field.values()) {
            JsonNode value = origin.context().get(field.key());
            tree.set(field.key(), value == null ? empty(field) : value);
        }
        tree.setAll(unknown(replaced));
        tree.setAll(unknown(origin.context()));
        Optional<Profile> before = meaning.map(ContextReader.Meaning::profile);
        changed(before, Profile::urls, this::urls);
        changed(before, now -> now.look().description(), this::description);
        changed(before, now -> now.look().colour(), this::colour);
        changed(before, now -> now.tls().first(), this::first);
        changed(before, now -> now.tls().trust(), this::trust);
        changed(before, now -> now.tls().identity(), this::identity);
        changed(before, now -> now.link().inboxPrefix(), this::inbox);
        changed(before, Profile::jetStream, this::jetStream);
        boolean sameProxy = !changed(before, now -> now.link().socksProxy(), this::proxy);
        boolean sameLogin = !changed(before, Profile::login, this::login);
        if (sameLogin) {
            meaning.ifPresent(known -> secretsOf(known.fields()));
        }
        for (String key : origin.parted()) {
            boolean ofLogin = ContextLogin.allFields().stream()
                    .anyMatch(field -> field.key().equals(key));
            boolean ofProxy = key.equals(Field.SOCKS_PROXY.key());
            if (ofLogin ? sameLogin : !ofProxy || sameProxy) {
                restore(key);
            }
        }
        return tree;
    }

    private static ObjectNode unknown(ObjectNode from) {
        ObjectNode unknown = from.deepCopy();
        for (Field field : Field.values()) {
            unknown.remove(field.key());
        }
        unknown.remove(Field.NAME);
        return unknown;
    }

    private static JsonNode empty(Field field) {
        return switch (field) {
            case TLS_FIRST -> JsonNodeFactory.instance.booleanNode(false);
            // As Go writes a list that there is none of.
            case WINDOWS_CA_CERTS_MATCH -> JsonNodeFactory.instance.nullNode();
            default -> JsonNodeFactory.instance.stringNode("");
        };
    }

    /** Writes an aspect that is not as it was, and says whether it is not. */
    private boolean changed(Optional<Profile> before, Function<Profile, Object> aspect, Runnable write) {
        boolean same = before.isPresent() && aspect.apply(before.get()).equals(aspect.apply(profile));
        if (!same) {
            write.run();
        }
        return !same;
    }

    private void put(Field field, String text) {
        put(field.key(), text);
    }

    private void put(String key, String text) {
        tree.put(key, text);
    }

    private void urls() {
        put(Field.URL, profile.urls().stream().map(url -> url.uri().toString()).collect(Collectors.joining(",")));
    }

    private void description() {
        put(Field.DESCRIPTION, profile.look().description());
    }

    private void colour() {
        ContextColours.scheme(profile.look().colour()).ifPresent(scheme -> put(Field.COLOR_SCHEME, scheme));
    }

    private void proxy() {
        put(
                Field.SOCKS_PROXY,
                profile.link()
                        .socksProxy()
                        .map(Link.HostAndPort::toString)
                        .map("socks5://"::concat)
                        .orElse(""));
    }

    private void inbox() {
        put(Field.INBOX_PREFIX, profile.link().inboxPrefix());
    }

    private void jetStream() {
        put(Field.JETSTREAM_DOMAIN, "");
        put(Field.JETSTREAM_API_PREFIX, "");
        switch (profile.jetStream()) {
            case JetStreamPlace.Own() -> {}
            case JetStreamPlace.Domain(String name) -> put(Field.JETSTREAM_DOMAIN, name);
            case JetStreamPlace.Prefix(String prefix) -> put(Field.JETSTREAM_API_PREFIX, prefix);
        }
    }

    private void first() {
        tree.put(Field.TLS_FIRST.key(), profile.tls().first());
    }

    private void trust() {
        put(Field.CA, profile.tls().trust() instanceof Tls.Trust.File(var path) ? path.toString() : "");
        tree.set(Field.WINDOWS_CA_CERTS_MATCH.key(), empty(Field.WINDOWS_CA_CERTS_MATCH));
    }

    private void identity() {
        for (Field field : List.of(
                Field.CERT,
                Field.KEY,
                Field.WINDOWS_CERT_STORE,
                Field.WINDOWS_CERT_MATCH_BY,
                Field.WINDOWS_CERT_MATCH)) {
            put(field, "");
        }
        profile.tls().identity().ifPresent(identity -> {
            switch (identity) {
                case Tls.Identity.Pem(var certificate, var key) -> {
                    put(Field.CERT, certificate.toString());
                    put(Field.KEY, key.toString());
                }
                case Tls.Identity.Store(var path) -> {}
                case Tls.Identity.WindowsStore(boolean machine, String matchBy, String match) -> {
                    put(Field.WINDOWS_CERT_STORE, machine ? "machine" : "user");
                    put(Field.WINDOWS_CERT_MATCH_BY, matchBy);
                    put(Field.WINDOWS_CERT_MATCH, match);
                }
            }
        });
    }

    /** References stay; what was parted comes back, and what was typed since takes their place. */
    private void secretsOf(List<Field> used) {
        used.forEach(field -> secret(field == Field.NSC ? Field.CREDS : field));
    }

    private void login() {
        ContextLogin.allFields().forEach(field -> put(field, ""));
        switch (profile.login()) {
            case Login.None() -> {}
            case Login.Password(String user) -> {
                put(Field.USER, user);
                secret(Field.PASSWORD);
            }
            case Login.Token() -> secret(Field.TOKEN);
            case Login.NKey(var path) ->
                path.ifPresentOrElse(seed -> put(Field.NKEY, seed.toString()), () -> secret(Field.NKEY));
            case Login.Credentials(var path) ->
                path.ifPresentOrElse(file -> put(Field.CREDS, file.toString()), () -> secret(Field.CREDS));
            case Login.Jwt(boolean bearer) -> {
                secret(Field.USER_JWT);
                if (!bearer) {
                    secret(Field.USER_SEED);
                }
            }
        }
    }

    private void secret(Field field) {
        secrets.find(ContextSecrets.secret(field)).map(SecretValue::reveal).ifPresent(text -> {
            // Those two would be read as paths; the others as what they are, unless they look like a reference.
            boolean embedded = field == Field.CREDS || field == Field.NKEY || SecretReferences.isKnown(text);
            put(field, embedded ? embedded(text) : text);
        });
    }

    private static String embedded(String text) {
        return "data:;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was set aside at the import, where nothing else stands now. */
    private void restore(String key) {
        Optional.ofNullable(aside.get(key)).map(SecretValue::reveal).ifPresent(text -> {
            if (!tree.has(key)) {
                tree.set(key, ContextFile.value(text));
            } else if (tree.path(key).asString("").isEmpty() || key.equals(Field.SOCKS_PROXY.key())) {
                tree.put(key, text);
            }
        });
    }
}
