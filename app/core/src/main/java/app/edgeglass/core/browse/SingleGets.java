package app.edgeglass.core.browse;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.jetstream.ApiError;
import app.edgeglass.core.jetstream.JetStreamApi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message by one question, and many questions at once: for servers before 2.11 and streams that do not allow direct gets.
 * Each asks for the first message at or behind a sequence, so that what was deleted is stepped over, however wide it is.
 */
final class SingleGets implements Way {

    /** Under way at once. */
    static final int MOST_AT_ONCE = 256;

    private final AnswerBox box;
    private final String subject;
    private final byte @Nullable [] stream;

    private SingleGets(AnswerBox box, String subject, byte @Nullable [] stream) {
        this.box = box;
        this.subject = subject;
        this.stream = stream;
    }

    /** @param subject of the stream's direct gets */
    static SingleGets direct(AnswerBox box, String subject, String stream) {
        return new SingleGets(box, subject, stream.getBytes(UTF_8));
    }

    /** @param subject of the gets that the stream's leader answers */
    static SingleGets ofLeader(AnswerBox box, String subject) {
        return new SingleGets(box, subject, null);
    }

    @Override
    public Asked ask(long from, String pattern, int most, long bytes) {
        // Of a pattern nobody can tell where the next one is.
        int count = pattern.equals(">") ? Math.min(most, MOST_AT_ONCE) : 1;
        var questions = new ArrayList<AnswerBox.Question>(count);
        for (int i = 0; i < count; i++) {
            questions.add(box.ask(subject, Questions.next(from + i, pattern), false));
        }
        return new Several(questions, from);
    }

    /** The first message at or behind a sequence. */
    Optional<StoredMessage> next(long from, String pattern, int keep) throws NotOffered {
        return one(Questions.next(from, pattern), keep);
    }

    /** The same for several sequences at once, of all subjects and without payloads. */
    List<StoredMessage> at(List<Long> sequences) throws NotOffered {
        var questions = new ArrayList<AnswerBox.Question>(sequences.size());
        var messages = new ArrayList<StoredMessage>(sequences.size());
        try {
            for (long sequence : sequences) {
                questions.add(box.ask(subject, Questions.next(sequence, ">"), false));
            }
            for (AnswerBox.Question question : questions) {
                read(question.await(), 0).ifPresent(messages::add);
            }
            return messages;
        } finally {
            questions.forEach(AnswerBox.Question::close);
        }
    }

    Optional<StoredMessage> last(String pattern, int keep) throws NotOffered {
        return one(Questions.last(pattern), keep);
    }

    /** Asks in other words. */
    Optional<StoredMessage> one(String question, int keep) throws NotOffered {
        return read(box.ask(subject, question, false).await(), keep);
    }

    private final class Several implements Asked {

        private final List<AnswerBox.Question> questions;
        private final long from;

        Several(List<AnswerBox.Question> questions, long from) {
            this.questions = questions;
            this.from = from;
        }

        @Override
        public Batch take(int keep) throws NotOffered {
            var messages = new ArrayList<StoredMessage>(questions.size());
            long next = from;
            try {
                for (int i = 0; i < questions.size(); i++) {
                    if (from + i < next) {
                        continue; // It asked for what was deleted.
                    }
                    Optional<StoredMessage> message = read(questions.get(i).await(), keep);
                    if (message.isEmpty()) {
                        return new Batch(messages, next, true);
                    }
                    messages.add(message.get());
                    next = message.get().sequence() + 1;
                }
                return new Batch(messages, next, false);
            } finally {
                close();
            }
        }

        @Override
        public void close() {
            questions.forEach(AnswerBox.Question::close);
        }
    }

    private Optional<StoredMessage> read(Answers answers, int keep) throws NotOffered {
        byte[] of = stream;
        return of == null ? ofLeader(answers, keep) : direct(of, answers, keep);
    }

    private Optional<StoredMessage> direct(byte[] of, Answers answers, int keep) throws NotOffered {
        int at = answers.headersAt(0);
        int payloadAt = answers.payloadAt(0);
        int status = DirectAnswer.status(answers.bytes(), at, payloadAt);
        if (status == DirectAnswer.NONE && !DirectAnswer.isOf(of, answers.bytes(), at, payloadAt)) {
            throw new NotOffered("a mirror answers in the stream's place");
        }
        return switch (status) {
            case DirectAnswer.NONE ->
                Optional.of(DirectAnswer.message(answers.bytes(), at, payloadAt, answers.endOf(0), keep));
            case DirectAnswer.NOT_FOUND -> Optional.empty();
            case DirectAnswer.NO_RESPONDERS -> throw new NotOffered("nobody answers direct gets");
            default -> throw Failure.of("browse.refused", subject, Integer.toString(status));
        };
    }

    private Optional<StoredMessage> ofLeader(Answers answers, int keep) {
        if (DirectAnswer.status(answers.bytes(), answers.headersAt(0), answers.payloadAt(0))
                == DirectAnswer.NO_RESPONDERS) {
            throw Failure.of("jetstream.off", box.session().profile().name(), subject);
        }
        try {
            byte[] said = Arrays.copyOfRange(answers.bytes(), answers.payloadAt(0), answers.endOf(0));
            return Optional.of(LeaderAnswer.message(JetStreamApi.answer(subject, said), keep));
        } catch (Failure failure) {
            if (ApiError.is(failure, ApiError.MESSAGE_NOT_FOUND)) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
