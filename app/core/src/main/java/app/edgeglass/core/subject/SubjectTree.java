package app.edgeglass.core.subject;

import java.nio.charset.StandardCharsets;

/**
 * Every subject seen, as a tree of tokens, each with its counters. Exactly one thread counts; any number of threads read
 * meanwhile, and neither waits for the other.
 *
 * <p>A node is a number: 0 is the root, and a child's number is always above its parent's. It never changes its meaning.
 * Counters are those of the subject that ends at the node; sums over a branch are derived by {@link TreeSample}, not on
 * each message. A reader may see a counter of a message whose other counter it does not see yet; it never sees one go back.
 *
 * <p>The tree takes no more than its budget of bytes. A subject for which there is no room counts on the rest of the deepest
 * branch that is there, a node with the token {@code >}; so all sums stay right. There is always room for a number of
 * those, and for one more for the whole tree, which takes what finds none.
 */
public final class SubjectTree {

    /** The node above the first tokens. */
    public static final int ROOT = 0;

    /** No node. */
    public static final int NONE = -1;

    /** No last message, see {@link #lastRef}. */
    public static final long NO_REF = -1;

    private static final byte[] REST = {'>'};

    private final TokenTable tokens = new TokenTable();
    private final Nodes nodes = new Nodes();
    private final Rests rests;
    private final int restToken;

    private volatile long memory;

    // The writer's own; readers never look at these.
    private final SubjectIndex bySubject = new SubjectIndex(nodes, tokens);
    private final Lookahead lookahead = new Lookahead(bySubject, nodes);
    private final ChildIndex byToken = new ChildIndex(nodes);
    private long budget;

    /**
     * @param budgetBytes the most memory that the tree may take
     */
    public SubjectTree(long budgetBytes) {
        budget = budgetBytes;
        rests = new Rests(budgetBytes);
        nodes.add(NONE, tokens.intern(new byte[0], 0, 0));
        restToken = tokens.intern(REST, 0, REST.length);
        measure();
    }

    // ---- the one thread that counts

    /**
     * Counts a message on a subject.
     *
     * @param subject holds the subject's UTF-8 bytes
     * @param messageBytes what the message adds to the byte count
     * @param micros when it arrived, in microseconds since 1970
     * @return the subject's node; or, as a complement ({@code ~node}), the rest on which it counts for want of room
     */
    public int count(byte[] subject, int offset, int length, long messageBytes, long micros) {
        long hash = ByteHash.of(subject, offset, length);
        int node = bySubject.find(hash, subject, offset, length);
        if (node == NONE) {
            if (!hasRoom(subject, offset, length)) {
                int rest = restFor(subject, offset, length);
                rests.saw(rest, hash);
                nodes.count(rest, messageBytes, micros);
                return ~rest;
            }
            node = addSubject(hash, subject, offset, length);
        }
        nodes.count(node, messageBytes, micros);
        return node;
    }

    /**
     * Notes how many messages a subject has, for who was told their number. What is said of it again is left out, so that
     * nothing counts twice; but what has to count on a rest does.
     *
     * @return whether the subject was new
     */
    public boolean note(String subject, long messages) {
        byte[] name = subject.getBytes(StandardCharsets.UTF_8);
        long hash = ByteHash.of(name, 0, name.length);
        int node = bySubject.find(hash, name, 0, name.length);
        if (node != NONE) {
            return false;
        }
        if (hasRoom(name, 0, name.length)) {
            node = addSubject(hash, name, 0, name.length);
        } else {
            node = restFor(name, 0, name.length);
            rests.saw(node, hash);
        }
        nodes.count(node, messages);
        return true;
    }

    /** Says that a message on a subject is about to be counted; {@link #fetch} follows when all that are near have been said. */
    public void expect(byte[] subject, int offset, int length) {
        lookahead.expect(subject, offset, length);
    }

    /** Brings near what counting on the expected subjects will need. Changes nothing that anyone can see. */
    public void fetch() {
        lookahead.fetch();
    }

    /** Takes no more than so many bytes from now on, or than it cannot do without; answers which of the two. */
    public long limit(long bytes) {
        budget = Math.max(bytes, memory() + rests.growth() + nodes.growth(rests.spare()));
        return budget;
    }

    /** Says where the subject's last message stands. */
    public void lastRef(int node, long ref) {
        nodes.lastRef(node, ref);
    }

    private int addSubject(long hash, byte[] subject, int offset, int length) {
        int end = offset + length;
        int node = ROOT;
        int start = offset;
        while (start <= end) {
            int dot = start;
            while (dot < end && subject[dot] != '.') {
                dot++;
            }
            node = byToken.findOrAdd(node, tokens.intern(subject, start, dot - start));
            start = dot + 1;
        }
        bySubject.add(hash, node);
        measure();
        return node;
    }

