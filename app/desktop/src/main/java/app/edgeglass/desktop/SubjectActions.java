package app.edgeglass.desktop;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.connection.ServerText;
import app.edgeglass.desktop.shell.Groups;
import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import app.edgeglass.desktop.shell.dialog.Confirmation;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.notice.Notices;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;

/** The actions of connecting and of the Subjects screen. */
final class SubjectActions {

    private SubjectActions() {}

    /** @param show brings the Subjects screen to the front */
    static void register(Actions actions, Workspaces workspaces, Runnable show, Dialogs dialogs, Notices notices) {
        String subjects = Texts.WORDS.say("subjects.title");
        String server = Groups.connection();
        Supplier<SubjectsScreen> screen = () -> workspaces.current().subjects();
        Supplier<LowerTabs> lower = () -> workspaces.current().lower();
        Supplier<ConnectionViewModel> connection = () -> workspaces.current().connection();
        actions.register(
                Action.of(
                                "subjects-filter",
                                subjects,
                                Texts.WORDS.say("action.filter"),
                                after(show, () -> screen.get().filter().focus()))
                        .withShortcuts("Shortcut+F")
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "subjects-subscribe",
                                subjects,
                                Texts.WORDS.say("action.subscribe"),
                                after(show, () -> screen.get().bar().focus()))
                        .withShortcuts("Shortcut+Shift+S")
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "subjects-pause",
                                subjects,
                                Texts.WORDS.say("action.pause"),
                                () -> pause(screen.get().tree().pausedProperty()))
                        .withShortcuts("Shortcut+Period")
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "subjects-clear",
                                subjects,
                                Texts.WORDS.say("action.clear"),
                                () -> screen.get().clear())
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "subjects-close-all",
                                subjects,
                                Texts.WORDS.say("action.close-all"),
                                () -> screen.get().tree().closeAll())
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "subjects-tree",
                                subjects,
                                Texts.WORDS.say("action.tree"),
                                after(show, () -> screen.get().treeView().root().requestFocus()))
                        .withShortcuts("Shortcut+T")
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "subjects-messages",
                                subjects,
                                Texts.WORDS.say("action.messages"),
                                after(show, () -> screen.get().tableView().focus()))
                        .withShortcuts("Shortcut+M")
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "message-details",
                                subjects,
                                Texts.WORDS.say("action.details"),
                                after(show, () -> lower.get().showMessage()))
                        .withShortcuts("Shortcut+I")
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "message-diff",
                                subjects,
                                Texts.WORDS.say("action.diff"),
                                after(show, () -> lower.get().showDiff()))
                        .withShortcuts("Shortcut+D")
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "publish",
                                subjects,
                                Texts.WORDS.say("action.publish"),
                                after(show, () -> lower.get().showPublish()))
                        .withKeywords(Texts.WORDS.say("action.publish.keywords"))
                        .withShortcuts("Shortcut+P")
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "publish-again",
                                subjects,
                                Texts.WORDS.say("action.publish-again"),
                                after(show, () -> lower.get().publishAgain()))
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "disconnect",
                                server,
                                Texts.WORDS.say("action.disconnect"),
                                () -> leave(connection.get(), dialogs))
                        .withKeywords(Texts.WORDS.say("action.disconnect.keywords"))
                        .when(() -> isOpen(connection.get())),
                Action.of(
                                "server-details",
                                server,
                                Texts.WORDS.say("action.server-details"),
                                () -> tellServer(connection.get(), notices))
                        .withKeywords(Texts.WORDS.say("action.server-details.keywords"))
                        .when(() -> isLive(connection.get())),
                Action.of(
                        "connect",
                        server,
                        Texts.WORDS.say("action.connect"),
                        after(show, () -> screen.get().chooseServer())));
    }

    private static Runnable after(Runnable first, Runnable then) {
        return () -> {
            first.run();
            then.run();
        };
    }

    private static void pause(BooleanProperty paused) {
        paused.set(!paused.get());
    }

    /** Asks first: what was received goes with the session, and a local world with everything on it. */
    private static void leave(ConnectionViewModel connection, Dialogs dialogs) {
        OpenSession open = connection.openProperty().get();
        if (open == null) {
            return;
        }
        String sentence = open.world()
                .map(world -> world.server().isTemporary()
                        ? Texts.WORDS.say("leave.local")
                        : Texts.WORDS.say("leave.local.kept", world.server().folder()))
                .orElseGet(() -> Texts.WORDS.say("leave.sentence"));
        dialogs.confirm(
                new Confirmation(
                        Texts.WORDS.say("leave.title", open.session().profile().name()),
                        sentence,
                        Texts.WORDS.say("leave.yes"),
                        false),
                connection::disconnect);
    }

    private static void tellServer(ConnectionViewModel connection, Notices notices) {
        OpenSession open = connection.openProperty().get();
        if (open != null && open.session().state() instanceof SessionState.Live(var _, var details)) {
            notices.info(
                    ServerText.details(
                            details, open.session().jetStream(), open.session().servers()),
                    "");
        }
    }

    private static boolean isLive(ConnectionViewModel connection) {
        OpenSession open = connection.openProperty().get();
        return open != null && open.session().state() instanceof SessionState.Live;
    }

    private static boolean isOpen(ConnectionViewModel connection) {
        return connection.openProperty().get() != null;
    }
}
