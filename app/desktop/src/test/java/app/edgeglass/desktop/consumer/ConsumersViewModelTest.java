package app.edgeglass.desktop.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.testing.ApiClient;
import app.edgeglass.core.testing.ServerVersion;
import app.edgeglass.core.testing.TestServer;
import app.edgeglass.desktop.consumer.ConsumerFormViewModel.Purpose;
import app.edgeglass.desktop.consumer.TrialViewModel.Way;
import app.edgeglass.desktop.form.TextModel;
import app.edgeglass.desktop.testing.PostedRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The list, the form and the trial of consumers, on a real server and without a screen. */
class ConsumersViewModelTest {

    private static final String EXPLICIT = "\"ack_policy\":\"explicit\"";

    private Instant now = Instant.now();

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.system().withZone(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private static void consumer(ApiClient other, String name, String config) {
        other.ask(
                "CONSUMER.DURABLE.CREATE.ORDERS." + name,
                "{\"stream_name\":\"ORDERS\",\"config\":{\"durable_name\":\"" + name + "\"," + config + "}}");
    }

    private static void stream(ApiClient other) {
        other.ask("STREAM.CREATE.ORDERS", "{\"name\":\"ORDERS\",\"subjects\":[\"orders.>\"],\"storage\":\"memory\"}");
    }

    private static List<String> names(ConsumersViewModel model) {
        return Objects.requireNonNull(model.shownProperty().get()).lines().stream()
                .map(line -> line.row().name())
                .toList();
    }

    @Test
    void asksInTimeAndNeverTwiceAtOnce() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = ApiClient.connect(server.url());
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            stream(other);
            consumer(other, "calm", EXPLICIT);
            consumer(
                    other,
                    "pushed",
                    EXPLICIT + ",\"deliver_subject\":\"to.nobody\",\"filter_subject\":\"orders.paid\"");
            other.publish("orders.paid", "1");
            var tasks = new PostedRunner();
            var model = new ConsumersViewModel(tasks, clock);
            model.show(new StreamRef(session, "ORDERS"));
            now = now.plusSeconds(30);
            model.sample();
            model.refresh();
            assertThat(tasks.started("list of consumers")).isEqualTo(1);
            tasks.deliver();
            // What needs a look stands first; the filter finds subjects too, and the count stays whole.
            assertThat(names(model)).containsExactly("pushed", "calm");
            assertThat(Objects.requireNonNull(model.shownProperty().get()).abnormal())
                    .isEqualTo(1);
            model.sort(Order.NAME, false);
            assertThat(names(model)).containsExactly("calm", "pushed");
            model.filterProperty().set("PAID");
            assertThat(names(model)).containsExactly("pushed");
            assertThat(Objects.requireNonNull(model.shownProperty().get()).total())
                    .isEqualTo(2);
            model.select("calm");
            assertThat(Objects.requireNonNull(model.selectedProperty().get())
                            .row()
                            .name())
                    .isEqualTo("calm");

            model.intervalProperty().set(Duration.ofSeconds(10));
            model.sample();
            long before = tasks.started("list of consumers");
            tasks.deliver();
            now = now.plusSeconds(9);
            model.sample();
            assertThat(tasks.started("list of consumers")).isEqualTo(before);
            model.pausedProperty().set(true);
            now = now.plusSeconds(9);
            model.sample();
            assertThat(tasks.started("list of consumers")).isEqualTo(before);
            model.pausedProperty().set(false);
            model.sample();
            tasks.deliver();
            assertThat(tasks.started("list of consumers")).isEqualTo(before + 1);
            // The age of the oldest open message was read for the selected one.
            assertThat(Objects.requireNonNull(model.selectedProperty().get()).oldest())
                    .isPresent();

            // One that is deleted meanwhile is no longer selected; a stream that is gone is said to be, and the rows
            // stay.
            other.ask("CONSUMER.DELETE.ORDERS.calm", "");
            model.refresh();
            tasks.deliver();
            assertThat(model.selectedProperty().get()).isNull();
            other.ask("STREAM.DELETE.ORDERS", "");
            model.refresh();
            tasks.deliver();
            assertThat(Objects.requireNonNull(model.failureProperty().get()).key())
                    .isEqualTo("jetstream.no-stream");
            assertThat(names(model)).containsExactly("pushed");
            model.show(null);
            assertThat(model.shownProperty().get()).isNull();
        }
    }

    @Test
    void sendsOnlyWhatWasEditedAndSaysWhatThatIs() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = ApiClient.connect(server.url());
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            stream(other);
            consumer(
                    other,
                    "worker",
                    EXPLICIT + ",\"metadata\":{\"team\":\"a\"},\"backoff\":[1000000000],\"max_deliver\":4");
            var ref = new StreamRef(session, "ORDERS");
            var tasks = new InPlaceRunner();
            var list = new ConsumersViewModel(tasks, clock);
            var details = new DetailViewModel(list, tasks, clock);
            list.show(ref);
            list.select("worker");
            Detail detail = Objects.requireNonNull(details.detailProperty().get());

            var form = ConsumerFormViewModel.edit(ref, detail, tasks);
            assertThat(form.readyProperty().get()).isFalse();
            ((TextModel) form.form().field("max_deliver").orElseThrow())
                    .textProperty()
                    .set("9");
            assertThat(form.changesProperty().get()).extracting("path").containsExactly("max_deliver");
            ((TextModel) form.form().field("max_deliver").orElseThrow())
                    .textProperty()
                    .set("12");
            assertThat(form.changesProperty().get())
                    .singleElement()
                    .satisfies(change -> assertThat(change.after()).hasToString("12"));
            var done = new ArrayList<String>();
            form.send(done::add);
            assertThat(done).containsExactly("worker");
            var after =
                    (ObjectNode) other.ask("CONSUMER.INFO.ORDERS.worker", "").path("config");
            assertThat(after.path("max_deliver").asInt()).isEqualTo(12);
            assertThat(after.path("metadata").path("team").asString()).isEqualTo("a");
            assertThat(after.path("backoff").size()).isEqualTo(1);

            var fresh = ConsumerFormViewModel.create(ref, detail.surroundings(), tasks);
            assertThat(fresh.purpose()).isEqualTo(Purpose.CREATE);
            assertThat(fresh.readyProperty().get()).isFalse();
            fresh.nameProperty().set("worker");
            assertThat(fresh.readyProperty().get()).isTrue();
            fresh.send(done::add);
            // Refused, said so, and nothing lost: another name is all it takes.
            assertThat(Objects.requireNonNull(fresh.failureProperty().get()).key())
                    .isEqualTo("consumer.exists");
            fresh.nameProperty().set("fresh");
            fresh.send(done::add);
            assertThat(done).containsExactly("worker", "fresh");
        }
    }

    @Test
    void triesOutAndSaysWhatIsLeft() {
        try (var server = TestServer.start(ServerVersion.NEWEST);
                var other = ApiClient.connect(server.url());
                var session = new Session(Profile.of(server.url()), Clock.systemUTC())) {
            session.open();
            stream(other);
            consumer(other, "worker", EXPLICIT);
            for (int i = 0; i < 3; i++) {
                other.publish("orders.new", "" + i);
            }
            var ref = new StreamRef(session, "ORDERS");
            var tasks = new InPlaceRunner();
            var list = new ConsumersViewModel(tasks, clock);
            var details = new DetailViewModel(list, tasks, clock);
            list.show(ref);
            list.select("worker");
            var trial = new TrialViewModel(
                    ref, Objects.requireNonNull(details.detailProperty().get()), tasks, clock);

            trial.peek(false);
            assertThat(trial.messagesProperty().get()).hasSize(3).noneMatch(Seen::isOpen);
            trial.choose(Way.TAKE);
            assertThat(trial.messagesProperty().get()).isEmpty();
            trial.take(app.edgeglass.core.consumer.trial.PullRequest.of(2, Duration.ofSeconds(5)), false);
            assertThat(trial.messagesProperty().get()).hasSize(2).allMatch(Seen::isOpen);
            trial.settle(List.of(1L), new app.edgeglass.core.consumer.trial.Word.Ack(), true);
            assertThat(trial.countProperty().get().open()).isEqualTo(1);
            assertThat(trial.open()).isEqualTo(1);
            assertThat(trial.untilAllAgain()).isPresent();

            trial.leave(true);

            assertThat(other.ask("CONSUMER.INFO.ORDERS.worker", "")
                            .path("num_ack_pending")
                            .asInt())
                    .isEqualTo(1);
            assertThat(other.take("ORDERS", "worker", "+ACK")).isTrue();
        }
    }
}
