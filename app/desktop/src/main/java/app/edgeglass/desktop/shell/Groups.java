package app.edgeglass.desktop.shell;

/** The headings under which actions stand that belong to no screen. */
public final class Groups {

    private Groups() {}

    /** To connect, to disconnect, to start a server. These are also the menu of the session chip. */
    public static String connection() {
        return Texts.WORDS.say("group.connection");
    }

    /** Where to look: the screens, the lists. */
    public static String view() {
        return Texts.WORDS.say("group.view");
    }

    /** The window: its look, its size, its end. */
    public static String window() {
        return Texts.WORDS.say("group.window");
    }
}
