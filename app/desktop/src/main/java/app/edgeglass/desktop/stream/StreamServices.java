package app.edgeglass.desktop.stream;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.stream.StreamEditor;
import app.edgeglass.core.stream.StreamOperations;
import app.edgeglass.core.stream.StreamRename;
import app.edgeglass.core.stream.Streams;
import java.time.Clock;

/** What core does for one session. */
record StreamServices(
        Session session, Streams streams, StreamEditor editor, StreamOperations operations, StreamRename rename) {

    static StreamServices of(Session session, Clock clock) {
        var api = new JetStreamApi(session);
        var editor = new StreamEditor(api, clock);
        return new StreamServices(
                session, new Streams(api), editor, new StreamOperations(api), new StreamRename(api, editor));
    }
}
