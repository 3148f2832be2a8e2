package app.edgeglass.core.connection.exchange;

import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text behind a passphrase: AES-256-GCM by the JDK, with a key that Argon2id makes of the passphrase. Everything that is
 * needed to open it stands beside it, so that later versions may be stronger and still open it.
 */
final class PassphraseBox {

    private static final String CIPHER = "AES-256-GCM";
    private static final String KDF = "argon2id";
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** The second recommendation of RFC 9106, for machines that share their memory with other programs. */
    private static final Cost COST = new Cost(64 * 1024, 3, 4);

    /** A file that asks for more was made to hurt. */
    private static final Cost MOST = new Cost(1024 * 1024, 32, 64);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What guessing a passphrase costs. */
    private record Cost(int memoryKiB, int iterations, int lanes) {

        boolean isBearable() {
            return lanes >= 1
                    && iterations >= 1
                    && memoryKiB >= 8 * lanes
                    && memoryKiB <= MOST.memoryKiB()
                    && iterations <= MOST.iterations()
                    && lanes <= MOST.lanes();
        }
    }

    private PassphraseBox() {}

    static ObjectNode seal(byte[] text, SecretValue passphrase) {
        if (passphrase.isEmpty()) {
            throw Failure.of("exchange.no-passphrase");
        }
        byte[] salt = random(SALT_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        ObjectNode box = JsonNodeFactory.instance.objectNode();
        box.put("cipher", CIPHER);
        box.put("kdf", KDF);
        box.put("memoryKiB", COST.memoryKiB());
        box.put("iterations", COST.iterations());
        box.put("lanes", COST.lanes());
        box.put("salt", base64(salt));
        box.put("nonce", base64(nonce));
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(passphrase, salt, COST), nonce, header(box));
            box.put("text", base64(cipher.doFinal(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        box.put("sum", sum(box));
        return box;
    }

    /**
     * @throws Failure when the passphrase is another one, or the box was damaged, or is of a later version
     */
    static byte[] open(JsonNode box, SecretValue passphrase) {
        if (!box.path("cipher").asString("").equals(CIPHER)
                || !box.path("kdf").asString("").equals(KDF)) {
            throw Failure.of("exchange.newer");
        }
        var cost = new Cost(
                box.path("memoryKiB").asInt(0),
                box.path("iterations").asInt(0),
                box.path("lanes").asInt(0));
        // A sum that holds tells a wrong passphrase from a damaged file; the cipher itself cannot.
        if (!box.path("sum").asString("").equals(sum(box)) || !cost.isBearable()) {
            throw Failure.of("exchange.damaged");
        }
        try {
            byte[] key = key(passphrase, bytes(box, "salt"), cost);
            return cipher(Cipher.DECRYPT_MODE, key, bytes(box, "nonce"), header(box))
                    .doFinal(bytes(box, "text"));
        } catch (AEADBadTagException e) {
            throw Failure.of("exchange.passphrase");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Failure.of("exchange.damaged");
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header.getBytes(StandardCharsets.UTF_8));
        Arrays.fill(key, (byte) 0);
        return cipher;
    }

    private static byte[] key(SecretValue passphrase, byte[] salt, Cost cost) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] secret = utf8(passphrase);
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(secret, key);
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    /** The same for a letter with its accent as for a letter and an accent: keyboards differ. */
    private static byte[] utf8(SecretValue passphrase) {
        String text = Normalizer.normalize(CharBuffer.wrap(passphrase.chars()), Normalizer.Form.NFC);
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(text);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    /** All that decides how it is opened; changing any of it is noticed. */
    private static String header(JsonNode box) {
        var header = new StringBuilder();
        for (String key : new String[] {"cipher", "kdf", "memoryKiB", "iterations", "lanes", "salt", "nonce"}) {
            header.append(box.path(key).asString("")).append('\n');
        }
        return header.toString();
    }

    private static String sum(JsonNode box) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(header(box).getBytes(StandardCharsets.UTF_8));
            digest.update(box.path("text").asString("").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonNode box, String key) {
        return Base64.getDecoder().decode(box.path(key).asString(""));
    }
}
