package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.Expansion;
import app.edgeglass.core.design.Responder;
import app.edgeglass.core.design.payload.MadeMessage;
import app.edgeglass.core.design.payload.MessageMaker;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers requests on the subjects of one responder. */
final class ResponderPlayer {

    /** How many answers may be on their way: somebody may ask faster than a responder with a latency answers. */
    private static final int MOST_UNDER_WAY = 10_000;

    private final Responder responder;
    private final Stage stage;
    private final Expansion subjects;
    private final MessageMaker maker;
    private final Map<String, Integer> indices = new HashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    ResponderPlayer(Responder responder, Stage stage) {
        this.responder = responder;
        this.stage = stage;
        this.subjects = stage.design().expand(responder.subject());
        this.maker = stage.maker(responder.reply(), responder.subject());
        for (int i = 0; i < subjects.size(); i++) {
            indices.put(subjects.text(i), i);
        }
    }

    void listen(Dispatcher dispatcher) {
        if (responder.queue().isEmpty()) {
            dispatcher.subscribe(subjects.pattern(), this::asked);
        } else {
            dispatcher.subscribe(subjects.pattern(), responder.queue(), this::asked);
        }
    }

    private void asked(Message request) {
        Integer index = indices.get(request.getSubject());
        String replyTo = request.getReplyTo();
        if (index == null || replyTo == null || replyTo.isEmpty()) {
            return;
        }
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            stage.tally().missed.increment();
            return;
        }
        byte[] asked = request.getData();
        // Everything that draws happens on the simulation's own thread; this is the client's.
        stage.later()
                .run(
                        Duration.ZERO,
                        () -> stage.later().run(stage.between(responder.least(), responder.most()), () -> {
                            underWay.decrementAndGet();
                            reply(index, replyTo, asked);
                        }));
    }

    private void reply(int index, String replyTo, byte[] asked) {
        MadeMessage reply = maker.reply(index, stage.clock().instant(), asked);
        stage.wire().attempt(subjects.text(index), () -> {
            stage.wire().connection().publish(replyTo, Wire.headers(reply), reply.payload());
            stage.tally().replies.increment();
        });
    }
}
