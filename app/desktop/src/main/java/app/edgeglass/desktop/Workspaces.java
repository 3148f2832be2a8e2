package app.edgeglass.desktop;

import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.ConnectionViewModel.LocalServerTurn;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.connection.Endings;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.shell.dialog.Confirmation;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.session.SessionTabsViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the window, each in a tab of its own, and which of them is shown. There is always one, be it empty.
 * Changed on the window's thread only.
 */
final class Workspaces implements LocalServerTurn, SessionTabsViewModel.Commands {

    private final WorkspaceTools tools;
    private final Dialogs dialogs;
    private final SessionTabsViewModel tabs = new SessionTabsViewModel(this);
    private final ReadOnlyObjectWrapper<Workspace> current;
    private final ReadOnlyObjectWrapper<List<Workspace>> list;
    private final List<CountDownLatch> endings = new ArrayList<>();
    /** Also read by the thread that ends the program. */
    private volatile List<Workspace> all;

    private @Nullable Workspace cameFrom;
    private int lastId;
    private boolean prepared;

    Workspaces(WorkspaceTools tools) {
        this.tools = tools;
        this.dialogs = tools.dialogs();
        Workspace first = make();
        first.setHidden(false);
        all = List.of(first);
        list = new ReadOnlyObjectWrapper<>(all);
        current = new ReadOnlyObjectWrapper<>(first);
        showTabs();
    }

    private void arrange(List<Workspace> changed) {
        all = List.copyOf(changed);
        list.set(all);
        showTabs();
    }

    private Workspace make() {
        var made = new Workspace(++lastId, tools, this);
        if (prepared) {
            made.prepare();
        }
        made.connection().standingProperty().addListener((of, before, now) -> showTabs());
        return made;
    }

    /** Adds an empty one behind the shown one, without showing it. */
    private Workspace add() {
        Workspace added = make();
        var changed = new ArrayList<>(all);
        changed.add(all.indexOf(current.get()) + 1, added);
        arrange(changed);
        return added;
    }

    /** Opens a session by a profile, in a tab of its own unless the shown one is still empty, and shows it. */
    Workspace open(Profile profile, Secrets secrets) {
        Workspace free = free();
        free.connection().connect(profile, secrets);
        show(free);
        return free;
    }

    /** As {@link #open(Profile, Secrets)}, for what has been put together already. */
    Workspace open(Target target) {
        Workspace free = free();
        free.connection().connect(target);
        show(free);
        return free;
    }

    /** As {@link #open(Profile, Secrets)}, for addresses as they are typed. */
    Workspace open(String urls) {
        Workspace free = free();
        free.connection().connect(urls);
        show(free);
        return free;
    }

    /**
     * Adds what was there the last time, and shows one of it; what is empty now goes.
     *
     * @param count how many
     * @param shown the place of the one to show
     * @param opener opens the one at a place; each is opened, whatever becomes of the others
     */
    void restore(int count, int shown, BiConsumer<Integer, Workspace> opener) {
        var restored = Stream.generate(this::make).limit(count).toList();
        List<Workspace> empty = all.stream().filter(Workspace::isEmpty).toList();
        var changed = new ArrayList<>(all);
        changed.addAll(restored);
        arrange(changed);
        for (int place = 0; place < count; place++) {
            opener.accept(place, restored.get(place));
        }
        show(restored.get(Math.clamp(shown, 0, count - 1)));
        empty.forEach(this::remove);
    }

    private Workspace free() {
        return current.get().isEmpty() ? current.get() : add();
    }

    /** Starts the local server, in a tab of its own unless the shown one is empty or is that of a local server. */
    void startLocal(String sample) {
        Workspace present = current.get();
        boolean reused =
                present.isEmpty() || present.connection().targetProperty().get() instanceof Target.World;
        Workspace in = reused ? present : add();
        show(in);
        in.connection().startLocal(sample);
    }

    @Override
    public void take(ConnectionViewModel by, Consumer<List<CountDownLatch>> go) {
        Optional<Workspace> other = all.stream()
                .filter(one -> !one.connection().equals(by) && one.hasLocalServer())
                .findFirst();
        other.ifPresentOrElse(
                holder -> dialogs.confirm(
                        new Confirmation(
                                Texts.WORDS.say("local.taken.title", holder.name()),
                                Texts.WORDS.say("local.taken.sentence", holder.name()),
                                Texts.WORDS.say("local.taken.yes"),
                                false),
                        () -> go.accept(holder.connection().disconnect())),
                () -> go.accept(List.of()));
    }

    /** The local server, whichever session it belongs to; from any thread. */
    Optional<LocalWorld> world() {
        return all.stream()
                .flatMap(one -> Optional.ofNullable(one.open()).stream())
                .flatMap(open -> open.world().stream())
                .findFirst();
    }

    /** Shows an empty one; the one there is, if there is one. */
    @Override
    public void openNew() {
        Workspace before = current.get();
        Workspace empty = all.stream().filter(Workspace::isEmpty).findFirst().orElseGet(this::add);
        if (!empty.equals(before)) {
            cameFrom = before;
        }
        show(empty);
        empty.subjects().offerBack(before.equals(empty) ? "" : before.name(), () -> goBack(empty));
        empty.subjects().start().focus();
    }

