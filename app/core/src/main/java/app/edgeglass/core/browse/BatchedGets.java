package app.edgeglass.core.browse;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.error.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many messages by one question: a direct get with {@code batch}, which nats-server has from 2.11 on for streams that allow
 * direct gets. Whichever replica is nearest answers, also one that is behind.
 */
final class BatchedGets implements Way {

    private final AnswerBox box;
    private final String subject;
    private final byte[] stream;

    /** @param subject of the stream's direct gets */
    BatchedGets(AnswerBox box, String subject, String stream) {
        this.box = box;
        this.subject = subject;
        this.stream = stream.getBytes(UTF_8);
    }

    @Override
    public Asked ask(long from, String pattern, int most, long bytes) {
        var question = box.ask(subject, Questions.batch(from, pattern, most, bytes), true);
        return new Asked() {
            @Override
            public Batch take(int keep) throws NotOffered {
                return batch(question.await(), from, keep);
            }

            @Override
            public void close() {
                question.close();
            }
        };
    }

    /** The last message of one subject before a sequence. */
    Optional<StoredMessage> before(String one, long sequence, int keep) throws NotOffered {
        Batch batch =
                batch(box.ask(subject, Questions.before(one, sequence), true).await(), 1, keep);
        return batch.messages().stream().findFirst();
    }

    private Batch batch(Answers answers, long from, int keep) throws NotOffered {
        var messages = new ArrayList<StoredMessage>(answers.count());
        byte[] bytes = answers.bytes();
        long next = from;
        for (int i = 0; i < answers.count(); i++) {
            int at = answers.headersAt(i);
            int payloadAt = answers.payloadAt(i);
            int status = DirectAnswer.status(bytes, at, payloadAt);
            if (status != DirectAnswer.NONE) {
                return end(status, DirectAnswer.pending(bytes, at, payloadAt), messages, next);
            }
            if (i == 0) {
                refuseOthers(bytes, at, payloadAt);
            }
            StoredMessage message = DirectAnswer.message(bytes, at, payloadAt, answers.endOf(i), keep);
            messages.add(message);
            next = message.sequence() + 1;
        }
        throw new NotOffered("a batch without an end");
    }

    private void refuseOthers(byte[] bytes, int at, int to) throws NotOffered {
        if (DirectAnswer.pending(bytes, at, to) < 0) {
            throw new NotOffered("one message instead of a batch");
        }
        if (!DirectAnswer.isOf(stream, bytes, at, to)) {
            throw new NotOffered("a mirror answers in the stream's place");
        }
    }

    private Batch end(int status, long pending, List<StoredMessage> messages, long next) throws NotOffered {
        return switch (status) {
            case DirectAnswer.END_OF_BATCH -> new Batch(messages, next, pending == 0);
            case DirectAnswer.NOT_FOUND -> new Batch(messages, next, true);
            case DirectAnswer.NO_RESPONDERS -> throw new NotOffered("nobody answers direct gets");
            default -> throw refused(status);
        };
    }

    private Failure refused(int status) {
        return Failure.of("browse.refused", subject, Integer.toString(status));
    }
}
