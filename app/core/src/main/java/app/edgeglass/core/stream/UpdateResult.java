package app.edgeglass.core.stream;

import app.edgeglass.core.jetstream.config.FieldChange;
import java.util.List;

/**
 * What came of a change.
 *
 * @param now the stream as the server says it is
 * @param otherwise what it has taken otherwise than it was sent, such as a field that an old server drops without a word
 */
public record UpdateResult(StreamInfo now, List<FieldChange> otherwise) {}
