package app.edgeglass.desktop;

import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.profile.ConnectionsViewModel;
import app.edgeglass.desktop.profile.Shown;
import app.edgeglass.desktop.shell.Groups;
import app.edgeglass.desktop.shell.Navigation;
import app.edgeglass.desktop.shell.Screen;
import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.action.Actions;
import java.util.Optional;

/** What can be done with connections. */
final class ConnectionActions {

    /** The screen's place in the navigation. */
    static final String SCREEN = "connections";

    private ConnectionActions() {}

    static void register(Actions actions, ConnectionsScreen screen, Workspaces workspaces, Navigation navigation) {
        ConnectionsViewModel model = screen.model();
        String group = Texts.WORDS.say("connections.title");
        actions.register(
                Action.of("connection-new", group, Texts.WORDS.say("action.connection.new"), () -> {
                            screen.show();
                            model.create();
                            screen.show().enterForm();
                        })
                        .withKeywords(Texts.WORDS.say("action.connection.new.keywords"))
                        .withShortcuts("Shortcut+Shift+O"),
                Action.of(
                                "connection-save",
                                group,
                                Texts.WORDS.say("action.connection.save"),
                                () -> screen.show().save())
                        .withShortcuts("Shortcut+S")
                        .when(() -> isHere(navigation)
                                && model.editor().savableProperty().get()),
                Action.of(
                                "connection-test",
                                group,
                                Texts.WORDS.say("action.connection.test"),
                                () -> test(screen, workspaces, navigation))
                        .withKeywords(Texts.WORDS.say("action.connection.test.keywords"))
                        .when(() -> (isHere(navigation) && isChosen(model))
                                || server(workspaces).isPresent()),
                Action.of(
                                "connection-find",
                                group,
                                Texts.WORDS.say("action.connection.find"),
                                () -> screen.show().focusSearch())
                        .withKeywords(Texts.WORDS.say("action.connection.find.keywords"))
                        .withShortcuts("Shortcut+O"),
                Action.of("connections-import", group, Texts.WORDS.say("action.connections.import"), () -> {
                            screen.show();
                            screen.importFile();
                        })
                        .withKeywords(Texts.WORDS.say("action.connections.import.keywords")),
                Action.of("connections-export", group, Texts.WORDS.say("action.connections.export"), () -> {
                            screen.show();
                            screen.export();
                        })
                        .when(() -> !model.profiles().isEmpty()),
                Action.of(
                                "connection-keep",
                                Groups.connection(),
                                Texts.WORDS.say("action.connection.keep"),
                                () -> server(workspaces).ifPresent(screen::keep))
                        .withKeywords(Texts.WORDS.say("action.connection.keep.keywords"))
                        .when(() -> server(workspaces)
                                .filter(server -> !model.isKept(server.profile().id()))
                                .isPresent()));
    }

    private static boolean isHere(Navigation navigation) {
        return navigation.current().map(Screen::id).equals(Optional.of(SCREEN));
    }

    private static boolean isChosen(ConnectionsViewModel model) {
        return model.shownProperty().get() instanceof Shown.Editing
                || model.shownProperty().get() instanceof Shown.OfContext;
    }

    private static Optional<Target.Server> server(Workspaces workspaces) {
        return workspaces.current().connection().targetProperty().get() instanceof Target.Server server
                ? Optional.of(server)
                : Optional.empty();
    }

    private static void test(ConnectionsScreen screen, Workspaces workspaces, Navigation navigation) {
        if (isHere(navigation) && isChosen(screen.model())) {
            screen.show().test();
        } else {
            server(workspaces).ifPresent(server -> screen.examine(server.profile(), server.secrets()));
        }
    }
}
