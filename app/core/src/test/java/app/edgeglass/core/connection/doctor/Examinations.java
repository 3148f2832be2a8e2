package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;

/** What the tests of the doctor share. */
final class Examinations {

    private Examinations() {}

    /** As patient as a test, without a monitoring page. */
    static Diagnosis diagnose(Profile profile, Secrets secrets) {
        return diagnose(profile, secrets, deadPort());
    }

    static Diagnosis diagnose(Profile profile, Secrets secrets, int monitoringPort) {
        return new ConnectionDoctor(Clock.systemUTC(), quick(monitoringPort)).examine(profile, secrets, _ -> {});
    }

    static Patience quick(int monitoringPort) {
        return new Patience(Duration.ofMillis(700), Duration.ofSeconds(8), monitoringPort);
    }

    static Outcome outcome(Diagnosis diagnosis, Stage stage) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.stage() == stage)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    /** The key of what is wrong at this stage, or how it ended otherwise. */
    static String at(Diagnosis diagnosis, Stage stage) {
        return switch (outcome(diagnosis, stage)) {
            case Outcome.Failed failed -> failed.failure().key();
            case Outcome.Warned warned -> warned.warning().key();
            case Outcome.Passed _ -> "passed";
            case Outcome.Noted _ -> "noted";
            case Outcome.NotReached _ -> "not reached";
            case Outcome.Running _ -> "running";
        };
    }

    static String fact(Diagnosis diagnosis, Stage stage, String label) {
        String said = FactList.WORDS.say(label);
        return outcome(diagnosis, stage).facts().told().stream()
                .filter(fact -> fact.label().equals(said))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    static int deadPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
