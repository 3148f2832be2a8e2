package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.Expansion;
import app.edgeglass.core.design.Flow;
import app.edgeglass.core.design.payload.MadeMessage;
import app.edgeglass.core.design.payload.MessageMaker;
import java.util.List;

/** Publishes the messages of one flow. */
final class FlowPlayer {

    private final Flow flow;
    private final Stage stage;
    private final Expansion subjects;
    private final MessageMaker maker;

    FlowPlayer(Flow flow, Stage stage) {
        this.flow = flow;
        this.stage = stage;
        this.subjects = stage.design().expand(flow.subject());
        this.maker = stage.maker(flow.message(), flow.subject());
    }

    List<Beat> beats() {
        return Beat.of(flow.pace(), subjects.size(), stage.random(), this::publish);
    }

    private void publish(int subject) {
        MadeMessage message = maker.make(subject, stage.clock().instant());
        if (flow.acknowledged()) {
            stage.wire().publishAcknowledged(subjects.text(subject), message);
        } else {
            stage.wire().publish(subjects.text(subject), message);
        }
    }
}
