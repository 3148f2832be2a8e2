package app.edgeglass.core.transfer;

import app.edgeglass.core.connection.change.Destruction;
import app.edgeglass.core.connection.change.Loss;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Deletes one message of a stream.
 *
 * @param sequence which one
 * @param bytes what it takes
 * @param erase whether its bytes are overwritten on the disk, which takes longer; otherwise they stay there until the file that
 *     they are in goes
 */
public record MessageDeletion(StreamRef stream, long sequence, long bytes, boolean erase) {

    private static final int DELETE_FAILED = 10057;

    /** What the guard and the person are to be asked. */
    public Destruction act() {
        return Destruction.deleteMessages(stream.name(), new Loss(1, bytes, 0));
    }

    /**
     * Does it.
     *
     * @param typed what the person typed to confirm it
     * @throws app.edgeglass.core.error.Failure as the guard and {@link JetStreamApi}: {@code jetstream.no-message} when it is
     *     gone already
     */
    public void run(String typed) {
        var consent = stream.session().guard().allow(act(), typed);
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("seq", sequence).put("no_erase", !erase);
        var api = new JetStreamApi(stream.session());
        try {
            api.destroy(consent, "STREAM.MSG.DELETE." + stream.name(), body);
        } catch (Failure e) {
            if (ApiError.is(e, DELETE_FAILED)) {
                // Why not is told in words only. Where it is gone, this says so better.
                ObjectNode question = JsonMapper.shared().createObjectNode();
                api.read("STREAM.MSG.GET." + stream.name(), question.put("seq", sequence));
            }
            throw e;
        }
    }
}
