package app.edgeglass.desktop.shell;

import app.edgeglass.core.settings.Section;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** Light or dark, as the system says or the person chose, and the zoom. Remembered in the settings. */
public final class Appearance implements AutoCloseable {

    static final int LEAST_ZOOM = 80;
    static final int MOST_ZOOM = 200;
    private static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private final Section<AppearanceSettings> settings;
    private final ObservableValue<Boolean> systemDark;
    private final Subscription following;
    private final ReadOnlyObjectWrapper<ThemeChoice> theme = new ReadOnlyObjectWrapper<>(ThemeChoice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper zoom = new ReadOnlyIntegerWrapper();

    /** @param systemDark whether the system prefers dark; may change at any time */
    public Appearance(Section<AppearanceSettings> settings, ObservableValue<Boolean> systemDark) {
        this.settings = settings;
        this.systemDark = systemDark;
        following = systemDark.subscribe(this::show);
        show();
    }

    /** Follows the system no longer, which lives longer than the window and would hold it. */
    @Override
    public void close() {
        following.unsubscribe();
    }

    private void show() {
        AppearanceSettings now = settings.get();
        theme.set(now.theme());
        dark.set(
                switch (now.theme()) {
                    case SYSTEM -> systemDark.getValue();
                    case LIGHT -> false;
                    case DARK -> true;
                });
        zoom.set(now.zoomPercent());
    }

    public void choose(ThemeChoice choice) {
        settings.update(before -> before.withTheme(choice));
        show();
    }

    /** From light to dark or back, whatever the system says. */
    public void switchTheme() {
        choose(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    public void zoomIn() {
        for (int step : STEPS) {
            if (step > zoom.get()) {
                zoomTo(step);
                return;
            }
        }
    }

    public void zoomOut() {
        for (int step : STEPS.reversed()) {
            if (step < zoom.get()) {
                zoomTo(step);
                return;
            }
        }
    }

    /** The sizes that can be chosen, in percent. */
    public static List<Integer> zoomSteps() {
        return STEPS;
    }

    /** @param percent brought between 80 and 200 */
    public void zoomTo(int percent) {
        settings.update(before -> before.withZoom(percent));
        show();
    }

    public ReadOnlyObjectProperty<ThemeChoice> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Whether the window is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** The size of text, in pixels, which the zoom changes: one em. */
    public ObservableValue<Double> em() {
        return zoom.map(percent -> Look.FONT_SIZE * percent.doubleValue() / 100);
    }

    /** The zoom in percent. */
    public ReadOnlyIntegerProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }
}
