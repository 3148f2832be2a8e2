package app.edgeglass.core.message;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.subject.NodeFilter.Answer;
import app.edgeglass.core.subject.SubjectTree;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * The messages of the log at and below a node, in order of arrival: references, not messages. It walks the log once and
 * then only what is new. One thread at a time may advance it.
 *
 * <p>It keeps the last {@link #MOST_ROWS}. A gap of the connection stands among them as a row of its own.
 */
public final class BranchIndex {

    /** More rows are not kept; the oldest go first, and are counted. */
    public static final int MOST_ROWS = 100_000;

    /** So that one step does not take for ever when it starts on a full log. */
    private static final int RECORDS_PER_STEP = 400_000;

    private static final byte INSIDE = 1;
    private static final byte OUTSIDE = 2;
    private static final byte PERHAPS = 3;

    private final Capture capture;
    private final int branch;
    private final MessageFilter filter;
    private final byte[] fixed = new byte[LogRecord.HEAD];

    private byte[] membership = new byte[256];
    private long position;
    private boolean started;
    private boolean behind;

    private final long[] ring = new long[MOST_ROWS];
    private long first;
    private long end;
    private long lastGap;
    private long undecided;

    /**
     * @param branch a node of the capture's tree; the root for all messages
     */
    public BranchIndex(Capture capture, int branch, MessageFilter filter) {
        this.capture = capture;
        this.branch = branch;
        this.filter = filter;
    }

    public Capture capture() {
        return capture;
    }

    public int branch() {
        return branch;
    }

    /**
     * Takes up what has come since the last time.
     *
     * @param gaps the session's gaps, oldest first
     * @return the rows as they are now
     */
    public BranchRows advance(List<Gap> gaps) {
        MessageLog log = capture.log();
        long oldest = log.oldest();
        if (!started) {
            started = true;
            position = oldest;
            skipGapsBeforeLog(gaps, log, oldest);
        }
        position = Math.max(position, oldest);
        long stop = log.end();
        int records = 0;
        while (position < stop && records < RECORDS_PER_STEP) {
            if (!log.scan(position, fixed)) {
                position = log.oldest();
                continue;
            }
            if (!gaps.isEmpty() && gaps.getLast().number() > lastGap) {
                placeGaps(gaps, log.micros(fixed));
            }
            if (keeps(log)) {
                add(LogRef.recent(position));
            }
            position += LogRecord.totalLength(fixed);
            records++;
        }
        behind = position < stop;
        dropEvicted(log.oldest());
        return rows(gaps);
    }

    /** Whether there is more to take up at once. */
    public boolean isBehind() {
        return behind;
    }

    private void skipGapsBeforeLog(List<Gap> gaps, MessageLog log, long oldest) {
        long firstMicros = log.scan(oldest, fixed) ? log.micros(fixed) : micros(Instant.now());
        for (Gap gap : gaps) {
            if (isOver(gap, firstMicros)) {
                lastGap = gap.number();
            }
        }
    }

    private void placeGaps(List<Gap> gaps, long upTo) {
        for (Gap gap : gaps) {
            if (gap.number() > lastGap && isOver(gap, upTo)) {
                add(BranchRows.gap(gap));
                lastGap = gap.number();
            }
        }
    }

    private static boolean isOver(Gap gap, long micros) {
        Instant until = gap.until();
        return until != null && micros(until) <= micros;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private boolean keeps(MessageLog log) {
        int node = LogRecord.node(fixed);
        boolean together = LogRecord.subjectLength(fixed) > 0 && !filter.isEmpty();
        Answer answer = together ? answer(log, node) : answer(node);
        if (answer != Answer.DROPPED && filter.looksAtMessages()) {
            answer = log.read(LogRef.recent(position), MessageFilter.PAYLOAD_LOOKED_AT)
                    .map(filter::content)
                    .orElse(Answer.DROPPED)
                    .and(answer);
        }
        undecided += answer == Answer.UNDECIDED ? 1 : 0;
        return answer != Answer.DROPPED;
    }

    /** By the node's subject; once for all of its messages. */
    private Answer answer(int node) {
        if (node >= membership.length) {
            membership = Arrays.copyOf(membership, Math.max(node + 1, membership.length * 2));
        }
        if (membership[node] == 0) {
            Answer answer = isInside(node) ? filter.subject(capture.tree().subject(node)) : Answer.DROPPED;
            membership[node] = switch (answer) {
                case KEPT -> INSIDE;
                case DROPPED -> OUTSIDE;
                case UNDECIDED -> PERHAPS;
            };
        }
        return switch (membership[node]) {
            case INSIDE -> Answer.KEPT;
            case OUTSIDE -> Answer.DROPPED;
            default -> Answer.UNDECIDED;
        };
    }

    /** By the message's own subject, where several count together. */
    private Answer answer(MessageLog log, int node) {
        return isInside(node)
                ? log.read(LogRef.recent(position), 0)
                        .map(message -> filter.subject(message.subject()))
                        .orElse(Answer.DROPPED)
                : Answer.DROPPED;
    }

    private boolean isInside(int node) {
        SubjectTree tree = capture.tree();
        for (int at = node; at != SubjectTree.NONE; at = tree.parent(at)) {
            if (at == branch) {
                return true;
            }
        }
        return false;
    }

    private void add(long row) {
        ring[(int) (end % MOST_ROWS)] = row;
        end++;
        if (end - first > MOST_ROWS) {
            first++;
        }
    }

    private void dropEvicted(long oldest) {
        while (first < end) {
            long row = ring[(int) (first % MOST_ROWS)];
            if (BranchRows.isGap(row) ? end - first > 1 && isEvicted(first + 1, oldest) : row < LogRef.recent(oldest)) {
                first++;
            } else {
                return;
            }
        }
    }

    private boolean isEvicted(long at, long oldest) {
        long row = ring[(int) (at % MOST_ROWS)];
        return !BranchRows.isGap(row) && row < LogRef.recent(oldest);
    }

    private BranchRows rows(List<Gap> gaps) {
        int size = (int) (end - first);
        long[] rows = new long[size];
        int start = (int) (first % MOST_ROWS);
        int part = Math.min(size, MOST_ROWS - start);
        System.arraycopy(ring, start, rows, 0, part);
        System.arraycopy(ring, 0, rows, part, size - part);
        return new BranchRows(capture, branch, rows, first, gaps, behind, undecided);
    }
}