    /** The person does not want another session after all. */
    private void goBack(Workspace from) {
        Workspace before = cameFrom;
        if (before != null && all.contains(before)) {
            show(before);
            if (from.isEmpty()) {
                remove(from);
            }
        }
    }

    void show(Workspace wanted) {
        Workspace before = current.get();
        if (before.equals(wanted)) {
            return;
        }
        before.setHidden(true);
        wanted.setHidden(false);
        current.set(wanted);
        showTabs();
    }

    @Override
    public void select(int id) {
        find(id).ifPresent(this::show);
    }

    void selectNext(int step) {
        int place = all.indexOf(current.get());
        show(all.get(Math.floorMod(place + step, all.size())));
    }

    @Override
    public void move(int id, int place) {
        find(id).ifPresent(moved -> {
            var changed = new ArrayList<>(all);
            changed.remove(moved);
            changed.add(Math.clamp(place, 0, changed.size()), moved);
            arrange(changed);
        });
    }

    @Override
    public void close(int id) {
        find(id).ifPresent(closing -> {
            String loss = loss(closing);
            if (loss.isEmpty()) {
                remove(closing);
            } else {
                dialogs.confirm(
                        new Confirmation(
                                Texts.WORDS.say("leave.title", closing.name()),
                                loss,
                                Texts.WORDS.say("leave.yes"),
                                false),
                        () -> remove(closing));
            }
        });
    }

    /** What would not be there any more; empty for nothing that one could not have again by connecting. */
    private static String loss(Workspace of) {
        if (of.isRepeating()) {
            return Texts.WORDS.say("leave.repeating");
        }
        OpenSession open = of.open();
        return open == null ? "" : open.world().map(Workspaces::loss).orElse("");
    }

    private static String loss(LocalWorld world) {
        return world.server().isTemporary()
                ? Texts.WORDS.say("leave.local")
                : Texts.WORDS.say("leave.local.kept", world.server().folder());
    }

    private void remove(Workspace closing) {
        if (!all.contains(closing)) {
            return;
        }
        if (all.size() == 1) {
            if (closing.isEmpty()) {
                return;
            }
            show(add());
        } else if (closing.equals(current.get())) {
            show(neighbour(closing));
        }
        var changed = new ArrayList<>(all);
        changed.remove(closing);
        arrange(changed);
        if (closing.equals(cameFrom)) {
            cameFrom = null;
        }
        endings.removeIf(ending -> ending.getCount() == 0);
        endings.addAll(closing.close());
    }

    private Workspace neighbour(Workspace of) {
        int place = all.indexOf(of);
        return all.get(place + 1 < all.size() ? place + 1 : place - 1);
    }

    /** The same once more, with a state of its own. */
    @Override
    public void duplicate(int id) {
        find(id).ifPresent(source -> {
            Target target = source.connection().targetProperty().get();
            switch (target) {
                case Target.Server _, Target.Reference _ -> {
                    Workspace copy = add();
                    copy.connection().connect(target);
                    show(copy);
                }
                case Target.World _ -> {
                    OpenSession open = source.open();
                    if (open != null) {
                        Workspace copy = add();
                        copy.connection().connect(Target.Server.besides(open));
                        show(copy);
                    }
                }
                case Target.Nothing _ -> openNew();
            }
        });
    }

    @Override
    public void reconnect(int id) {
        find(id).ifPresent(one -> one.connection().reconnectNow());
    }

    @Override
    public void disconnect(int id) {
        find(id).ifPresent(one -> one.connection().disconnect());
    }

    @Override
    public boolean canReconnect(int id) {
        return find(id).map(Workspaces::canReconnect).orElse(false);
    }

    static boolean canReconnect(Workspace one) {
        OpenSession open = one.open();
        return open == null
                ? !one.isEmpty() && !(one.connection().standingProperty().get() instanceof Standing.Opening)
                : !(open.session().state() instanceof SessionState.Live);
    }

    @Override
    public boolean canDisconnect(int id) {
        return find(id).map(one -> one.open() != null).orElse(false);
    }

    private Optional<Workspace> find(int id) {
        return all.stream().filter(one -> one.id() == id).findFirst();
    }

    /** The window has its first picture. */
    void prepare() {
        prepared = true;
        all.forEach(Workspace::prepare);
    }

    /** Looks after all of them; to be called about twice a second. */
    void sample() {
        boolean several = all.size() > 1;
        all.forEach(one -> one.sample(several));
        showTabs();
    }

    private void showTabs() {
        tabs.show(all.stream().map(Workspace::tab).toList(), current.get().id());
    }

    /** Closes all and waits for it; for the end of the program. */
    void closeNow() {
        for (Workspace one : all) {
            endings.addAll(one.close());
        }
        Endings.await(endings);
    }

    /** From left to right. */
    List<Workspace> all() {
        return all;
    }

    ReadOnlyObjectProperty<List<Workspace>> allProperty() {
        return list.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Workspace> currentProperty() {
        return current.getReadOnlyProperty();
    }

    Workspace current() {
        return current.get();
    }

    SessionTabsViewModel tabs() {
        return tabs;
    }
}
