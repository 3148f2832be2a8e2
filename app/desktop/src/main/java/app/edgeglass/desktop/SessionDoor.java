package app.edgeglass.desktop;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.context.Resolved;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.profile.Door;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Connections lead to the sessions of the window. One that is open is shown rather than opened once more; a second session of
 * the same connection is made by duplicating the first.
 *
 * @param show brings the screen with the sessions to the front
 * @param examiner takes what is to be examined
 */
record SessionDoor(Workspaces workspaces, SessionSources sources, Runnable show, BiConsumer<Profile, Secrets> examiner)
        implements Door {

    @Override
    public void open(Profile profile, Secrets secrets) {
        show.run();
        Optional<Workspace> present =
                workspaces.all().stream().filter(one -> isOf(one, profile.id())).findFirst();
        if (present.isEmpty()) {
            workspaces.open(profile, secrets);
            return;
        }
        Workspace one = present.orElseThrow();
        OpenSession open = one.open();
        boolean same = open != null
                && open.session().profile().equals(profile)
                && !(open.session().state() instanceof SessionState.Closed);
        if (!same) {
            one.connection().connect(profile, secrets);
        }
        workspaces.show(one);
    }

    @Override
    public void examine(Profile profile, Secrets secrets) {
        examiner.accept(profile, secrets);
    }

    @Override
    public void note(Resolved context) {
        sources.note(context);
    }

    private static boolean isOf(Workspace workspace, String id) {
        return switch (workspace.connection().targetProperty().get()) {
            case Target.Server server -> server.profile().id().equals(id);
            case Target.Reference reference -> reference.id().equals(id);
            case Target.World _, Target.Nothing _ -> false;
        };
    }

    @Override
    public Standing standing(String id) {
        Standing best = Standing.CLOSED;
        for (Workspace one : workspaces.all()) {
            if (isOf(one, id)) {
                Standing its = standing(one);
                if (its == Standing.LIVE || best == Standing.CLOSED) {
                    best = its;
                }
            }
        }
        return best;
    }

    private static Standing standing(Workspace one) {
        OpenSession open = one.open();
        if (open == null) {
            return one.connection().standingProperty().get() instanceof ConnectionViewModel.Standing.Opening
                    ? Standing.OPENING
                    : Standing.CLOSED;
        }
        return switch (open.session().state()) {
            case SessionState.Live _ -> Standing.LIVE;
            case SessionState.Closed _ -> Standing.CLOSED;
            default -> Standing.AWAY;
        };
    }
}
