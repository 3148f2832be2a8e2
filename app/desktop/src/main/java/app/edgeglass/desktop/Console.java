package app.edgeglass.desktop;

/** The terminal that the program was started from; only for what was asked for there. */
final class Console {

    private Console() {}

    static void say(String line) {
        System.out.println(line);
    }
}
