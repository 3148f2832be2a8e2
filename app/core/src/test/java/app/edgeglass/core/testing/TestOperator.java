package app.edgeglass.core.testing;

import io.nats.client.NKey;
import io.nats.client.support.JwtUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An operator with one account, as {@code nsc} would set them up (format: NATS ADR-14, JWT version 2). */
public final class TestOperator {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final NKey operator;
    private final NKey account;
    private final NKey system;

    public TestOperator() {
        try {
            operator = NKey.createOperator(new SecureRandom());
            account = NKey.createAccount(new SecureRandom());
            system = NKey.createAccount(new SecureRandom());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server's configuration needs to know. */
    public String[] serverConfig() {
        String operatorJwt = jwt(operator, operator, "EDGEGLASS", "{\"type\":\"operator\",\"version\":2}");
        return new String[] {
            "operator: " + operatorJwt,
            "system_account: " + text(system),
            "resolver: MEMORY",
            "resolver_preload: {",
            "  " + text(system) + ": " + account(system, "SYS"),
            "  " + text(account) + ": " + account(account, "PLANT"),
            "}"
        };
    }

    private String account(NKey key, String name) {
        return jwt(operator, key, name, """
                {"limits":{"subs":-1,"data":-1,"payload":-1,"imports":-1,"exports":-1,"wildcards":true,"conn":-1,"leaf":-1},\
                "default_permissions":{"pub":{},"sub":{}},"type":"account","version":2}""");
    }

    /** The text of a user's credentials file, which never expire. */
    public String credentials() {
        return credentials(Instant.now(), null);
    }

    /** The text of a user's credentials file. */
    public String credentials(Instant issued, @Nullable Duration validFor) {
        NKey user = user();
        return "-----BEGIN NATS USER JWT-----\n" + jwt(user, issued, validFor, false)
                + "\n------END NATS USER JWT------\n\n"
                + "************************* IMPORTANT *************************\n"
                + "NKEY Seed printed below can be used to sign and prove identity.\n\n"
                + "-----BEGIN USER NKEY SEED-----\n" + new String(user.getSeed())
                + "\n------END USER NKEY SEED------\n";
    }

    /** A user's JWT that needs no seed. */
    public String bearerJwt() {
        return jwt(user(), Instant.now(), null, true);
    }

    private static NKey user() {
        try {
            return NKey.createUser(new SecureRandom());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String jwt(NKey user, Instant issued, @Nullable Duration validFor, boolean bearer) {
        var claim = new JwtUtils.UserClaim(text(account));
        claim.bearerToken = bearer;
        try {
            return JwtUtils.issueUserJWT(
                    account, text(user), "visitor", validFor, issued.getEpochSecond(), null, claim);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jwt(NKey issuer, NKey subject, String name, String nats) {
        long now = Instant.now().getEpochSecond();
        String claim = "{\"iat\":" + now + ",\"iss\":\"" + text(issuer) + "\",\"jti\":\"%s\",\"name\":\"" + name
                + "\",\"nats\":" + nats + ",\"sub\":\"" + text(subject) + "\"}";
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(claim.formatted("").getBytes(StandardCharsets.UTF_8));
            String body = encoded("{\"typ\":\"JWT\",\"alg\":\"ed25519-nkey\"}") + "."
                    + encoded(claim.formatted(URL.encodeToString(digest)));
            return body + "." + URL.encodeToString(issuer.sign(body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(NKey key) {
        try {
            return new String(key.getPublicKey());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
