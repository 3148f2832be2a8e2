package app.edgeglass.core.connection.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Profiles of every shape. */
public final class SampleProfiles {

    private SampleProfiles() {}

    /** Nothing of it is as it is by itself. */
    public static Profile full() {
        return new Profile(
                "full",
                "Leitstand “Süd”",
                new Profile.Look("plants/south", ProfileColour.ORANGE, "two\nlines"),
                Environment.PRODUCTION,
                ServerUrl.parseList("tls://a.example:4443,wss://b.example/nats"),
                new Login.Credentials(Optional.of(Path.of("keys", "plant.creds"))),
                new Tls(
                        true,
                        true,
                        new Tls.Trust.File(Path.of("ca.pem")),
                        Optional.of(new Tls.Identity.Pem(Path.of("me.pem"), Path.of("me.key")))),
                new Link(
                        Optional.of(new Link.HostAndPort("proxy", 1080)),
                        "_MINE",
                        false,
                        Duration.ofMillis(1_500),
                        new Link.Reconnect(false, Duration.ofMillis(20), Duration.ofMinutes(2)),
                        "desk 4"),
                new JetStreamPlace.Domain("edge"),
                List.of("$SYS.>", "a.*"),
                true);
    }

    /** One for each way in, of trusting, of showing oneself, and for each JetStream. */
    public static List<Profile> ofEveryShape() {
        Profile plain = Profile.of("nats://127.0.0.1").withId("0");
        return List.of(
                full(),
                plain,
                plain.withId("1").withLogin(new Login.Password("operator")),
                plain.withId("2").withLogin(new Login.Token()),
                plain.withId("3").withLogin(new Login.NKey(Optional.empty())),
                plain.withId("4").withLogin(new Login.NKey(Optional.of(Path.of("plant.nk")))),
                plain.withId("5").withLogin(new Login.Credentials(Optional.empty())),
                plain.withId("6").withLogin(new Login.Jwt(true)),
                plain.withId("7").withLogin(new Login.Jwt(false)).withJetStream(new JetStreamPlace.Prefix("JS.hub")),
                plain.withId("8")
                        .withTls(new Tls(
                                false,
                                false,
                                new Tls.Trust.Platform(),
                                Optional.of(new Tls.Identity.Store(Path.of("me.p12"))))),
                plain.withId("9")
                        .withTls(new Tls(
                                true,
                                false,
                                new Tls.Trust.Java(),
                                Optional.of(new Tls.Identity.WindowsStore(true, "subject", "desk")))));
    }
}
