package app.edgeglass.desktop;

import app.edgeglass.core.subject.TreeRows;
import java.lang.management.ManagementFactory;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the log how long the program took from the start of its JVM to what a person sees first. */
final class StartLog {

    private static final Logger LOG = LoggerFactory.getLogger(StartLog.class);

    private StartLog() {}

    /** Notes the end of the scene's first layout, behind which only the drawing is left. */
    static void window(Scene scene) {
        OnceLaidOut.run(scene, () -> LOG.info("The window stands {} ms after the start", millis()));
    }

    /** Notes the first layout of the tree that has rows. */
    static void rows(Scene scene, ReadOnlyObjectProperty<@Nullable TreeRows> rows) {
        rows.addListener(new ChangeListener<>() {
            @Override
            public void changed(
                    ObservableValue<? extends @Nullable TreeRows> of,
                    @Nullable TreeRows before,
                    @Nullable TreeRows now) {
                if (now != null && now.size() > 0) {
                    rows.removeListener(this);
                    OnceLaidOut.run(scene, () -> LOG.info("The first rows stand {} ms after the start", millis()));
                }
            }
        });
    }

    // Not from what the system knows of the process: on Linux that counts from a boot time in whole seconds.
    private static long millis() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
