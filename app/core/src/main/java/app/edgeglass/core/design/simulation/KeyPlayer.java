package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.BucketDesign;
import app.edgeglass.core.design.Expansion;
import app.edgeglass.core.design.payload.MadeMessage;
import app.edgeglass.core.design.payload.MessageMaker;
import java.util.List;

/**
 * Writes the keys of one template: their first revisions, then new ones at their pace. A put is a message on
 * {@code $KV.<bucket>.<key>} (ADR-8 of the NATS architecture), which, unlike the client's put, need not be waited for one by one.
 */
final class KeyPlayer {

    private final String prefix;
    private final BucketDesign.Key key;
    private final Stage stage;
    private final Expansion keys;
    private final MessageMaker maker;

    KeyPlayer(BucketDesign bucket, BucketDesign.Key key, Stage stage) {
        this.prefix = "$KV." + bucket.name() + ".";
        this.key = key;
        this.stage = stage;
        this.keys = stage.design().expand(key.key());
        this.maker = stage.maker(key.value(), key.key());
    }

    List<Beat> beats() {
        return key.pace()
                .map(pace -> Beat.of(pace, keys.size(), stage.random(), this::write))
                .orElse(List.of());
    }

    int keys() {
        return keys.size();
    }

    int revisions() {
        return key.revisions();
    }

    String subject(int index) {
        return prefix + keys.text(index);
    }

    MadeMessage make(int index) {
        return maker.make(index, stage.clock().instant());
    }

    private void write(int index) {
        stage.wire().store(subject(index), make(index), () -> {}, stage.tally().keyWrites);
    }
}
