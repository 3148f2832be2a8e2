package app.edgeglass.core.message;

import app.edgeglass.core.subject.NodeFilter;
import app.edgeglass.core.subject.TokenTest;
import java.util.List;

/**
 * A message filter over the subjects of a capture: a subject stays when its last message does.
 *
 * @param capture where the last messages are
 * @param filter what must hold
 */
public record CaptureFilter(Capture capture, MessageFilter filter) implements NodeFilter {

    @Override
    public Answer answer(int node, String subject) {
        Answer bySubject = filter.subject(subject);
        if (bySubject == Answer.DROPPED || !filter.looksAtMessages()) {
            return bySubject;
        }
        return capture.log()
                .last(node, MessageFilter.PAYLOAD_LOOKED_AT)
                .map(last -> bySubject.and(filter.content(last)))
                .orElse(Answer.DROPPED);
    }

    @Override
    public List<TokenTest> tokenTests() {
        return filter.tokenTests();
    }

    @Override
    public boolean isDecidedByTokens() {
        return filter.isDecidedByTokens();
    }

    @Override
    public boolean looksAtMessages() {
        return filter.looksAtMessages();
    }
}
