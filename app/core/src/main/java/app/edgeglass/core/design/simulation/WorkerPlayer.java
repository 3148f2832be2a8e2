package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.ConsumerDesign;
import app.edgeglass.core.design.ConsumerDesign.Outcomes;
import app.edgeglass.core.design.ConsumerDesign.Worker;
import app.edgeglass.core.design.Pace;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Fetches messages from one consumer at a worker's pace, and says after a while what became of each. */
final class WorkerPlayer {

    private final ConsumerDesign consumer;
    private final Worker worker;
    private final Stage stage;
    private @Nullable JetStreamSubscription subscription;

    WorkerPlayer(ConsumerDesign consumer, Worker worker, Stage stage) {
        this.consumer = consumer;
        this.worker = worker;
        this.stage = stage;
    }

    void listen(Dispatcher dispatcher) throws IOException, JetStreamApiException {
        var options = PullSubscribeOptions.bind(consumer.stream(), consumer.name());
        subscription = stage.wire().connection().jetStream().subscribe(null, dispatcher, this::delivered, options);
    }

    List<Beat> beats() {
        var fetches = new Pace(
                new Pace.Total(worker.pace().perSecond(1) / worker.batch()),
                worker.pace().jitter(),
                1);
        return Beat.of(fetches, 1, stage.random(), _ -> fetch());
    }

    private void fetch() {
        JetStreamSubscription from = subscription;
        if (from != null) {
            // What is not there now is fetched the next time, so that no request is left waiting on the server.
            stage.wire().attempt(consumer.name(), () -> from.pullNoWait(worker.batch()));
        }
    }

    private void delivered(Message message) {
        stage.later().run(Duration.ZERO, () -> {
            stage.tally().delivered.increment();
            stage.later().run(stage.between(worker.least(), worker.most()), () -> finish(message));
        });
    }

    private void finish(Message message) {
        if (consumer.ack() == ConsumerDesign.Ack.NONE) {
            return;
        }
        stage.wire().attempt(consumer.name(), () -> {
            switch (outcome(message)) {
                case 0 -> {
                    message.ack();
                    stage.tally().acked.increment();
                }
                case 1 -> {
                    if (worker.nakDelay().isPresent()) {
                        message.nakWithDelay(worker.nakDelay().get());
                    } else {
                        message.nak();
                    }
                    stage.tally().naked.increment();
                }
                case 2 -> {
                    message.term();
                    stage.tally().termed.increment();
                }
                default -> stage.tally().left.increment();
            }
        });
    }

    /** 0 acknowledge, 1 give back, 2 refuse, 3 say nothing. */
    private int outcome(Message message) {
        // Whether a message is poison follows from its place in the stream: it fails at each delivery, as in real life.
        long sequence = message.metaData().streamSequence();
        if (worker.poison() > 0
                && new SplittableRandom(stage.design().seed() * 31 + sequence).nextDouble() < worker.poison()) {
            return 1;
        }
        Outcomes weights = worker.outcomes();
        double rest = stage.random().nextDouble() * (weights.ack() + weights.nak() + weights.term() + weights.none());
        if (rest < weights.ack()) {
            return 0;
        }
        rest -= weights.ack();
        if (rest < weights.nak()) {
            return 1;
        }
        return rest - weights.nak() < weights.term() ? 2 : 3;
    }
}
