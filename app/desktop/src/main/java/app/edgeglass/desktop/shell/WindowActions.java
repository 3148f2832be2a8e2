package app.edgeglass.desktop.shell;

import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;

/** The actions of the window itself. */
public final class WindowActions {

    static final String NOTICES = "notices";
    static final String SHORTCUTS = "shortcuts";
    static final String SETTINGS = "settings";
    static final String THEME = "theme-switch";

    private WindowActions() {}

    /** What these actions need from the parts of the window. */
    public interface Window {
        void togglePalette();

        void toggleNotices();

        void openShortcuts();

        void openSettings();

        void quit();
    }

    public static void register(Actions actions, Appearance appearance, Window window) {
        actions.register(
                Action.of(Actions.PALETTE, Groups.view(), Texts.WORDS.say("action.palette"), window::togglePalette)
                        .withShortcuts("Shortcut+K", "Shortcut+Shift+P"),
                Action.of(NOTICES, Groups.view(), Texts.WORDS.say("action.notices"), window::toggleNotices)
                        .withKeywords(Texts.WORDS.say("action.notices.keywords"))
                        .withShortcuts("Shortcut+Shift+N"),
                Action.of(SHORTCUTS, Groups.view(), Texts.WORDS.say("action.shortcuts"), window::openShortcuts)
                        .withKeywords(Texts.WORDS.say("action.shortcuts.keywords"))
                        .withShortcuts("F1"),
                Action.of(THEME, Groups.window(), Texts.WORDS.say("action.theme"), appearance::switchTheme)
                        .withKeywords(Texts.WORDS.say("action.theme.keywords"))
                        .withShortcuts("Shortcut+Shift+L"),
                Action.of(
                        "theme-light",
                        Groups.window(),
                        Texts.WORDS.say("action.theme.light"),
                        () -> appearance.choose(ThemeChoice.LIGHT)),
                Action.of(
                        "theme-dark",
                        Groups.window(),
                        Texts.WORDS.say("action.theme.dark"),
                        () -> appearance.choose(ThemeChoice.DARK)),
                Action.of(
                        "theme-system",
                        Groups.window(),
                        Texts.WORDS.say("action.theme.system"),
                        () -> appearance.choose(ThemeChoice.SYSTEM)),
                // A keyboard's plus may be a shifted equals sign or stand on the number pad.
                Action.of("zoom-in", Groups.window(), Texts.WORDS.say("action.zoom.in"), appearance::zoomIn)
                        .withKeywords(Texts.WORDS.say("action.zoom.in.keywords"))
                        .withShortcuts("Shortcut+Plus", "Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Add"),
                Action.of("zoom-out", Groups.window(), Texts.WORDS.say("action.zoom.out"), appearance::zoomOut)
                        .withKeywords(Texts.WORDS.say("action.zoom.out.keywords"))
                        .withShortcuts("Shortcut+Minus", "Shortcut+Subtract"),
                Action.of(
                                "zoom-reset",
                                Groups.window(),
                                Texts.WORDS.say("action.zoom.reset"),
                                () -> appearance.zoomTo(100))
                        .withShortcuts("Shortcut+0", "Shortcut+Numpad 0"),
                Action.of(SETTINGS, Groups.window(), Texts.WORDS.say("action.settings"), window::openSettings)
                        .withKeywords(Texts.WORDS.say("action.settings.keywords"))
                        .withShortcuts("Shortcut+Comma"),
                Action.of("quit", Groups.window(), Texts.WORDS.say("action.quit"), window::quit)
                        .withKeywords(Texts.WORDS.say("action.quit.keywords"))
                        .withShortcuts("Shortcut+Q"));
    }
}
