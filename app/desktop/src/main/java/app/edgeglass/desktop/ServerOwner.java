package app.edgeglass.desktop;

import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.sandbox.LocalServerViewModel;
import org.jspecify.annotations.Nullable;

/** The local server belongs to the session that was opened on it. */
record ServerOwner(ConnectionViewModel connection) implements LocalServerViewModel.Owner {

    @Override
    public @Nullable LocalWorld world() {
        OpenSession open = connection.openProperty().get();
        return open == null ? null : open.world().orElse(null);
    }

    @Override
    public void start(String sample) {
        connection.startLocal(sample);
    }

    @Override
    public void stop() {
        connection.disconnect();
    }
}
