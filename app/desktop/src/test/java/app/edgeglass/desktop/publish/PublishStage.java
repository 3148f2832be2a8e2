package app.edgeglass.desktop.publish;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.shell.Screen;
import app.edgeglass.desktop.testing.UiDriver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The publish view alone on a screen of the real window, in the size that it has there. */
final class PublishStage implements AutoCloseable {

    private static final List<String> NAMES = List.of(
            "site.berlin.device.7.cmd", "site.berlin.device.7.temp", "site.berlin.device.8.cmd", "site.hamburg.alarm");

    private final UiDriver ui;
    private final Session session;
    private final PublishViewModel model;
    private final List<String> copied = new ArrayList<>();
    private final PublishView view;

    PublishStage(Path home, TestServer server, double width, double height) {
        ui = UiDriver.open(home);
        session = new Session(Profile.of(server.url()).named("Plant 7"), Clock.systemUTC());
        session.open();
        model = UiDriver.onFx(() -> new PublishViewModel(
                new PublishHistory(new MemoryHistory()),
                (typed, most) ->
                        NAMES.stream().filter(name -> name.startsWith(typed)).toList(),
                ui.wiring().tasks(),
                Clock.systemUTC()));
        var actions = new PublishView.Actions() {
            @Override
            public void copy(String text) {
                copied.add(text);
            }

            @Override
            public void openFile(Consumer<Path> onChosen) {
                onChosen.accept(home.resolve("firmware-2.1.bin"));
            }
        };
        view = UiDriver.onFx(() -> new PublishView(
                model, Payloads.builtIn(), new PlainPane(), ui.wiring().sampler(), actions));
        UiDriver.onFx(() -> {
            var around = new StackPane(view.root());
            around.setAlignment(Pos.BOTTOM_RIGHT);
            ui.wiring().navigation().add(new Screen("publish-stage", "Publish", MaterialDesignS.SEND, () -> around));
            ui.wiring().navigation().go("publish-stage");
            model.use(session);
            return around;
        });
        ui.resize(1440, 900);
        size(width, height);
        ui.node("publish-subject-field");
    }

    void size(double width, double height) {
        UiDriver.onFx(() -> {
            var region = (Region) view.root();
            region.setMaxSize(width, height);
            region.setPrefSize(width, height);
            return region;
        });
        ui.settle();
    }

    UiDriver ui() {
        return ui;
    }

    PublishViewModel model() {
        return model;
    }

    PublishView view() {
        return view;
    }

    Session session() {
        return session;
    }

    List<String> copied() {
        return copied;
    }

    @Override
    public void close() {
        UiDriver.onFx(() -> {
            model.use(null);
            return model;
        });
        session.close();
        ui.close();
    }

    /** Payloads as plain text, in place of the window's own payload view. */
    private static final class PlainPane implements PayloadPane {

        private final TextArea area = new TextArea();

        PlainPane() {
            area.setId("publish-reply-payload");
            area.setEditable(false);
        }

        @Override
        public Node node() {
            return area;
        }

        @Override
        public void show(String subject, byte[] payload) {
            area.setText(new String(payload, StandardCharsets.UTF_8));
        }
    }
}
