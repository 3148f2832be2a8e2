package app.edgeglass.desktop.publish;

import app.edgeglass.core.publish.StreamHeaders;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a stream is asked to look at before it stores a message, as it is typed; nothing is asked where nothing is typed. */
final class StreamOptions {

    private final StringProperty messageId = new SimpleStringProperty("");
    private final StringProperty stream = new SimpleStringProperty("");
    private final StringProperty lastSequence = new SimpleStringProperty("");
    private final StringProperty lastSubjectSequence = new SimpleStringProperty("");
    private final StringProperty lastMessageId = new SimpleStringProperty("");
    private final StringProperty ttl = new SimpleStringProperty("");

    List<StringProperty> all() {
        return List.of(messageId, stream, lastSequence, lastSubjectSequence, lastMessageId, ttl);
    }

    void set(StreamHeaders wanted) {
        messageId.set(wanted.messageId());
        stream.set(wanted.stream());
        lastSequence.set(wanted.lastSequence());
        lastSubjectSequence.set(wanted.lastSubjectSequence());
        lastMessageId.set(wanted.lastMessageId());
        ttl.set(wanted.ttl());
    }

    StreamHeaders headers() {
        return new StreamHeaders(
                messageId.get(),
                stream.get(),
                lastSequence.get(),
                lastSubjectSequence.get(),
                lastMessageId.get(),
                ttl.get());
    }

    StringProperty messageId() {
        return messageId;
    }

    StringProperty stream() {
        return stream;
    }

    StringProperty lastSequence() {
        return lastSequence;
    }

    StringProperty lastSubjectSequence() {
        return lastSubjectSequence;
    }

    StringProperty lastMessageId() {
        return lastMessageId;
    }

    StringProperty ttl() {
        return ttl;
    }
}
