package app.edgeglass.desktop.shell;

/**
 * How the window looks.
 *
 * @param zoomPercent the size of all text, from 80 to 200
 */
public record AppearanceSettings(ThemeChoice theme, int zoomPercent) {

    public static final AppearanceSettings DEFAULT = new AppearanceSettings(ThemeChoice.SYSTEM, 100);

    public AppearanceSettings {
        zoomPercent = Math.clamp(zoomPercent, Appearance.LEAST_ZOOM, Appearance.MOST_ZOOM);
    }

    AppearanceSettings withTheme(ThemeChoice choice) {
        return new AppearanceSettings(choice, zoomPercent);
    }

    AppearanceSettings withZoom(int percent) {
        return new AppearanceSettings(theme, percent);
    }
}
