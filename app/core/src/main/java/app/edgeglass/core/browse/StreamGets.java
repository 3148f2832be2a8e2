package app.edgeglass.core.browse;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.JetStreamApi;
import app.edgeglass.core.jetstream.StreamRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one stream by the best way that it offers, and by the next best when it turns out to be closed: direct gets by the
 * batch, direct gets, gets by the leader. None of them leaves anything on the server, takes a message from a consumer, or asks
 * more of a read-only profile than it allows.
 *
 * <p>Direct gets may be answered by a replica that is behind. Where one says that nothing comes any more before the sequence
 * that the leader named as the last, the leader is asked for the rest.
 *
 * <p>Safe for use by several threads. To be closed.
 */
final class StreamGets implements AutoCloseable {

    private enum Kind {
        BATCHED,
        DIRECT,
        LEADER
    }

    private final JetStreamApi api;
    private final String name;
    private final AnswerBox box;
    private final BatchedGets batched;
    private final SingleGets direct;
    private final SingleGets leader;
    private volatile Kind kind = Kind.BATCHED;
    private volatile @Nullable Extent extent;

    /** @throws Failure {@code session.not-live} */
    StreamGets(StreamRef stream) {
        this.api = new JetStreamApi(stream.session());
        this.name = stream.name();
        this.box = new AnswerBox(stream.session(), JetStreamApi.PATIENCE);
        String directGet = api.subject("DIRECT.GET." + name);
        this.batched = new BatchedGets(box, directGet, name);
        this.direct = SingleGets.direct(box, directGet, name);
        this.leader = SingleGets.ofLeader(box, api.subject("STREAM.MSG.GET." + name));
    }

    /** Asks the leader from where to where the stream goes. */
    Extent refresh() {
        Extent now = Extent.of(api.read("STREAM.INFO." + name, null));
        Extent before = extent;
        extent = now;
        if (before == null || before.direct() != now.direct()) {
            kind = now.direct() ? Kind.BATCHED : Kind.LEADER;
        }
        return now;
    }

    /** As it was last heard. */
    Extent extent() {
        Extent known = extent;
        return known == null ? refresh() : known;
    }

    /** How many messages one question brings at most. */
    int mostAtOnce() {
        return kind == Kind.BATCHED ? Integer.MAX_VALUE : SingleGets.MOST_AT_ONCE;
    }

    /** As {@link Way#ask}; goes another way by itself. */
    Reading ask(long from, String pattern, int most, long bytes) {
        return new Reading(from, pattern, most, bytes);
    }

    /** A question under way. */
    final class Reading implements AutoCloseable {

        private final long from;
        private final String pattern;
        private final int most;
        private final long bytes;
        private Kind gone = kind;
        private Way.Asked asked;

        private Reading(long from, String pattern, int most, long bytes) {
            this.from = from;
            this.pattern = pattern;
            this.most = most;
            this.bytes = bytes;
            this.asked = way(gone).ask(from, pattern, most, bytes);
        }

        /** As {@link Way.Asked#take}. */
        Batch take(int keep) {
            while (true) {
                try {
                    return untilLast(asked.take(keep), keep);
                } catch (Way.NotOffered e) {
                    goOn(Failure.because(e, "browse.no-way", name));
                } catch (Failure failure) {
                    if (!failure.key().equals("jetstream.denied")) {
                        throw failure;
                    }
                    goOn(failure);
                }
            }
        }

        private void goOn(Failure reason) {
            gone = next(gone, reason);
            asked = way(gone).ask(from, pattern, most, bytes);
        }

        private Batch untilLast(Batch batch, int keep) throws Way.NotOffered {
            if (!batch.end() || gone == Kind.LEADER || batch.next() > extent().last()) {
                return batch;
            }
            try {
                Batch rest = leader.ask(batch.next(), pattern, most, bytes).take(keep);
                var messages = new ArrayList<>(batch.messages());
                messages.addAll(rest.messages());
                return new Batch(messages, rest.next(), rest.end());
            } catch (Failure failure) {
                if (failure.key().equals("jetstream.denied")) {
                    return batch; // Whom we may ask says that this is all.
                }
                throw failure;
            }
        }

        @Override
        public void close() {
            asked.close();
        }
    }

    private Way way(Kind of) {
        return switch (of) {
            case BATCHED -> batched;
            case DIRECT -> direct;
            case LEADER -> leader;
        };
    }

    private Kind next(Kind closed, Failure reason) {
        Kind next = switch (closed) {
            case BATCHED -> reason.key().equals("jetstream.denied") ? Kind.LEADER : Kind.DIRECT;
            case DIRECT -> Kind.LEADER;
            case LEADER -> throw reason;
        };
        kind = next;
        return next;
    }

    /** The first message at or behind a sequence. */
    Optional<StoredMessage> next(long from, String pattern, int keep) {
        return one(single -> single.next(from, pattern, keep));
    }

    /** The last message of one subject before a sequence; nothing also where the server knows no such question. */
    Optional<StoredMessage> before(String subject, long sequence, int keep) {
        if (kind != Kind.BATCHED || sequence <= 1) {
            return Optional.empty();
        }
        try {
            return batched.before(subject, sequence, keep);
        } catch (Way.NotOffered e) {
            return Optional.empty();
        }
    }

    /** The first messages at or behind each of several sequences, asked for at once; none where nothing comes behind. */
    List<StoredMessage> at(List<Long> sequences) {
        return one(single -> single.at(sequences));
    }

    /** The last message of a pattern. */
    Optional<StoredMessage> last(String pattern, int keep) {
        return one(single -> single.last(pattern, keep));
    }

    /**
     * The first message at or behind a time.
     *
     * @throws Failure {@code browse.refused} or {@code jetstream.refused} of a server that knows no such question
     */
    Optional<StoredMessage> since(Instant time, int keep) {
        return one(single -> single.one(Questions.since(time), keep));
    }

    private interface Single<T> {
        T ask(SingleGets by) throws Way.NotOffered;
    }

    /** By the leader, which is never behind; by whoever answers when that is not allowed. */
    private <T> T one(Single<T> question) {
        try {
            return question.ask(leader);
        } catch (Way.NotOffered e) {
            throw Failure.because(e, "browse.no-way", name);
        } catch (Failure failure) {
            if (!failure.key().equals("jetstream.denied") || kind == Kind.LEADER) {
                throw failure;
            }
            try {
                return question.ask(direct);
            } catch (Way.NotOffered e) {
                throw Failure.because(failure, "browse.no-way", name);
            }
        }
    }

    @Override
    public void close() {
        box.close();
    }
}
