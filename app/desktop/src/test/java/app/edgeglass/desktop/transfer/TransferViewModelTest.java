package app.edgeglass.desktop.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.core.transfer.Renaming;
import app.edgeglass.core.transfer.Selection;
import app.edgeglass.core.transfer.TransferEnd;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferViewModelTest {

    @TempDir
    Path folder;

    private final TransferViewModel model = new TransferViewModel(new InPlaceRunner(), Clock.systemUTC());

    private String told() {
        var text = TransferText.of(model.stateProperty().get());
        return text.bad() + " " + text.sentence() + " " + text.more();
    }

    @Test
    void tellsWhatBecameOfEachThing() throws Exception {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = TestClient.connect(server.url());
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            var streams = other.connection().jetStreamManagement();
            streams.addStream(StreamConfiguration.builder()
                    .name("ORDERS")
                    .subjects("orders.>")
                    .build());
            streams.addStream(StreamConfiguration.builder()
                    .name("COPY")
                    .subjects("copy.>")
                    .build());
            for (int i = 0; i < 20_000; i++) {
                other.connection().publish("orders.a", "body".getBytes(UTF_8));
            }
            await().until(() -> streams.getStreamInfo("ORDERS").getStreamState().getMsgCount() == 20_000);
            var orders = new StreamRef(session, "ORDERS");
            var copy = new StreamRef(session, "COPY");
            Path file = folder.resolve("orders.ndjson");

            model.export(orders, new Selection(1, 100, ">"), file);
            assertThat(told()).startsWith("false 100 messages (400 B) are written to");
            assertThat(Files.readAllLines(file)).hasSize(100);

            model.look(file, copy, () -> Renaming.NONE);
            assertThat(told())
                    .startsWith("true 100 messages are in the file (400 B)")
                    .contains("100 of them have subjects that “COPY” does not listen to, such as orders.a");
            model.importFile(file, copy, () -> new Renaming("orders", "copy"), 100, 1);
            assertThat(told()).isEqualTo("false 100 messages were stored in “COPY”. ");
            model.importFile(file, copy, () -> new Renaming("orders", "copy"), 100, 1);
            assertThat(told()).contains("No message was stored", "100 were there already");
            model.copy(orders, Selection.ALL, copy, () -> Renaming.NONE);
            assertThat(told()).contains("does not listen to “orders.a”", "To go on, begin with sequence 1.");
            model.importFile(folder.resolve("none"), copy, () -> Renaming.NONE, 0, 1);
            assertThat(told()).startsWith("true The file");
            model.copy(orders, Selection.ALL, new StreamRef(session, "GONE"), () -> Renaming.NONE);
            assertThat(told()).startsWith("true There is no such stream");

            // Stopped by hand, it still tells how far it came.
            CompletableFuture<Void> copying = CompletableFuture.runAsync(
                    () -> model.copy(orders, Selection.ALL, copy, () -> new Renaming("orders", "copy")));
            await().until(() -> {
                model.sample();
                return copying.isDone()
                        || (model.stateProperty().get() instanceof TransferState.Running(var progress)
                                && progress.messages() > 100);
            });
            model.cancel();
            copying.join();
            assertThat(model.stateProperty().get()).isInstanceOfSatisfying(TransferState.Ended.class, ended -> {
                assertThat(ended.end().cancelled()).isTrue();
                assertThat(ended.end().reached()).isEqualTo(ended.end().stored());
            });
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            model.forget();
            assertThat(told()).isEqualTo("false  ");
        }
    }

    @Test
    void saysWhatIsInDoubtAndWhereToGoOn() {
        var end = new TransferEnd(10, 0, 3, 2, 8, Optional.empty(), true);
        TransferText text = TransferText.of(new TransferState.Ended(end, "COPY", true));
        assertThat(text.sentence()).isEqualTo("Stopped before the end.");
        assertThat(List.of(text.more().split("(?<=\\.) ")))
                .containsExactly(
                        "10 messages were stored in “COPY”.",
                        "2 of them come behind the place where it stopped, since they were on their way.",
                        "3 may or may not be stored: no answer came.",
                        "To go on, begin with line 9.");
    }
}
