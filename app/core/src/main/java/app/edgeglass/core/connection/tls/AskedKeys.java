package app.edgeglass.core.connection.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Our own certificates, if there are any, and whether a server has asked for one. */
final class AskedKeys extends X509ExtendedKeyManager {

    private final @Nullable X509ExtendedKeyManager own;
    private volatile boolean asked;

    /** @param own the manager of our own certificate, if we have one */
    AskedKeys(@Nullable X509ExtendedKeyManager own) {
        this.own = own;
    }

    boolean wereAsked() {
        return asked;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String @Nullable [] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
        asked = true;
        return own == null ? null : own.chooseClientAlias(kinds, issuers, socket);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String @Nullable [] kinds, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        asked = true;
        return own == null ? null : own.chooseEngineClientAlias(kinds, issuers, engine);
    }

    @Override
    public String @Nullable [] getClientAliases(String kind, Principal @Nullable [] issuers) {
        return own == null ? null : own.getClientAliases(kind, issuers);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return own == null ? null : own.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return own == null ? null : own.getPrivateKey(alias);
    }

    /** We are no server. */
    @Override
    public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] issuers) {
        return null;
    }

    /** We are no server. */
    @Override
    public @Nullable String chooseServerAlias(String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
