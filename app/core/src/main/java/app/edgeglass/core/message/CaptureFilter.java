package app.edgeglass.core.message;

import app.edgeglass.core.subject.NodeFilter;

/**
 * A message filter over the subjects of a capture: a subject stays when its last message does.
 *
 * @param capture where the last messages are
 * @param filter what must hold
 */
public record CaptureFilter(Capture capture, MessageFilter filter) implements NodeFilter {

    @Override
    public boolean keeps(int node, String subject) {
        if (!filter.keepsSubject(subject)) {
            return false;
        }
        if (!filter.looksAtMessages()) {
            return true;
        }
        return capture.log()
                .last(node, MessageFilter.PAYLOAD_LOOKED_AT)
                .map(filter::keepsContent)
                .orElse(false);
    }

    @Override
    public boolean looksAtMessages() {
        return filter.looksAtMessages();
    }
}
