package app.edgeglass.desktop.shell.notice;

import java.util.regex.Pattern;

/** Keeps the secrets of server URLs out of what is written down. */
public final class Secrets {

    /** The user, password or token between the scheme and the host of a URL, as a regular expression. */
    public static final String IN_URL = "://[^/@\\s\"\\]]+@";

    public static final String MASK = "://***@";

    private static final Pattern PATTERN = Pattern.compile(IN_URL);

    private Secrets() {}

    public static String masked(String text) {
        return PATTERN.matcher(text).replaceAll(MASK);
    }
}
