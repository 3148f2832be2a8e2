package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.connection.doctor.Line.End;
import app.edgeglass.core.connection.doctor.Line.Said;
import app.edgeglass.core.connection.tls.TlsLook;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server says at once: whether it is a NATS server, and of which kind. */
final class InfoStep implements Step {

    private static final Pattern ERROR = Pattern.compile("-ERR '([^'\r]*)'");
    private static final int LONGEST = 100;

    @Override
    public Outcome examine(Visit visit) throws IOException {
        Line line = visit.line();
        Said said = visit.isWebSocket()
                ? line.frame(visit.patience().each())
                : line.until("\r\n", visit.patience().each());
        Optional<Hello> hello = Hello.in(said.text());
        if (hello.isEmpty()) {
            return noServer(visit, said);
        }
        visit.greeted(hello.get());
        Facts facts = facts(hello.get());
        String where = visit.url().shown();
        if (hello.get().isForServers()) {
            return new Outcome.Failed(Failure.of("doctor.port-for-servers", where), facts);
        }
        // A server that is full greets and refuses in one go.
        Matcher error = ERROR.matcher(line.rest());
        if (error.find()) {
            return new Outcome.Failed(
                    Failure.of("connect.turned-away", where, SafeText.show(error.group(1), LONGEST)), facts);
        }
        return hello.get().is("ldm")
                ? new Outcome.Warned(Failure.of("doctor.lame-duck", where), facts)
                : new Outcome.Passed(facts);
    }

    private static Facts facts(Hello hello) {
        return new FactList()
                .add("doctor.fact.server", hello.server())
                .add("doctor.fact.version", hello.text("version"))
                .add("doctor.fact.cluster", hello.text("cluster"))
                .add("doctor.fact.sign-in", WORDS.say(signIn(hello)))
                .add("doctor.fact.tls", WORDS.say(tls(hello)))
                .add("doctor.fact.jetstream", hello.is("jetstream") ? WORDS.say("doctor.on") : "")
                .add("doctor.fact.domain", hello.text("domain"))
                .add("doctor.fact.max-payload", Sizes.say(hello.number("max_payload")))
                .add("doctor.fact.seen-as", hello.text("client_ip"))
                .add("doctor.fact.others", String.join(", ", hello.others()))
                .facts();
    }

    /** A server sends a nonce to be signed when it knows NKeys or trusts an operator. */
    private static String signIn(Hello hello) {
        if (!hello.is("auth_required")) {
            return "doctor.sign-in.none";
        }
        return hello.text("nonce").isEmpty() ? "doctor.sign-in.password" : "doctor.sign-in.nonce";
    }

    private static String tls(Hello hello) {
        if (hello.is("tls_required")) {
            return hello.is("tls_verify") ? "doctor.tls.mutual" : "doctor.tls.required";
        }
        return hello.is("tls_available") ? "doctor.tls.offered" : "doctor.tls.none";
    }

    private static Outcome noServer(Visit visit, Said said) throws IOException {
        String where = visit.url().shown();
        if (!said.text().isEmpty()) {
            String first = said.text().lines().findFirst().orElse("");
            return failed(Failure.of("doctor.other-protocol", where, SafeText.show(first, LONGEST)));
        }
        boolean closed = said.end() == End.CLOSED;
        if (visit.isSecure() || visit.isWebSocket()) {
            return failed(Failure.of(closed ? "doctor.hung-up" : "connect.silent", where));
        }
        // It may wait for the handshake of TLS, or for a request of HTTP. A nats-server that waits for the handshake
        // closes
        // after two seconds by itself, which may be sooner than we give up.
        List<X509Certificate> chain = closed ? lookAgain(visit) : look(visit, visit.line());
        if (!chain.isEmpty()) {
            return new Outcome.Failed(
                    Failure.of("tls.first-wanted", where),
                    new Facts(List.of(), Chains.read(chain, visit.clock().instant())));
        }
        return failed(Failure.of(closed ? "doctor.hung-up" : overHttp(visit), where));
    }

    private static List<X509Certificate> lookAgain(Visit visit) {
        try (Line line = visit.again()) {
            return look(visit, line);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<X509Certificate> look(Visit visit, Line line) throws IOException {
        return TlsLook.over(
                line.socket(),
                visit.host(),
                visit.url().uri().getPort(),
                visit.patience().each());
    }

    private static Outcome failed(Failure failure) {
        return new Outcome.Failed(failure, Facts.NONE);
    }

    private static String overHttp(Visit visit) {
        try (Line line = visit.again()) {
            line.send(Varz.REQUEST);
            String said = line.all(visit.patience().each()).text();
            if (!said.startsWith("HTTP/")) {
                return "connect.silent";
            }
            return Varz.in(said).isPresent() ? "doctor.monitoring-port" : "doctor.web-server";
        } catch (IOException e) {
            return "connect.silent";
        }
    }
}
