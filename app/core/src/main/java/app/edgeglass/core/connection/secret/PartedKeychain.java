package app.edgeglass.core.connection.secret;

import java.util.Optional;

/** Keeps long secrets in parts, for a keychain that takes only short ones. */
final class PartedKeychain implements Keychain {

    private static final String PARTS = "edgeglass-parts:";

    private final Keychain inner;
    private final int longest;

    /** @param longest how many characters the keychain takes */
    PartedKeychain(Keychain inner, int longest) {
        this.inner = inner;
        this.longest = longest;
    }

    @Override
    public Optional<String> read(String account) throws Exception {
        Optional<String> whole = inner.read(account);
        if (parts(whole) == 0) {
            return whole;
        }
        var joined = new StringBuilder();
        for (int i = 0; i < parts(whole); i++) {
            Optional<String> part = inner.read(part(account, i));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            joined.append(part.get());
        }
        return Optional.of(joined.toString());
    }

    /** The parts first: whoever reads the account sees all of the secret or the one before. */
    @Override
    public void write(String account, String secret) throws Exception {
        int before = parts(inner.read(account));
        int parts = 0;
        if (secret.length() > longest || secret.startsWith(PARTS)) {
            for (int from = 0; from < secret.length(); from += longest) {
                inner.write(part(account, parts++), secret.substring(from, Math.min(secret.length(), from + longest)));
            }
        }
        inner.write(account, parts == 0 ? secret : PARTS + parts);
        deleteParts(account, parts, before);
    }

    @Override
    public void delete(String account) throws Exception {
        int parts = parts(inner.read(account));
        inner.delete(account);
        deleteParts(account, 0, parts);
    }

    @Override
    public void close() throws Exception {
        inner.close();
    }

    private void deleteParts(String account, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            inner.delete(part(account, i));
        }
    }

    private static String part(String account, int i) {
        return account + "#" + i;
    }

    private static int parts(Optional<String> whole) {
        if (whole.isEmpty() || !whole.get().startsWith(PARTS)) {
            return 0;
        }
        try {
            return Integer.parseInt(whole.get().substring(PARTS.length()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
