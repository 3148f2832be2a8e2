package app.edgeglass.desktop.census;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.census.CensusProgress;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.subject.RowOrder;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestClient;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.control.tree.TreeRow;
import io.nats.client.api.StreamConfiguration;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CensusViewModelTest {

    private static TestServer server;
    private static TestClient other;
    private static Session session;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(ServerVersion.NEWEST);
        other = TestClient.connect(server.url());
        session = new Session(Profile.of(server.url()), Clock.systemUTC());
        session.open();
        other.connection()
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("ORDERS")
                        .subjects("orders.>")
                        .build());
        for (int i = 0; i < 120; i++) {
            other.connection().jetStream().publish("orders.shop" + i % 3 + ".o" + i % 40, new byte[0]);
        }
        other.connection().jetStream().publish("orders.shop1.o1", new byte[0]);
    }

    @AfterAll
    static void end() {
        session.close();
        other.close();
        server.close();
    }

    private static TreeRows rows(CensusViewModel model) {
        return Objects.requireNonNull(model.rowsProperty().get());
    }

    private static TreeRow row(CensusViewModel model, String subject) {
        TreeRows rows = rows(model);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new TreeRow(rows, i))
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsTheCountsAsATreeThatIsFilteredAndSorted() {
        var model = new CensusViewModel(new InPlaceRunner(), System::nanoTime);
        model.show(new StreamRef(session, "ORDERS"));

        assertThat(model.stateProperty().get()).isEqualTo(new CensusState.Counted(new CensusProgress(120, 120, true)));
        assertThat(CensusText.of(model.stateProperty().get()).sentence()).isEqualTo("120 subjects");
        assertThat(row(model, "orders").messages()).isEqualTo(121);
        assertThat(row(model, "orders.shop1").messages()).isEqualTo(41);

        model.orderProperty().set(RowOrder.MESSAGES);
        assertThat(new TreeRow(rows(model), 1).subject()).isEqualTo("orders.shop1");
        model.select("orders.shop1.o1");
        assertThat(model.selectedRow()).isEqualTo(-1);
        model.open(row(model, "orders.shop1").node(), true);
        assertThat(new TreeRow(rows(model), model.selectedRow()).messages()).isEqualTo(2);

        model.filterProperty().set(MessageFilter.parse("orders.*.o1"));
        assertThat(rows(model).shownSubjects()).isEqualTo(3);

        model.show(null);
        assertThat(model.rowsProperty().get()).isNull();
        assertThat(model.stateProperty().get()).isEqualTo(new CensusState.None());
    }

    @Test
    void tellsHowFarItCameWhenItIsStoppedOrFails() {
        var held = new Held();
        var model = new CensusViewModel(held, System::nanoTime);
        model.show(new StreamRef(session, "ORDERS"));
        assertThat(model.stateProperty().get()).isInstanceOf(CensusState.Counting.class);
        model.sample();
        model.stop();
        assertThat(held.cancelled).isTrue();
        assertThat(model.stateProperty().get()).isInstanceOf(CensusState.Stopped.class);
        assertThat(CensusText.of(model.stateProperty().get()).remedy()).isNotEmpty();

        var gone = new CensusViewModel(new InPlaceRunner(), System::nanoTime);
        gone.show(new StreamRef(session, "GONE"));
        assertThat(gone.stateProperty().get())
                .isInstanceOfSatisfying(
                        CensusState.Failed.class,
                        failed -> assertThat(failed.failure().key()).isEqualTo("jetstream.no-stream"));
        assertThat(CensusText.of(new CensusState.Counted(new CensusProgress(90_000, 100_000, true)))
                        .sentence())
                .isEqualTo("90,000 of 100,000 subjects");
    }

    /** Keeps the first task waiting for ever, as a server that takes its time does. */
    private static final class Held implements TaskRunner {

        private boolean begun;
        private boolean cancelled;

        @Override
        public <T> RunningTask start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {
            if (begun) {
                return new InPlaceRunner().start(name, work, onDone, onFailure);
            }
            begun = true;
            return () -> cancelled = true;
        }
    }
}
