package app.edgeglass.desktop;

import app.edgeglass.core.connection.doctor.ConnectionDoctor;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.secret.SecretStore.Place;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.connection.Target;
import app.edgeglass.desktop.doctor.DoctorView;
import app.edgeglass.desktop.doctor.DoctorViewModel;
import app.edgeglass.desktop.doctor.Remedy;
import app.edgeglass.desktop.profile.ConnectionsView;
import app.edgeglass.desktop.profile.ConnectionsViewModel;
import app.edgeglass.desktop.profile.Door;
import app.edgeglass.desktop.profile.FolderDialog;
import app.edgeglass.desktop.profile.SecretDialog;
import app.edgeglass.desktop.profile.transfer.TransferDialogs;
import app.edgeglass.desktop.shell.Dividers;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.dialog.FileQuestion;
import app.edgeglass.desktop.shell.dialog.Overlay;
import app.edgeglass.desktop.shell.notice.Notices;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * The Connections screen: the connections, and their examination, which do not know each other. Its views are made when
 * somebody looks at them first.
 */
final class ConnectionsScreen implements ConnectionsView.Surroundings, DoctorView.Actions {

    /** The list has the room of a name and an address, the rest is the form's. */
    private static final double LIST = 0.245;

    private final ConnectionsViewModel.Kept kept;
    private final Window window;
    private final ConnectionsViewModel model;
    private final DoctorViewModel doctor;
    private final DoctorRemedies remedies;
    private final TransferDialogs transfer;
    private @Nullable ConnectionsView view;
    private @Nullable DoctorView doctorView;

    /**
     * What the screen needs of the window.
     *
     * @param show brings the screen to the front
     */
    record Window(
            TaskRunner tasks,
            Dialogs dialogs,
            Overlay overlay,
            Notices notices,
            Dividers dividers,
            Clock clock,
            Runnable show) {}

    ConnectionsScreen(ConnectionsViewModel.Kept kept, Window window) {
        this.kept = kept;
        this.window = window;
        model = new ConnectionsViewModel(kept, window.tasks(), window.dialogs(), new SecretDialog(window.overlay()));
        doctor = new DoctorViewModel(new ConnectionDoctor(window.clock())::examine, window.tasks());
        remedies = new DoctorRemedies(model, doctor, this);
        transfer = transfer(window.dialogs());
    }

    /** @param files asks for files */
    TransferDialogs transfer(Dialogs files) {
        return new TransferDialogs(kept.store(), model.contexts(), window.tasks(), window.overlay(), files);
    }

    /** Says where connections lead to. */
    void leadTo(Door door) {
        model.opening().leadTo(door);
    }

    private ConnectionsView view() {
        ConnectionsView made = view;
        if (made == null) {
            made = new ConnectionsView(model, this);
            window.dividers().follow(made.split(), LIST);
            view = made;
        }
        return made;
    }

    Parent root() {
        // What the CLI has changed meanwhile is seen when somebody comes here.
        model.contexts().load();
        return view().root();
    }

    /** Brings the screen to the front. */
    ConnectionsView show() {
        window.show().run();
        return view();
    }

    /** Examines a connection, beside the list. */
    void examine(Profile profile, Secrets secrets) {
        DoctorView shown = doctorView;
        if (shown == null) {
            shown = new DoctorView(doctor, this);
            doctorView = shown;
        }
        show().cover(shown.root());
        doctor.examine(profile, secrets);
    }

    @Override
    public List<Remedy> remedies(Profile profile, Failure failure) {
        return remedies.of(profile, failure);
    }

    @Override
    public void copy(String report) {
        var content = new ClipboardContent();
        content.putString(report);
        Clipboard.getSystemClipboard().setContent(content);
        window.notices().success(Texts.WORDS.say("copied", Texts.WORDS.say("copied.report")));
    }

    @Override
    public void back() {
        view().uncover();
    }

    @Override
    public void chooseFile(String title, Consumer<Path> onChosen) {
        window.dialogs().openFile(new FileQuestion(title, "", List.of()), onChosen);
    }

    @Override
    public Place placeOfSecrets() {
        return kept.store().secrets().place();
    }

    @Override
    public List<String> folders() {
        var folders = new TreeSet<String>();
        for (Profile profile : kept.store().list()) {
            if (!profile.look().folder().isEmpty()) {
                folders.add(profile.look().folder());
            }
        }
        return List.copyOf(folders);
    }

    @Override
    public boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    }

    @Override
    public void importFile() {
        transfer.importFile(imported -> window.notices().success(imported));
    }

    @Override
    public void export() {
        Profile chosen = model.editor().shownProperty().get();
        transfer.export(
                chosen == null || model.editor().isNew() ? List.of() : List.of(chosen),
                done -> window.notices().success(done));
    }

    @Override
    public void renameFolder(String folder, Consumer<String> onName) {
        new FolderDialog(window.overlay()).ask(folder, onName);
    }

    /** Begins a connection from what is open or was typed. */
    void keep(Target.Server server) {
        ConnectionsView shown = show();
        model.create(server.profile(), server.secrets());
        shown.enterForm();
    }

    /** The same for addresses as they were typed; what is wrong with them is said in the form. */
    void keep(String typed) {
        ConnectionsView shown = show();
        model.create(typed);
        shown.enterForm();
    }

    /**
     * Looks after what changes by itself.
     *
     * @return whether something is under way that a person waits for
     */
    boolean sample() {
        boolean examining = doctor.sample();
        if (view != null) {
            view.sample();
        } else {
            model.list().sample();
        }
        return examining;
    }

    ProfileStore store() {
        return kept.store();
    }

    DoctorViewModel doctor() {
        return doctor;
    }

    ConnectionsViewModel model() {
        return model;
    }
}
