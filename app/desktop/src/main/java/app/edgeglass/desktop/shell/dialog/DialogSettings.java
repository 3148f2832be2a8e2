package app.edgeglass.desktop.shell.dialog;

/**
 * What the dialogs remember.
 *
 * @param folder of the last file that was chosen; empty before the first
 */
public record DialogSettings(String folder) {
    public static final DialogSettings DEFAULT = new DialogSettings("");
}
