package app.edgeglass.core.subject;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Which subjects of a tree pass tests that are decided token by token. Since a child's number is always above its parent's,
 * one pass over the nodes in the order of their numbers is enough, and later ones go on where the last one ended: a node's
 * answer never changes.
 */
final class TokenWalk {

    private final SubjectTree tree;
    private final List<Step> steps;
    /** For each test, where each node's subject has brought it. */
    private final byte[][] states;

    private boolean[] passed = new boolean[64];
    private int size;

    /** A test, as a machine that takes tokens. */
    interface Step {

        byte start();

        byte next(byte state, int token);

        boolean holds(byte state);
    }

    TokenWalk(SubjectTree tree, List<TokenTest> tests) {
        this.tree = tree;
        steps = tests.stream().map(test -> step(tree.tokens(), test)).toList();
        states = new byte[steps.size()][64];
        for (int i = 0; i < states.length; i++) {
            states[i][SubjectTree.ROOT] = steps.get(i).start();
        }
        size = 1;
    }

    private static Step step(TokenTable tokens, TokenTest test) {
        return switch (test) {
            case TokenTest.Like like -> new LikeStep(tokens, like);
            case TokenTest.Containing part when part.text().indexOf('.') >= 0 -> new AcrossStep(tokens, part);
            case TokenTest.Containing part -> new ContainingStep(tokens, part);
        };
    }

    /** Decides for the nodes below this number that have come since the last time. */
    void advance(int wanted) {
        if (passed.length < wanted) {
            passed = Arrays.copyOf(passed, Math.max(wanted, passed.length * 2));
        }
        if (size < wanted) {
            Arrays.fill(passed, size, wanted, true);
        }
        for (int i = 0; i < states.length; i++) {
            if (states[i].length < wanted) {
                states[i] = Arrays.copyOf(states[i], Math.max(wanted, states[i].length * 2));
            }
            Step step = steps.get(i);
            byte[] reached = states[i];
            for (int node = size; node < wanted; node++) {
                reached[node] = step.next(reached[tree.parent(node)], tree.tokenOf(node));
                passed[node] &= step.holds(reached[node]);
            }
        }
        size = Math.max(size, wanted);
    }

    /** Whether the subject that ends at the node passes all tests. */
    boolean passes(int node) {
        return passed[node];
    }

    /** The state is the number of tokens that have matched. */
    private static final class LikeStep implements Step {

        private static final byte NEVER = -1;
        private static final byte WHATEVER_FOLLOWS = Byte.MAX_VALUE;
        private static final byte[] ANY = {'*'};
        private static final byte[] REST = {'>'};

        private final TokenTable tokens;
        private final byte[][] pattern;
        private final boolean negated;

        LikeStep(TokenTable tokens, TokenTest.Like test) {
            this.tokens = tokens;
            pattern = test.pattern().tokens().stream()
                    .map(token -> token.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            negated = test.negated();
        }

        @Override
        public byte start() {
            return 0;
        }

        @Override
        public byte next(byte state, int token) {
            if (state == NEVER || state == WHATEVER_FOLLOWS) {
                return state;
            }
            if (state == pattern.length) {
                return NEVER;
            }
            byte[] wanted = pattern[state];
            if (Arrays.equals(wanted, REST)) {
                return WHATEVER_FOLLOWS;
            }
            boolean matches = Arrays.equals(wanted, ANY) || tokens.matches(token, wanted, 0, wanted.length);
            return matches ? (byte) (state + 1) : NEVER;
        }

        @Override
        public boolean holds(byte state) {
            return (state == WHATEVER_FOLLOWS || state == pattern.length) != negated;
        }
    }

    /** The state is whether one of the tokens contained it. */
    private static final class ContainingStep implements Step {

        private static final byte UNKNOWN = 0;
        private static final byte NO = 1;
        private static final byte YES = 2;

        private final TokenTable tokens;
        private final TokenTest.Containing test;
        private final boolean plain;
        private final byte[] wanted;
        /** By token; most stand at many nodes. */
        private byte[] known = new byte[256];

        ContainingStep(TokenTable tokens, TokenTest.Containing test) {
            this.tokens = tokens;
            this.test = test;
            wanted = test.text().getBytes(StandardCharsets.UTF_8);
            plain = test.text().chars().allMatch(c -> c < 0x80);
        }

        @Override
        public byte start() {
            return NO;
        }

        @Override
        public byte next(byte state, int token) {
            if (state == YES) {
                return YES;
            }
            if (token >= known.length) {
                known = Arrays.copyOf(known, Math.max(token + 1, known.length * 2));
            }
            if (known[token] == UNKNOWN) {
                known[token] = contains(token) ? YES : NO;
            }
            return known[token];
        }

        private boolean contains(int token) {
            return (plain && tokens.isPlain(token))
                    ? tokens.contains(token, wanted, test.foldCase())
                    : test.holds(tokens.text(token));
        }

        @Override
        public boolean holds(byte state) {
            return (state == YES) != test.negated();
        }
    }
}
