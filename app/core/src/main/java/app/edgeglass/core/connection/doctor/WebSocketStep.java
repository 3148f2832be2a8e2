package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.doctor.Line.End;
import app.edgeglass.core.connection.doctor.Line.Said;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeText;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Whether the server speaks WebSocket: the upgrade of RFC 6455. */
final class WebSocketStep implements Step {

    private static final int KEY_BYTES = 16;
    private static final int LONGEST = 100;

    @Override
    public Outcome examine(Visit visit) throws IOException {
        String where = visit.url().shown();
        visit.line().send(upgrade(visit));
        Said said = visit.line().until("\r\n\r\n", visit.patience().each());
        String first = said.text().lines().findFirst().orElse("");
        var facts = new FactList().add("doctor.fact.answer", first);
        if (first.startsWith("HTTP/") && first.contains(" 101 ")) {
            return new Outcome.Passed(facts.facts());
        }
        // A server that wants TLS says so behind the head.
        String more = first.contains(" 400 ")
                ? visit.line().all(visit.patience().each()).text()
                : "";
        return new Outcome.Failed(failure(where, said, first, more), facts.facts());
    }

    private static String upgrade(Visit visit) {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String path = visit.url().uri().getRawPath();
        return "GET " + (path.isEmpty() ? "/" : path) + " HTTP/1.1\r\nHost: "
                + visit.url().hostAndPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(key)
                + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: nats\r\n\r\n";
    }

    private static Failure failure(String where, Said said, String first, String more) {
        if (first.startsWith(Hello.INFO)) {
            return Failure.of("doctor.websocket-nats", where);
        }
        if (more.toLowerCase(Locale.ROOT).contains("http request to an https server")) {
            return Failure.of("doctor.websocket-secure", where);
        }
        if (first.startsWith("HTTP/")) {
            return Failure.of("doctor.websocket-refused", where, SafeText.show(first, LONGEST));
        }
        if (!first.isEmpty()) {
            return Failure.of("doctor.other-protocol", where, SafeText.show(first, LONGEST));
        }
        return said.end() == End.CLOSED
                ? Failure.of("doctor.hung-up", where)
                : Failure.of("doctor.websocket-silent", where);
    }
}
