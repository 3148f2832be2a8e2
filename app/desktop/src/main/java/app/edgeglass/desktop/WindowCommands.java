package app.edgeglass.desktop;

import app.edgeglass.desktop.shell.WindowActions;

/** What the window's own actions do. */
record WindowCommands(Runnable palette, Runnable notices, Runnable shortcuts, Runnable settings, Runnable end)
        implements WindowActions.Window {

    @Override
    public void togglePalette() {
        palette.run();
    }

    @Override
    public void toggleNotices() {
        notices.run();
    }

    @Override
    public void openShortcuts() {
        shortcuts.run();
    }

    @Override
    public void openSettings() {
        settings.run();
    }

    @Override
    public void quit() {
        end.run();
    }
}
