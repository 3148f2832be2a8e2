package app.edgeglass.core.connection.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Our own certificate with its key. It is shown to every server that asks for one, also when the server names other
 * authorities than ours: the JDK would keep it back then, and all that one learned is that a certificate is missing.
 */
final class OwnCertificate extends X509ExtendedKeyManager {

    private static final String ALIAS = "own";

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private volatile List<String> wanted = List.of();

    /** @param chain ours first; the key may be one that cannot leave a store of the system */
    OwnCertificate(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The authorities that the last server takes certificates of, if it named any; as RFC 2253 writes names. */
    List<String> wanted() {
        return wanted;
    }

    /** Whether the last server named authorities, and none of them issued ours. */
    boolean isForeign() {
        List<String> named = wanted;
        return !named.isEmpty()
                && chain.stream()
                        .noneMatch(one ->
                                named.contains(one.getIssuerX500Principal().getName()));
    }

    private @Nullable String chosen(String @Nullable [] kinds, Principal @Nullable [] issuers) {
        if (issuers != null) {
            wanted = Arrays.stream(issuers).map(OwnCertificate::name).toList();
        }
        return kinds != null && Arrays.asList(kinds).contains(key.getAlgorithm()) ? ALIAS : null;
    }

    private static String name(Principal issuer) {
        return issuer instanceof X500Principal x500 ? x500.getName() : issuer.getName();
    }

    @Override
    public @Nullable String chooseClientAlias(
            String @Nullable [] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chosen(kinds, issuers);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String @Nullable [] kinds, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chosen(kinds, issuers);
    }

    @Override
    public String[] getClientAliases(@Nullable String kind, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(@Nullable String alias) {
        return chain.toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(@Nullable String alias) {
        return key;
    }

    @Override
    public String @Nullable [] getServerAliases(@Nullable String kind, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            @Nullable String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
