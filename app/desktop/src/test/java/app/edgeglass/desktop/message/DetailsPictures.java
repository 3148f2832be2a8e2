package app.edgeglass.desktop.message;

import app.edgeglass.desktop.message.MessageDetailsViewModel.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the details of messages, ordinary and hostile, to be looked at. */
@Tag("pictures")
class DetailsPictures {

    private static final Path OUT = Path.of("target/pictures/details");

    @TempDir
    Path home;

    @Test
    void tour() {
        try (var ui = new DetailsWindow(home, 860, 380)) {
            for (var dark : new boolean[] {false, true}) {
                ui.dark(dark);
                var theme = dark ? "-dark" : "-light";
                take(ui, Samples.reading(), "reading" + theme, true);
                take(ui, Samples.text(), "text" + theme, true);
                take(ui, Samples.binary(), "binary" + theme, true);
                take(ui, Samples.broken(), "broken" + theme, true);
                take(ui, Samples.hostile(), "hostile" + theme, true);
                take(ui, Samples.empty(), "empty" + theme, false);
                take(ui, Samples.first(), "first" + theme, true);
                take(ui, Samples.identical(), "identical" + theme, true);
                take(ui, Samples.large(), "large" + theme, false);
            }
            ui.dark(false);
            ui.size(500, 300);
            take(ui, Samples.reading(), "narrow", true);
            take(ui, Samples.large(), "narrow-large", false);
            ui.size(860, 380);
            ui.show(Samples.large());
            DetailsWindow.onFx(() -> {
                ui.model().payload().loadAll();
                return true;
            });
            ui.await("all", () -> {
                var shown = ui.model().payload().shownProperty().get();
                return shown != null && shown.isAll();
            });
            ui.click("payload-find-button");
            ui.type("sensor-99");
            ui.await(
                    "hits",
                    () -> ui.model().payload().find().foundProperty().get().current() == 0);
            ui.picture(OUT.resolve("large-all-find.png"));
        }
    }

    private static void take(DetailsWindow ui, ShownMessage message, String name, boolean diff) {
        ui.open(Tab.PAYLOAD);
        ui.show(message);
        ui.picture(OUT.resolve(name + ".png"));
        if (diff) {
            ui.open(Tab.DIFF);
            ui.picture(OUT.resolve(name + "-diff.png"));
            DetailsWindow.onFx(() -> {
                ui.model().diff().textWantedProperty().set(true);
                return true;
            });
            ui.picture(OUT.resolve(name + "-diff-text.png"));
            DetailsWindow.onFx(() -> {
                ui.model().diff().textWantedProperty().set(false);
                return true;
            });
            ui.open(Tab.HEADERS);
            ui.picture(OUT.resolve(name + "-headers.png"));
        }
    }
}
