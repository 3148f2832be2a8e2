package app.edgeglass.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.stream.StreamEditor;
import app.edgeglass.core.stream.StreamPurpose;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.form.ChoiceModel;
import app.edgeglass.desktop.form.TextModel;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the list and the forms know, without a window. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class StreamListViewModelTest {

    private final AtomicLong nanos = new AtomicLong();
    private final StreamListViewModel list =
            new StreamListViewModel(new InPlaceRunner(), Clock.systemUTC(), nanos::get);
    private TestServer server;
    private Session session;
    private StreamEditor editor;

    @BeforeEach
    void open() {
        server = TestServer.start(ServerVersion.NEWEST);
        session = new Session(Profile.of(server.url()), Clock.systemUTC());
        session.open();
        editor = new StreamEditor(new JetStreamApi(session), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        session.close();
        server.close();
    }

    private void create(String config) {
        var _ = editor.create((ObjectNode) JsonMapper.shared().readTree(config));
    }

    private StreamServices services() {
        StreamServices services = list.servicesProperty().get();
        assertThat(services).isNotNull();
        return services;
    }

    @Test
    void asksSeldomAndFindsByNameAndBySubject() {
        create("{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"]}");
        create("{\"name\":\"SITE\",\"subjects\":[\"site.*.alarm\"]}");
        list.use(session);
        list.sample();
        assertThat(list.listedProperty().get().rows())
                .extracting(StreamRow::name)
                .containsExactly("ORDERS", "SITE");

        create("{\"name\":\"LATER\",\"subjects\":[\"later\"]}");
        nanos.addAndGet(1_900_000_000L);
        list.sample();
        assertThat(list.listedProperty().get().all()).isEqualTo(2);
        nanos.addAndGet(200_000_000L);
        list.sample();
        assertThat(list.listedProperty().get().all()).isEqualTo(3);

        list.queryProperty().set("ord");
        assertThat(list.listedProperty().get().rows())
                .extracting(StreamRow::name)
                .containsExactly("ORDERS");
        list.queryProperty().set("site.ulsan.>");
        assertThat(list.listedProperty().get().rows())
                .extracting(StreamRow::name)
                .containsExactly("SITE");

        // What was seen stays when the next look fails, and the failure is told.
        session.close();
        nanos.addAndGet(3_000_000_000L);
        list.sample();
        assertThat(list.listedProperty().get().failure()).isPresent();
        assertThat(list.listedProperty().get().all()).isEqualTo(3);

        list.use(null);
        assertThat(list.listedProperty().get().known()).isFalse();
    }

    @Test
    void anotherPurposeKeepsNameAndSubjects() {
        list.use(session);
        var form = StreamFormViewModel.creating(services(), new InPlaceRunner());
        ((TextModel) form.form().field("name").orElseThrow()).textProperty().set("JOBS");
        ((TextModel) form.form().field("subjects").orElseThrow()).textProperty().set("jobs.>");

        form.purposeProperty().set(StreamPurpose.TASK_QUEUE);
        assertThat(((ChoiceModel) form.form().field("retention").orElseThrow())
                        .chosenProperty()
                        .get())
                .isEqualTo("workqueue");
        form.create();

        assertThat(form.failureProperty().get()).isEmpty();
        assertThat(services().streams().info("JOBS").subjects()).containsExactly("jobs.>");
    }

    @Test
    void countsAgainWithEachChangeOfWhatIsToGo() {
        create("{\"name\":\"S\",\"subjects\":[\"s.>\"]}");
        list.use(session);
        var purge = new PurgeViewModel(
                services(), new InPlaceRunner(), services().streams().info("S"));
        assertThat(purge.countProperty().get()).isNotNull();

        purge.muchProperty().set(PurgeViewModel.Much.KEEP);
        assertThat(purge.countProperty().get()).isNull();
        purge.numberProperty().set("many");
        assertThat(purge.failureProperty().get()).isPresent();
        purge.numberProperty().set("5");
        assertThat(purge.failureProperty().get()).isEmpty();
        assertThat(purge.countProperty().get()).isNotNull();
    }
}
