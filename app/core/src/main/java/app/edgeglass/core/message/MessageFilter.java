package app.edgeglass.core.message;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.NodeFilter.Answer;
import app.edgeglass.core.subject.SubjectPattern;
import app.edgeglass.core.subject.TokenTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a person types to see less. Terms stand with spaces between them, and all of them must hold:
 *
 * <ul>
 *   <li>{@code temp} the subject contains it (case counts only when the term has a capital letter)
 *   <li>{@code site.*.alarm.>} the subject matches this pattern
 *   <li>{@code /dev-0[1-3]/} the subject matches this regular expression somewhere
 *   <li>{@code payload:text}, {@code header:text} the same, for the payload's text or for header lines {@code name: value}
 *   <li>{@code !} in front of a term: it must not hold
 *   <li>{@code "…"} around what has spaces
 * </ul>
 *
 * Of a payload the first {@value #PAYLOAD_LOOKED_AT} bytes are looked at.
 *
 * <p>A regular expression that backtracks without end on some text is given up there, and whether it holds is not known,
 * nor whether its negation does. What only such a term could filter out stays, since to hide it would be to claim an
 * answer; it is {@link Answer#UNDECIDED}, so that it can be counted and said.
 */
public final class MessageFilter {

    /** Lets everything through. */
    public static final MessageFilter NONE = new MessageFilter("", List.of());

    public static final int PAYLOAD_LOOKED_AT = 64 * 1024;

    /** How often an expression may look at one text, which takes some ten milliseconds. */
    private static final int MOST_LOOKS = 2_000_000;

    private static final int FEW_LOOKS = 20_000;
    /** An expression that behaves looks at each character a few times. */
    private static final int LOOKS_A_CHARACTER = 4;

    private static final int PATIENT_TIMES = 20;

    private enum Scope {
        SUBJECT,
        HEADER,
        PAYLOAD
    }

    private sealed interface Test {}

    private record Contains(TokenTest.Containing part) implements Test {}

    private record Matches(SubjectPattern pattern) implements Test {}

    /** @param givenUp on how many texts it was given up so far */
    private record Finds(Pattern pattern, AtomicInteger givenUp) implements Test {}

    private record Term(Scope scope, boolean negated, Test test) {}

    private final String text;
    private final List<Term> terms;

    private MessageFilter(String text, List<Term> terms) {
        this.text = text;
        this.terms = List.copyOf(terms);
    }

    /**
     * @throws Failure {@code filter.regex} when a regular expression is broken, {@code subject.*} when a pattern with
     *     wildcards is none
     */
    public static MessageFilter parse(String text) {
        var terms = new ArrayList<Term>();
        for (String word : words(text)) {
            Term term = term(word);
            if (term != null) {
                terms.add(term);
            }
        }
        return terms.isEmpty() ? NONE : new MessageFilter(text.strip(), terms);
    }

    private static @org.jspecify.annotations.Nullable Term term(String word) {
        boolean negated = word.startsWith("!");
        String rest = negated ? word.substring(1) : word;
        Scope scope = Scope.SUBJECT;
        if (rest.startsWith("payload:")) {
            scope = Scope.PAYLOAD;
            rest = rest.substring("payload:".length());
        } else if (rest.startsWith("header:")) {
            scope = Scope.HEADER;
            rest = rest.substring("header:".length());
        }
        if (rest.isEmpty()) {
            return null; // Still being typed.
        }
        return new Term(scope, negated, test(scope, rest));
    }

    private static Test test(Scope scope, String rest) {
        if (rest.length() > 2 && rest.startsWith("/") && rest.endsWith("/")) {
            try {
                return new Finds(Pattern.compile(rest.substring(1, rest.length() - 1)), new AtomicInteger());
            } catch (PatternSyntaxException e) {
                throw Failure.of("filter.regex", rest, e.getDescription());
            }
        }
        if (scope == Scope.SUBJECT && SubjectPattern.hasWildcard(rest)) {
            return new Matches(SubjectPattern.parse(rest));
        }
        boolean foldCase = rest.equals(rest.toLowerCase(Locale.ROOT));
        return new Contains(new TokenTest.Containing(rest, foldCase, false));
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** What was typed. */
    public String text() {
        return text;
    }

    /** Whether everything passes. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether more than the subject is looked at. */
    public boolean looksAtMessages() {
        return terms.stream().anyMatch(term -> term.scope() != Scope.SUBJECT);
    }

    /** The terms about the subject that can be decided token by token. */
    public List<TokenTest> tokenTests() {
        return terms.stream()
                .map(MessageFilter::tokenTest)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether all terms are among {@link #tokenTests}. */
    public boolean isDecidedByTokens() {
        return terms.stream().allMatch(term -> tokenTest(term).isPresent());
    }

    private static Optional<TokenTest> tokenTest(Term term) {
        if (term.scope() != Scope.SUBJECT) {
            return Optional.empty();
        }
        Optional<TokenTest> test = switch (term.test()) {
            case Contains(TokenTest.Containing(String text, boolean foldCase, var _)) ->
                Optional.of(new TokenTest.Containing(text, foldCase, term.negated()));
            case Matches(SubjectPattern pattern) -> Optional.of(new TokenTest.Like(pattern, term.negated()));
            case Finds _ -> Optional.empty();
        };
        return test.filter(TokenTest::isDecidable);
    }

    /** Whether the terms about the subject hold. */
    public Answer subject(String subject) {
        Answer answer = Answer.KEPT;
        for (Term term : terms) {
            if (term.scope() == Scope.SUBJECT) {
                answer = answer.and(answer(term, subject));
                if (answer == Answer.DROPPED) {
                    return answer;
                }
            }
        }
        return answer;
    }

    /** Whether the terms about headers and payload hold. */
    public Answer content(MessageHead message) {
        String headers = null;
        String payload = null;
        Answer answer = Answer.KEPT;
        for (Term term : terms) {
            String in;
            if (term.scope() == Scope.HEADER) {
                headers = headers == null ? lines(message) : headers;
                in = headers;
            } else if (term.scope() == Scope.PAYLOAD) {
                payload = payload == null ? new String(message.payload(), StandardCharsets.UTF_8) : payload;
                in = payload;
            } else {
                continue;
            }
            answer = answer.and(answer(term, in));
            if (answer == Answer.DROPPED) {
                return answer;
            }
        }
        return answer;
    }

    private static Answer answer(Term term, String in) {
        try {
            return Answer.of(holds(term.test(), in) != term.negated());
        } catch (BoundedText.TooMuchWork e) {
            return Answer.UNDECIDED;
        }
    }

    private static String lines(MessageHead message) {
        var lines = new StringBuilder();
        for (Header header : HeaderBlock.parse(message.headerBlock())) {
            lines.append(header.name()).append(": ").append(header.value()).append('\n');
        }
        return lines.toString();
    }

    private static boolean holds(Test test, String in) {
        return switch (test) {
            case Contains(TokenTest.Containing part) -> part.holds(in);
            case Matches(SubjectPattern pattern) -> pattern.matches(in);
            case Finds(Pattern pattern, AtomicInteger givenUp) -> finds(pattern, in, givenUp);
        };
    }

    private static boolean finds(Pattern pattern, String in, AtomicInteger givenUp) {
        // Once it has run away often enough it gets less time: a hundred thousand texts must not take minutes.
        int looks = givenUp.get() < PATIENT_TIMES ? MOST_LOOKS : FEW_LOOKS + LOOKS_A_CHARACTER * in.length();
        Matcher matcher = pattern.matcher(new BoundedText(in, looks));
        try {
            return matcher.find();
        } catch (BoundedText.TooMuchWork e) {
            givenUp.incrementAndGet();
            throw e;
        } catch (StackOverflowError e) {
            givenUp.incrementAndGet();
            throw new BoundedText.TooMuchWork();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
