package app.edgeglass.core.settings;

/**
 * How the local server is started.
 *
 * @param folder where each world keeps what is on it, in a folder of its own; empty for a temporary one that is deleted at
 *     the end
 * @param port where clients connect; 0 for any free port
 */
public record LocalServerSettings(String folder, int port) {

    public static final LocalServerSettings DEFAULT = new LocalServerSettings("", 0);

    public static final int LAST_PORT = 65_535;

    public LocalServerSettings {
        folder = folder.strip();
        port = port < 0 || port > LAST_PORT ? 0 : port;
    }

    public LocalServerSettings inFolder(String wanted) {
        return new LocalServerSettings(wanted, port);
    }

    public LocalServerSettings onPort(int wanted) {
        return new LocalServerSettings(folder, wanted);
    }
}
