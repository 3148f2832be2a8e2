package app.edgeglass.core.census;

import app.edgeglass.core.message.MessageFilter;
import app.edgeglass.core.subject.NodeFilter;
import app.edgeglass.core.subject.TokenTest;
import java.util.List;

/** Filters counted subjects by their names: of their messages nothing is here. */
public record SubjectNames(MessageFilter filter) implements NodeFilter {

    @Override
    public Answer answer(int node, String subject) {
        return filter.subject(subject);
    }

    @Override
    public List<TokenTest> tokenTests() {
        return filter.tokenTests();
    }

    @Override
    public boolean isDecidedByTokens() {
        return filter.isDecidedByTokens();
    }
}
