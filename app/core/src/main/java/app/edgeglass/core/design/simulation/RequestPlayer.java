package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.Expansion;
import app.edgeglass.core.design.Requester;
import app.edgeglass.core.design.payload.MessageMaker;
import io.nats.client.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends the requests of one requester and counts what comes of them. */
final class RequestPlayer {

    private final Requester requester;
    private final Stage stage;
    private final Expansion subjects;
    private final MessageMaker maker;

    RequestPlayer(Requester requester, Stage stage) {
        this.requester = requester;
        this.stage = stage;
        this.subjects = stage.design().expand(requester.subject());
        this.maker = stage.maker(requester.message(), requester.subject());
    }

    List<Beat> beats() {
        return Beat.of(requester.pace(), subjects.size(), stage.random(), this::request);
    }

    private void request(int subject) {
        var message = maker.make(subject, stage.clock().instant());
        CompletableFuture<Message> answer = stage.wire().request(subjects.text(subject), message, requester.timeout());
        if (answer == null) {
            return;
        }
        stage.tally().requests.increment();
        var _ = answer.whenComplete((reply, thrown) -> {
            boolean answered = thrown == null && reply != null && !reply.isStatusMessage();
            (answered ? stage.tally().answered : stage.tally().unanswered).increment();
        });
        // The client looks for requests that are too late only every few seconds.
        stage.later().run(requester.timeout(), () -> answer.cancel(true));
    }
}
