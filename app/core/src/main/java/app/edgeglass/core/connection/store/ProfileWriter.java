package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Tls;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON of a profile, over what stood there before: keys that this version does not know stay. */
final class ProfileWriter {

    private ProfileWriter() {}

    /**
     * @param node what stood in the file; it is changed
     */
    static void write(Profile profile, ObjectNode node) {
        node.put("id", profile.id());
        node.put("name", profile.name());
        node.put("folder", profile.look().folder());
        node.put("colour", Fields.name(profile.look().colour()));
        node.put("description", profile.look().description());
        node.put("environment", Fields.name(profile.environment()));
        texts(
                node,
                "urls",
                profile.urls().stream().map(url -> url.uri().toString()).toList());
        login(profile.login(), below(node, "login", "kind", "user", "seedFile", "file", "bearer"));
        tls(profile.tls(), node);
        link(profile.link(), below(node, "link", "socksProxy"));
        jetStream(profile.jetStream(), below(node, "jetStream", "kind", "domain", "prefix"));
        texts(node, "subscriptions", profile.subscriptions());
        node.put("readOnly", profile.readOnly());
    }

    /** An object below, without the keys that belong to one of several kinds. */
    private static ObjectNode below(ObjectNode node, String key, String... ofOneKind) {
        ObjectNode object = node.get(key) instanceof ObjectNode present ? present : node.objectNode();
        object.remove(List.of(ofOneKind));
        // In the order of this class, whichever order it was written in before.
        node.remove(key);
        node.set(key, object);
        return object;
    }

    private static void texts(ObjectNode node, String key, List<String> texts) {
        var array = node.arrayNode();
        texts.forEach(array::add);
        node.set(key, array);
    }

    private static void path(ObjectNode node, String key, Path path) {
        node.put(key, path.toString());
    }

    private static void login(Login login, ObjectNode node) {
        switch (login) {
            case Login.None() -> node.put("kind", "none");
            case Login.Password(String user) -> node.put("kind", "password").put("user", user);
            case Login.Token() -> node.put("kind", "token");
            case Login.NKey(var file) -> {
                node.put("kind", "nkey");
                file.ifPresent(path -> path(node, "seedFile", path));
            }
            case Login.Credentials(var file) -> {
                node.put("kind", "credentials");
                file.ifPresent(path -> path(node, "file", path));
            }
            case Login.Jwt(boolean bearer) -> node.put("kind", "jwt").put("bearer", bearer);
        }
    }

    private static void tls(Tls tls, ObjectNode profile) {
        ObjectNode node = below(profile, "tls");
        node.put("wanted", tls.wanted());
        node.put("first", tls.first());
        ObjectNode trust = below(node, "trust", "kind", "file");
        switch (tls.trust()) {
            case Tls.Trust.Java() -> trust.put("kind", "java");
            case Tls.Trust.Platform() -> trust.put("kind", "platform");
            case Tls.Trust.File(Path file) -> path(trust.put("kind", "file"), "file", file);
        }
        if (tls.identity().isEmpty()) {
            node.remove("identity");
            return;
        }
        ObjectNode identity =
                below(node, "identity", "kind", "certificate", "key", "file", "machine", "matchBy", "match");
        switch (tls.identity().get()) {
            case Tls.Identity.Pem(Path certificate, Path key) -> {
                path(identity.put("kind", "pem"), "certificate", certificate);
                path(identity, "key", key);
            }
            case Tls.Identity.Store(Path file) -> path(identity.put("kind", "store"), "file", file);
            case Tls.Identity.WindowsStore(boolean machine, String matchBy, String match) ->
                identity.put("kind", "windows")
                        .put("machine", machine)
                        .put("matchBy", matchBy)
                        .put("match", match);
        }
    }

    private static void link(Link link, ObjectNode node) {
        link.socksProxy().ifPresent(proxy -> node.put("socksProxy", proxy.toString()));
        node.put("inboxPrefix", link.inboxPrefix());
        node.put("echo", link.echo());
        node.put("ping", link.ping().toString());
        ObjectNode reconnect = below(node, "reconnect");
        reconnect.put("wanted", link.reconnect().wanted());
        reconnect.put("first", link.reconnect().first().toString());
        reconnect.put("longest", link.reconnect().longest().toString());
        node.put("connectionName", link.connectionName());
    }

    private static void jetStream(JetStreamPlace place, ObjectNode node) {
        switch (place) {
            case JetStreamPlace.Own() -> node.put("kind", "own");
            case JetStreamPlace.Domain(String name) ->
                node.put("kind", "domain").put("domain", name);
            case JetStreamPlace.Prefix(String prefix) ->
                node.put("kind", "prefix").put("prefix", prefix);
        }
    }
}
