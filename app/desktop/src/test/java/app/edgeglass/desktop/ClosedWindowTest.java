package app.edgeglass.desktop;

import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives a window, such as the system's preferences, the clipboard and the toolkit, holds nothing of it. */
class ClosedWindowTest {

    @TempDir
    Path home;

    @Test
    void isLetGo() {
        WeakReference<Wiring> closed = openAndClose();
        // The toolkit keeps hold of the text that it laid out last (VFlow of JavaFX 26.0.2), and so of one window.
        openAndClose();

        Awaitility.await().until(() -> {
            System.gc();
            return closed.refersTo(null);
        });
    }

    private WeakReference<Wiring> openAndClose() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var window = SubjectsWindow.open(home)) {
            window.connect(server.url());
            window.awaitSubscription(">");
            window.ui().run("go-streams");
            window.ui().node("stream-list");
            return new WeakReference<>(window.ui().wiring());
        }
    }
}
