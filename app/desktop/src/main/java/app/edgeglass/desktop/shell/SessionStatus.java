package app.edgeglass.desktop.shell;

/**
 * What the window says of its session, in words that are ready to be shown.
 *
 * @param name what the person calls the connection
 * @param server the server's name or address; may be empty
 * @param state a word or two: “Live”, “Reconnecting since 12 s”
 * @param rtt the round-trip time with its unit; empty when not known
 * @param details what the server says of itself, line by line; empty when not known
 */
public record SessionStatus(Tone tone, String name, String server, String state, String rtt, String details) {

    /** No session. */
    public static final SessionStatus NONE = new SessionStatus(Tone.PLAIN, "", "", "", "", "");

    public SessionStatus(Tone tone, String name, String server, String state, String rtt) {
        this(tone, name, server, state, rtt, "");
    }

    public boolean isNone() {
        return name.isEmpty();
    }
}
