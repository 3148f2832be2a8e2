package app.edgeglass.desktop.consumer;

import app.edgeglass.core.consumer.Advice;
import app.edgeglass.core.consumer.ConsumerRow;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that the server says of one consumer.
 *
 * @param config as the server wrote it
 * @param surroundings what it is in
 */
record Detail(ConsumerRow row, ObjectNode config, Surroundings surroundings) {

    /**
     * What the consumers of a stream have in common.
     *
     * @param stream the stream's configuration
     * @param level the API level of the server
     * @param clustered whether there are several servers
     */
    record Surroundings(ObjectNode stream, int level, boolean clustered) {}

    List<Advice> advice() {
        return Advice.on(config, surroundings.stream());
    }
}
