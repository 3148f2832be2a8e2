package app.edgeglass.core.connection.secret;

import java.util.Optional;

/** A place for secrets that the platform has. Any call may throw anything, take any time, and ask the person. */
interface Keychain {

    Optional<String> read(String account) throws Exception;

    void write(String account, String secret) throws Exception;

    /** Harmless when there is nothing. */
    void delete(String account) throws Exception;

    /** Lets go of it; nothing is asked of it afterwards. */
    void close() throws Exception;
}
