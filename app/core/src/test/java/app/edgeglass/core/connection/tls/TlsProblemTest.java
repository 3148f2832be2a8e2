package app.edgeglass.core.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no server of today can be made to say. The others stand in the tests with real servers. */
class TlsProblemTest {

    private final TlsUpgrade upgrade = TlsUpgrade.of(Profile.of("tls://plant:4222"), Secrets.NONE);

    private Optional<String> key(Throwable thrown) {
        return TlsProblem.in(thrown, "tls://plant:4222", "plant", upgrade).map(Failure::key);
    }

    @ParameterizedTest
    @CsvSource({
        "(protocol_version) Received fatal alert: protocol_version, tls.too-old",
        "No appropriate protocol (protocol is disabled or cipher suites are inappropriate), tls.too-old",
        "(handshake_failure) Received fatal alert: handshake_failure, tls.client-wanted",
        "(access_denied) Received fatal alert: access_denied, tls.client-wanted",
        "(internal_error) Received fatal alert: internal_error,",
        // Our own word to the server, not its word to us.
        "(certificate_unknown) something new,",
    })
    void ofTheHandshake(String words, String key) {
        assertThat(key(new IOException(new SSLHandshakeException(words)))).isEqualTo(Optional.ofNullable(key));
    }

    @Test
    void ofTheCertificates() {
        var weak = new CertPathValidatorException(
                "Algorithm constraints check failed", null, null, -1, BasicReason.ALGORITHM_CONSTRAINED);
        assertThat(key(inHandshake(new CertificateException(weak)))).contains("tls.weak");
        assertThat(key(inHandshake(new CertificateException("uses a disabled algorithm: MD5withRSA"))))
                .contains("tls.weak");
        assertThat(key(inHandshake(new CertificateExpiredException("NotAfter"))))
                .contains("tls.authority-expired");
        assertThat(key(new ExecutionException(new ConnectException("Connection refused"))))
                .isEmpty();
    }

    private static Throwable inHandshake(Exception why) {
        var failed = new SSLHandshakeException("(certificate_unknown) PKIX path validation failed");
        failed.initCause(why);
        return new ExecutionException(failed);
    }
}
