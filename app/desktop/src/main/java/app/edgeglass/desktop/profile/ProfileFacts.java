package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Tls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a profile comes to, line by line, for a person's eyes. There is no secret in it. */
final class ProfileFacts {

    record Fact(String label, String value) {}

    private ProfileFacts() {}

    static List<Fact> of(Profile profile) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(Texts.WORDS.say("fact.servers"), Rows.addresses(profile)));
        facts.add(new Fact(Texts.WORDS.say("fact.sign-in"), login(profile.login())));
        switch (profile.tls().trust()) {
            case Tls.Trust.File(var file) -> facts.add(new Fact(Texts.WORDS.say("fact.trust"), file.toString()));
            case Tls.Trust.Platform() ->
                facts.add(new Fact(Texts.WORDS.say("fact.trust"), Texts.WORDS.say("fact.trust.platform")));
            case Tls.Trust.Java() -> {}
        }
        profile.tls()
                .identity()
                .ifPresent(identity -> facts.add(new Fact(Texts.WORDS.say("fact.certificate"), identity(identity))));
        if (profile.tls().first()) {
            facts.add(new Fact(Texts.WORDS.say("fact.tls"), Texts.WORDS.say("fact.tls-first")));
        }
        profile.link()
                .socksProxy()
                .ifPresent(proxy -> facts.add(new Fact(Texts.WORDS.say("fact.proxy"), proxy.toString())));
        if (!profile.link().inboxPrefix().isEmpty()) {
            facts.add(new Fact(Texts.WORDS.say("fact.inbox"), profile.link().inboxPrefix()));
        }
        place(profile.jetStream()).ifPresent(place -> facts.add(new Fact(Texts.WORDS.say("fact.jetstream"), place)));
        return facts;
    }

    private static String login(Login login) {
        return switch (login) {
            case Login.None() -> Texts.WORDS.say("fact.login.none");
            case Login.Password(var user) -> Texts.WORDS.say("fact.login.password", user);
            case Login.Token() -> Texts.WORDS.say("fact.login.token");
            case Login.NKey(var file) -> Texts.WORDS.say("fact.login.nkey", in(file));
            case Login.Credentials(var file) -> Texts.WORDS.say("fact.login.credentials", in(file));
            case Login.Jwt(var bearer) ->
                bearer ? Texts.WORDS.say("fact.login.bearer") : Texts.WORDS.say("fact.login.jwt");
        };
    }

    private static String in(Optional<Path> file) {
        return file.map(Path::toString).orElse("").strip();
    }

    private static String identity(Tls.Identity identity) {
        return switch (identity) {
            case Tls.Identity.Pem(var certificate, var key) ->
                Texts.WORDS.say("fact.certificate.pem", certificate, key);
            case Tls.Identity.Store(var file) -> file.toString();
            case Tls.Identity.WindowsStore(boolean machine, var by, var match) ->
                Texts.WORDS.say("fact.certificate.windows", by, match);
        };
    }

    private static Optional<String> place(JetStreamPlace place) {
        return switch (place) {
            case JetStreamPlace.Own() -> Optional.empty();
            case JetStreamPlace.Domain(var name) -> Optional.of(Texts.WORDS.say("fact.jetstream.domain", name));
            case JetStreamPlace.Prefix(var prefix) -> Optional.of(Texts.WORDS.say("fact.jetstream.prefix", prefix));
        };
    }
}
