package app.edgeglass.core.connection.store;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Link;
import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.connection.store.Fields.Unfit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a profile of its JSON. What is missing has its default; what does not fit makes the whole profile unusable, since half
 * a profile may connect without what was to protect it.
 */
final class ProfileReader {

    private ProfileReader() {}

    static Profile read(ObjectNode node) throws Unfit {
        Fields fields = Fields.of(node);
        return new Profile(
                fields.text("id"),
                fields.text("name"),
                new Profile.Look(
                        fields.text("folder", ""),
                        fields.choice("colour", ProfileColour.class, ProfileColour.NONE),
                        fields.text("description", "")),
                fields.choice("environment", Environment.class, Environment.DEVELOPMENT),
                urls(fields),
                login(fields.below("login")),
                tls(fields.below("tls")),
                link(fields.below("link")),
                jetStream(fields.below("jetStream")),
                fields.texts("subscriptions"),
                fields.flag("readOnly", false));
    }

    private static List<ServerUrl> urls(Fields fields) throws Unfit {
        var urls = new ArrayList<ServerUrl>();
        for (String text : fields.texts("urls")) {
            urls.add(fields.made("urls", text, ServerUrl::parse));
        }
        if (urls.isEmpty()) {
            throw fields.unfit("urls");
        }
        return urls;
    }

    private static Login login(Fields fields) throws Unfit {
        return switch (fields.text("kind", "none")) {
            case "none" -> new Login.None();
            case "password" -> new Login.Password(fields.text("user"));
            case "token" -> new Login.Token();
            case "nkey" -> new Login.NKey(fields.pathIfAny("seedFile"));
            case "credentials" -> new Login.Credentials(fields.pathIfAny("file"));
            case "jwt" -> new Login.Jwt(fields.flag("bearer", false));
            default -> throw fields.unfit("kind");
        };
    }

    private static Tls tls(Fields fields) throws Unfit {
        return new Tls(
                fields.flag("wanted", false),
                fields.flag("first", false),
                trust(fields.below("trust")),
                fields.has("identity") ? Optional.of(identity(fields.below("identity"))) : Optional.empty());
    }

    private static Tls.Trust trust(Fields fields) throws Unfit {
        return switch (fields.text("kind", "java")) {
            case "java" -> new Tls.Trust.Java();
            case "platform" -> new Tls.Trust.Platform();
            case "file" -> new Tls.Trust.File(fields.path("file"));
            default -> throw fields.unfit("kind");
        };
    }

    private static Tls.Identity identity(Fields fields) throws Unfit {
        return switch (fields.text("kind")) {
            case "pem" -> new Tls.Identity.Pem(fields.path("certificate"), fields.path("key"));
            case "store" -> new Tls.Identity.Store(fields.path("file"));
            case "windows" ->
                new Tls.Identity.WindowsStore(
                        fields.flag("machine", false), fields.text("matchBy"), fields.text("match"));
            default -> throw fields.unfit("kind");
        };
    }

    private static Link link(Fields fields) throws Unfit {
        return new Link(
                fields.has("socksProxy")
                        ? Optional.of(fields.made("socksProxy", fields.text("socksProxy"), ProfileReader::hostAndPort))
                        : Optional.empty(),
                fields.text("inboxPrefix", ""),
                fields.flag("echo", true),
                fields.duration("ping", Link.DEFAULT_PING),
                reconnect(fields.below("reconnect")),
                fields.text("connectionName", ""));
    }

    private static Link.Reconnect reconnect(Fields fields) throws Unfit {
        boolean wanted = fields.flag("wanted", true);
        Duration first = fields.duration("first", Link.Reconnect.DEFAULT.first());
        Duration longest = fields.duration("longest", Link.Reconnect.DEFAULT.longest());
        return fields.made("first", "", ignored -> new Link.Reconnect(wanted, first, longest));
    }

    private static HostAndPort hostAndPort(String text) {
        int colon = text.lastIndexOf(':');
        return new HostAndPort(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static JetStreamPlace jetStream(Fields fields) throws Unfit {
        return switch (fields.text("kind", "own")) {
            case "own" -> new JetStreamPlace.Own();
            case "domain" -> new JetStreamPlace.Domain(fields.text("domain"));
            case "prefix" -> new JetStreamPlace.Prefix(fields.text("prefix"));
            default -> throw fields.unfit("kind");
        };
    }
}
