package app.edgeglass.desktop.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.backup.BackupFolder;
import app.edgeglass.core.backup.StreamRestore;
import app.edgeglass.core.backup.StreamSave;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.backup.Transfer.Phase;
import app.edgeglass.desktop.shell.notice.Notice;
import app.edgeglass.desktop.shell.notice.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupViewModelsTest {

    private final Notices notices = new Notices(Clock.systemUTC());

    @TempDir
    Path folder;

    private Transfer transfer() {
        return new Transfer(new InPlaceRunner(), notices, System::nanoTime);
    }

    private Path saved() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void savesAndRestoresUnderAnotherNameAndSaysWhatCameOfIt() throws IOException {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = ApiClient.connect(server.url());
                var session = new Session(
                        Profile.of(server.url()).withEnvironment(Environment.PRODUCTION), Clock.systemUTC())) {
            session.open();
            other.ask("STREAM.CREATE.ORDERS", "{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"],\"storage\":\"file\"}");
            other.publish("orders.1", "one");
            other.publish("orders.2", "two");
            await().until(() -> other.ask("STREAM.INFO.ORDERS", "")
                            .path("state")
                            .path("messages")
                            .asLong()
                    == 2);

            var save =
                    new SaveViewModel(new StreamRef(session, "ORDERS"), new StreamSave(Clock.systemUTC()), transfer());
            save.folderProperty().set(folder.resolve("missing").toString());
            save.start();
            assertThat(save.transfer().phaseProperty().get()).isEqualTo(Phase.FAILED);
            assertThat(save.transfer().outcomeProperty().get()).contains("cannot be written");
            assertThat(notices.all()).isEmpty();

            save.transfer().hide();
            save.folderProperty().set(folder.toString());
            save.start();
            assertThat(save.transfer().outcomeProperty().get()).startsWith("“ORDERS” is saved: 2 messages");
            assertThat(notices.all())
                    .extracting(Notice::sentence)
                    .containsExactly(save.transfer().outcomeProperty().get());

            var changes = new AtomicInteger();
            var restore = new RestoreViewModel(
                    BackupFolder.open(saved()),
                    new StreamRestore(session),
                    transfer(),
                    new InPlaceRunner(),
                    changes::incrementAndGet);
            assertThat(restore.facts()).contains("2 messages");
            restore.start();
            assertThat(restore.transfer().outcomeProperty().get()).contains("already");
            assertThat(restore.partlyProperty().get()).isFalse();
            restore.nameProperty().set(" COPY ");
            restore.subjectsProperty().set("copied.>, also.copied");
            restore.start();
            assertThat(restore.transfer().phaseProperty().get()).isEqualTo(Phase.DONE);
            assertThat(restore.transfer().outcomeProperty().get()).startsWith("“COPY” is restored: 2 messages");
            assertThat(changes).hasValue(2);
            assertThat(other.ask("STREAM.INFO.COPY", "")
                            .path("config")
                            .path("subjects")
                            .valueStream()
                            .map(subject -> subject.asString()))
                    .isEqualTo(List.of("copied.>", "also.copied"));

            // What a failed restore has left goes by its exact name only.
            assertThat(restore.confirmation().nameToType()).contains("COPY");
            restore.removePart("ORDERS");
            assertThat(restore.removedProperty().get()).contains("another");
            restore.removePart("COPY");
            assertThat(restore.removedProperty().get()).contains("deleted");
            assertThat(other.answer("STREAM.INFO.COPY", "").has("error")).isTrue();
        }
    }
}
