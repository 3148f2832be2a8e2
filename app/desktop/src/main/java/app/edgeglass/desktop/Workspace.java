package app.edgeglass.desktop;

import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.desktop.backup.BackupDialogs;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.ConnectionViewModel.LocalServerTurn;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.connection.SessionRates;
import app.edgeglass.desktop.connection.SessionTeller;
import app.edgeglass.desktop.connection.TabText;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.control.EmColumns;
import app.edgeglass.desktop.fx.Subscriptions;
import app.edgeglass.desktop.shell.session.SessionTab;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One session's place in the window: the way to it, what is known of it, and its screens. The screens, which are most of the
 * window's nodes, are made when somebody looks at them first; what comes before that is counted and kept all the same.
 */
final class Workspace {

    private final int id;
    private final WorkspaceTools tools;
    private final ConnectionViewModel connection;
    private final SubjectModels models;
    private final SessionMemory memory;
    private final SessionTeller teller;
    private final SessionRates rates = new SessionRates(System::nanoTime);
    /** What is to be let go of with the session, since what it hangs on stays. */
    private final Subscriptions held = new Subscriptions();

    private @Nullable Screens screens;
    private @Nullable StreamsScreen streams;
    private @Nullable BackupDialogs backups;
    private boolean prepared;
    private boolean hidden = true;
    private long seen;
    private String alarm = "";

    /** What is made to be looked at. */
    private record Screens(SubjectsScreen subjects, LowerTabs lower) {}

    Workspace(int id, WorkspaceTools tools, LocalServerTurn turn) {
        this.id = id;
        this.tools = tools;
        connection = tools.connection(turn);
        models = SubjectModels.make(tools.tasks());
        connection.openProperty().subscribe(models::show);
        memory = new SessionMemory(connection, models, tools.subjects());
        teller = new SessionTeller(tools.notices());
    }

    private Screens screens() {
        Screens made = screens;
        if (made == null) {
            made = makeScreens();
            screens = made;
        }
        return made;
    }

    private Screens makeScreens() {
        var sampling = tools.sampling().into(held);
        var help = new ScreenSurroundings(tools.notices(), tools.dialogs(), tools.tasks());
        var widths = new EmColumns(tools.em());
        held.add(widths::close);
        var subjects =
                new SubjectsScreen(connection, models, tools.payloads(), tools.clock(), tools.dividers(), widths, help);
        help.serve(subjects);
        subjects.start().propose(tools.subjects().get().lastUrl());
        var ofServer = new ServerRemedies(connection, tools.localServer(), tools.dialogs());
        StartOffers offers = tools.offers();
        subjects.start()
                .remedyBy(failure -> Stream.concat(
                                ofServer.of(failure).stream(), offers.remedies(connection, failure).stream())
                        .toList());
        subjects.start().offerKeeping(offers::keep, offers::showAll);
        subjects.start().keepSecretsBy(offers.secrets());
        held.values(offers.known(), subjects.start()::offerKnown);
        held.values(tools.worlds(), subjects.start()::offer);
        var lower = new LowerTabs(
                subjects, connection, tools.tasks(), tools.payloads(), tools.clock(), sampling, tools.history(), help);
        help.publishWith(lower::publishTo);
        subjects.follow(sampling);
        if (prepared) {
            subjects.prepare();
        }
        return new Screens(subjects, lower);
    }

    int id() {
        return id;
    }

    ConnectionViewModel connection() {
        return connection;
    }

    SubjectModels models() {
        return models;
    }

    SubjectsScreen subjects() {
        return screens().subjects();
    }

    LowerTabs lower() {
        return screens().lower();
    }

    StreamsScreen streams() {
        StreamsScreen made = streams;
        if (made == null) {
            var widths = new EmColumns(tools.em());
            held.add(widths::close);
            made = StreamParts.screen(connection, tools, tools.sampling().into(held), widths, backups());
            streams = made;
        }
        return made;
    }

    /** The stream whose page is open, if one is. */
    @Nullable
    StreamRef openedStream() {
        StreamsScreen made = streams;
        return made == null ? null : made.opened();
    }

    /** Saving streams of this session, and restoring them. */
    BackupDialogs backups() {
        BackupDialogs made = backups;
        if (made == null) {
            made = StreamWatch.backups(tools, tools.sampling().into(held));
            backups = made;
        }
        return made;
    }

    @Nullable
    OpenSession open() {
        return connection.openProperty().get();
    }

    /** Whether nothing was asked for here yet. */
    boolean isEmpty() {
        return connection.targetProperty().get() instanceof Target.Nothing
                && !(connection.standingProperty().get() instanceof Standing.Opening);
    }

    /** Whether the local server is its own, or about to be. */
    boolean hasLocalServer() {
        OpenSession open = open();
        return open != null
                ? open.world().isPresent()
                : connection.targetProperty().get() instanceof Target.World
                        && connection.standingProperty().get() instanceof Standing.Opening;
    }

    boolean isRepeating() {
        Screens made = screens;
        return made != null && made.lower().isRepeating();
    }

    /** The window has its first picture: from now on there is time for what a session will need. */
    void prepare() {
        prepared = true;
        Screens made = screens;
        if (made != null) {
            made.subjects().prepare();
        }
    }

    /** It is looked at, or no longer. */
    void setHidden(boolean now) {
        if (now && !hidden) {
            memory.save();
        }
        hidden = now;
        alarm = "";
        markSeen();
    }

    private void markSeen() {
        OpenSession open = open();
        seen = open == null ? 0 : open.feed().counters().received();
    }

    /**
     * Looks after what goes on whether or not it is looked at. To be called about twice a second.
     *
     * @param several whether notices have to say of which session they are
     */
    void sample(boolean several) {
        OpenSession open = open();
        rates.sample(open);
        String trouble = teller.tell(open, several ? name() : "");
        if (!hidden) {
            markSeen();
            memory.save();
        } else if (!trouble.isEmpty()) {
            alarm = trouble;
        }
    }

    String name() {
        return TabText.name(connection);
    }

    SessionTab tab() {
        OpenSession open = open();
        long unseen =
                hidden && open != null ? Math.max(0, open.feed().counters().received() - seen) : 0;
        return TabText.tab(id, connection, unseen, alarm, tools.clock().instant());
    }

    SessionRates rates() {
        return rates;
    }

    void save() {
        memory.save();
    }

    /** Closes what is open, in the background, and lets go of the window. */
    List<CountDownLatch> close() {
        memory.save();
        List<CountDownLatch> ending = connection.disconnect();
        held.close();
        return ending;
    }
}
