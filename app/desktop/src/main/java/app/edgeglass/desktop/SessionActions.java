package app.edgeglass.desktop;

import app.edgeglass.desktop.shell.Groups;
import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import java.util.function.ToIntFunction;

/** What can be done with the sessions of the window. */
final class SessionActions {

    private SessionActions() {}

    /** @param show brings the screen with the sessions to the front */
    static void register(Actions actions, Workspaces workspaces, Runnable show) {
        String group = Groups.connection();
        actions.register(
                Action.of("session-new", group, Texts.WORDS.say("action.session.new"), () -> {
                            show.run();
                            workspaces.openNew();
                        })
                        .withKeywords(Texts.WORDS.say("action.session.new.keywords"))
                        .withShortcuts("Shortcut+N"),
                Action.of(
                                "session-duplicate",
                                group,
                                Texts.WORDS.say("action.session.duplicate"),
                                () -> workspaces.duplicate(shown(workspaces)))
                        .withKeywords(Texts.WORDS.say("action.session.duplicate.keywords"))
                        .withShortcuts("Shortcut+Shift+D")
                        .when(() -> !workspaces.current().isEmpty()),
                Action.of(
                                "session-reconnect",
                                group,
                                Texts.WORDS.say("action.session.reconnect"),
                                () -> workspaces.reconnect(shown(workspaces)))
                        .withKeywords(Texts.WORDS.say("action.session.reconnect.keywords"))
                        .withShortcuts("Shortcut+R")
                        .when(() -> workspaces.canReconnect(shown(workspaces))),
                Action.of(
                                "session-close",
                                group,
                                Texts.WORDS.say("action.session.close"),
                                () -> workspaces.close(shown(workspaces)))
                        .withKeywords(Texts.WORDS.say("action.session.close.keywords"))
                        .withShortcuts("Shortcut+W"),
                // Tables and tab panes have uses of their own for these keys.
                Action.of("session-next", group, Texts.WORDS.say("action.session.next"), () -> workspaces.selectNext(1))
                        .withShortcutsFirst("Shortcut+Page Down")
                        .when(() -> areSeveral(workspaces)),
                Action.of(
                                "session-previous",
                                group,
                                Texts.WORDS.say("action.session.previous"),
                                () -> workspaces.selectNext(-1))
                        .withShortcutsFirst("Shortcut+Page Up")
                        .when(() -> areSeveral(workspaces)),
                Action.of(
                                "session-right",
                                group,
                                Texts.WORDS.say("action.session.right"),
                                () -> move(workspaces, place -> place + 1))
                        .withShortcutsFirst("Shortcut+Shift+Page Down")
                        .when(() -> areSeveral(workspaces)),
                Action.of(
                                "session-left",
                                group,
                                Texts.WORDS.say("action.session.left"),
                                () -> move(workspaces, place -> place - 1))
                        .withShortcutsFirst("Shortcut+Shift+Page Up")
                        .when(() -> areSeveral(workspaces)));
    }

    private static int shown(Workspaces workspaces) {
        return workspaces.current().id();
    }

    private static boolean areSeveral(Workspaces workspaces) {
        return workspaces.all().size() > 1;
    }

    private static void move(Workspaces workspaces, ToIntFunction<Integer> where) {
        int place = workspaces.all().indexOf(workspaces.current());
        workspaces.move(shown(workspaces), where.applyAsInt(place));
    }
}
