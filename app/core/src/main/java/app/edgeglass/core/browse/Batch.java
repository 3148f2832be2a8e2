package app.edgeglass.core.browse;

import java.util.List;

/**
 * Messages that follow each other in a stream, as far as they were asked for.
 *
 * @param messages in the order of their sequence; between them is nothing, or nothing of the pattern
 * @param next from where to go on
 * @param end whether nothing comes behind them
 */
record Batch(List<StoredMessage> messages, long next, boolean end) {

    Batch {
        messages = List.copyOf(messages);
    }
}
