package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.tls.Certificates;
import app.edgeglass.core.connection.tls.TlsProblem;
import app.edgeglass.core.connection.tls.TlsUpgrade;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Whether the connection becomes secure, and by which certificates; those are told also when it does not. */
final class TlsStep implements Step {

    /** As long as those who renew by themselves need to be late. */
    private static final int SOON_DAYS = 14;

    private static final Duration OBJECTION = Duration.ofMillis(300);

    @Override
    public Outcome examine(Visit visit) throws IOException {
        String where = visit.url().shown();
        boolean wanted = visit.isWebSocket()
                ? visit.url().isSecure()
                : TlsUpgrade.isWanted(visit.profile())
                        || visit.hello().map(hello -> hello.is("tls_required")).orElse(false);
        if (!wanted) {
            return plain(visit);
        }
        boolean offered = visit.hello()
                .map(hello -> hello.is("tls_required") || hello.is("tls_available"))
                .orElse(true);
        if (!offered) {
            throw Failure.of("tls.not-offered", where);
        }
        TlsUpgrade upgrade = TlsUpgrade.of(visit.profile(), visit.secrets());
        return shakeHands(visit, upgrade);
    }

    private static Outcome shakeHands(Visit visit, TlsUpgrade upgrade) throws IOException {
        var facts = new FactList();
        try {
            SSLSocket secure = upgrade.over(
                    visit.line().socket(),
                    visit.host(),
                    visit.url().uri().getPort(),
                    visit.patience().each());
            SSLSession session = secure.getSession();
            facts.add("doctor.fact.protocol", session.getProtocol())
                    .add("doctor.fact.cipher", session.getCipherSuite());
            visit.line().secured(secure);
            if (upgrade.wasAsked()) {
                // With TLS 1.3 the server says only after the handshake what it holds of our certificate.
                Duration back = visit.connecting().multipliedBy(2);
                visit.line().listen(back.compareTo(OBJECTION) > 0 ? back : OBJECTION);
            }
        } catch (IOException e) {
            return new Outcome.Failed(failure(e, visit, upgrade), told(facts, visit, upgrade));
        }
        visit.secured();
        Facts all = told(facts.add("doctor.fact.proven", visit.host()), visit, upgrade);
        return soon(visit, all.chain())
                .<Outcome>map(warning -> new Outcome.Warned(warning, all))
                .orElseGet(() -> new Outcome.Passed(all));
    }

    private static Facts told(FactList facts, Visit visit, TlsUpgrade upgrade) {
        if (upgrade.wasAsked()) {
            facts.add(
                    "doctor.fact.own-certificate",
                    WORDS.say(upgrade.isIdentified() ? "doctor.own.shown" : "doctor.own.none"));
        } else if (!upgrade.chain().isEmpty() && facts.isAbout("doctor.fact.protocol")) {
            facts.add("doctor.fact.own-certificate", WORDS.say("doctor.own.not-asked"));
        }
        return facts.facts(Chains.read(upgrade.chain(), visit.clock().instant()));
    }

    private static Failure failure(IOException e, Visit visit, TlsUpgrade upgrade) {
        String where = visit.url().shown();
        Failure failure = TlsProblem.in(e, where, visit.host(), upgrade)
                .orElseGet(() -> Failure.because(e, "connect.tls", where));
        return visit.isWebSocket() && failure.key().equals("tls.none-here")
                ? Failure.of("doctor.websocket-plain", where)
                : failure;
    }

    private static Optional<Failure> soon(Visit visit, List<Certificate> chain) {
        return chain.stream()
                .filter(one -> one.daysLeft() < SOON_DAYS)
                .findFirst()
                .map(one -> Failure.of(
                        "doctor.expires-soon",
                        visit.url().shown(),
                        Certificates.shortName(one.subject()),
                        Certificates.day(one.until()),
                        one.daysLeft()));
    }

    private static Outcome plain(Visit visit) {
        boolean here = visit.addresses().getFirst().isLoopbackAddress()
                && visit.proxy().isEmpty();
        return here || !sendsSecret(visit.profile())
                ? new Outcome.Noted(WORDS.say("doctor.plain"), Facts.NONE)
                : new Outcome.Warned(
                        Failure.of("doctor.secret-in-the-clear", visit.url().shown()), Facts.NONE);
    }

    /** Seeds sign and are never sent. */
    private static boolean sendsSecret(Profile profile) {
        return switch (profile.login()) {
            case Login.None() -> profile.urls().getFirst().uri().getRawUserInfo() != null;
            case Login.Password _, Login.Token _ -> true;
            case Login.Jwt(boolean bearer) -> bearer;
            case Login.NKey _, Login.Credentials _ -> false;
        };
    }
}