    /** Whether the budget has what the subject may need at most, what only growing takes included. */
    private boolean hasRoom(byte[] subject, int offset, int length) {
        int count = 1;
        for (int i = offset; i < offset + length; i++) {
            if (subject[i] == '.') {
                count++;
            }
        }
        if (nodes.size() + count + rests.spare() > NodeSlots.MOST_NODE) {
            return false;
        }
        long need = tokens.growth(length, count)
                + nodes.growth(count + rests.spare())
                + rests.growth()
                + bySubject.growth()
                + byToken.growth(count);
        return memory() + need <= budget;
    }

    /** The rest of the deepest branch above a subject that is there, and that has a rest or can have one. */
    private int restFor(byte[] subject, int offset, int length) {
        int branch = branchFor(subject, offset, offset + length);
        while (true) {
            int rest = byToken.find(branch, restToken);
            if (rest != NONE && rests.contains(rest)) {
                return rest;
            }
            if (rests.hasRoom(branch == ROOT)) {
                rest = rest == NONE ? byToken.addOneOfFew(branch, restToken) : rest;
                rests.add(rest);
                measure();
                return rest;
            }
            branch = Nodes.parentOf(nodes.place(branch));
        }
    }

    private int branchFor(byte[] subject, int offset, int end) {
        int node = ROOT;
        int start = offset;
        while (true) {
            int dot = start;
            while (dot < end && subject[dot] != '.') {
                dot++;
            }
            int token = dot == end ? NONE : tokens.find(subject, start, dot - start);
            int child = token == NONE ? NONE : byToken.find(node, token);
            if (child == NONE) {
                return node;
            }
            node = child;
            start = dot + 1;
        }
    }

    private void measure() {
        memory = nodes.memory() + rests.memory() + bySubject.memory() + byToken.memory();
    }

    // ---- any thread

    /** The number of nodes; every number below it is a complete node. */
    public int size() {
        return nodes.size();
    }

    /** How many messages arrived on the subject that ends at the node; 0 for a node that is only a branch. */
    public long messages(int node) {
        return nodes.messages(node);
    }

    /** Their bytes. */
    public long bytes(int node) {
        return nodes.bytes(node);
    }

    /** When the subject's first message arrived, in microseconds since 1970; 0 when none has. */
    public long firstMicros(int node) {
        return nodes.firstMicros(node);
    }

    /** When the subject's last message arrived, in microseconds since 1970; 0 when none has. */
    public long lastMicros(int node) {
        return nodes.lastMicros(node);
    }

    /** Where the subject's last message stands in the log, or {@link #NO_REF}. */
    public long lastRef(int node) {
        return nodes.lastRef(node);
    }

    /** The node above, or {@link #NONE} above the root. */
    public int parent(int node) {
        return nodes.parent(node);
    }

    /** The node's newest child, or {@link #NONE}; follow {@link #nextSibling} for the others. */
    public int firstChild(int node) {
        int child = nodes.firstChild(node);
        return child == 0 ? NONE : child;
    }

    /** The child of the same parent that came before this one, or {@link #NONE}. */
    public int nextSibling(int node) {
        int sibling = nodes.nextSibling(node);
        return sibling == 0 ? NONE : sibling;
    }

    /** The number of the node's own token, for {@link #tokens}. */
    int tokenOf(int node) {
        return nodes.token(node);
    }

    /** Whether there was no room for a subject. */
    public boolean hasRests() {
        return rests.size() > 0;
    }

    /** Whether the node stands for all subjects below its branch for which there was no room. */
    public boolean isRest(int node) {
        return tokenOf(node) == restToken && rests.isOne(node);
    }

    Rests rests() {
        return rests;
    }

    TokenTable tokens() {
        return tokens;
    }

    /** The node's own token; empty for the root. */
    public String token(int node) {
        return tokens.text(nodes.token(node));
    }

    /** The whole subject that ends at the node; empty for the root. */
    public String subject(int node) {
        if (node == ROOT) {
            return "";
        }
        int length = -1;
        for (int at = node; at != ROOT; at = parent(at)) {
            length += tokens.length(nodes.token(at)) + 1;
        }
        var bytes = new byte[length];
        int end = length;
        for (int at = node; at != ROOT; at = parent(at)) {
            int token = nodes.token(at);
            end -= tokens.length(token);
            tokens.copy(token, bytes, end);
            if (end > 0) {
                end--;
                bytes[end] = '.';
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How many tokens the node's subject has; 0 for the root. */
    public int depth(int node) {
        int depth = 0;
        for (int at = node; at != ROOT; at = parent(at)) {
            depth++;
        }
        return depth;
    }

    /** The node of a subject or a branch, or {@link #NONE}. Walks lists of children, so it is for single look-ups. */
    public int find(String subject) {
        if (subject.isEmpty()) {
            return ROOT;
        }
        int node = ROOT;
        for (String token : subject.split("\\.", -1)) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            int child = firstChild(node);
            while (child != NONE && !tokens.matches(nodes.token(child), bytes, 0, bytes.length)) {
                child = nextSibling(child);
            }
            if (child == NONE) {
                return NONE;
            }
            node = child;
        }
        return node;
    }

    /** What the tree takes, in bytes. */
    public long memory() {
        return memory + tokens.memory();
    }
}
