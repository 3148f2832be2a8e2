package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.Expansion;
import app.edgeglass.core.subject.NodeFilter.Answer;
import app.edgeglass.core.subject.SubjectTree;
import app.edgeglass.core.subject.TreeFlattener;
import app.edgeglass.core.subject.TreeRows;
import app.edgeglass.core.subject.TreeSample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageFilterTest {

    @ParameterizedTest
    @CsvSource({
        "temp, site.a.temp, true",
        "TEMP, site.a.temp, false",
        "temp, site.a.TEMP, true",
        "site.*.temp, site.a.temp, true",
        "site.*.temp, site.a.b.temp, false",
        "site.>, site.a.b, true",
        "!temp, site.a.temp, false",
        "!site.b.>, site.a.temp, true",
        "/dev-0[1-3]$/, site.dev-02, true",
        "/dev-0[1-3]$/, site.dev-04, false",
        "!/dev/, site.dev-04, false",
        "site temp, site.a.temp, true",
        "site !temp, site.a.temp, false",
        "'\"a b\"', a b, true",
        "!, anything, true",
        "payload:, anything, true",
    })
    void looksAtTheSubject(String filter, String subject, boolean expected) {
        assertThat(MessageFilter.parse(filter).subject(subject)).isEqualTo(Answer.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "payload:error, true",
        "!payload:error, false",
        "payload:/e.{3}r/, true",
        "header:trace, true",
        "'header:\"Trace: 7\"', true",
        "header:other, false",
        "payload:error header:other, false",
    })
    void looksAtHeadersAndPayload(String filter, boolean expected) {
        var message =
                new MessageHead(1, 1, 1, "a", new byte[0], utf8("NATS/1.0\r\nTrace: 7\r\n\r\n"), utf8("an error"), 8);
        assertThat(MessageFilter.parse(filter).content(message)).isEqualTo(Answer.of(expected));
    }

    @Test
    void saysWhatIsWrongWithARegularExpression() {
        assertThatThrownBy(() -> MessageFilter.parse("/a(/"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("filter.regex"));
    }

    @ParameterizedTest
    @CsvSource({
        "/(x+x+)+\\1y/, UNDECIDED",
        "!/(x+x+)+\\1y/, UNDECIDED",
        "/(x+x+)+\\1y/ !x, DROPPED",
        "nothing !/(x+x+)+\\1y/, DROPPED",
        "x !/(x+x+)+\\1y/, UNDECIDED",
    })
    void ofAnExpressionThatBacktracksWithoutEndNothingIsClaimed(String filter, Answer expected) {
        assertThat(MessageFilter.parse(filter).subject("x".repeat(60))).isEqualTo(expected);
    }

    @Test
    void whatIsUndecidedIsShownAndCountedInTreeAndTable() {
        var capture = new Capture(Budget.LEAST);
        String runsAway = "x".repeat(60);
        capture.accept("a." + runsAway, utf8("1"));
        capture.accept("a." + runsAway, utf8("2"));
        capture.accept("b." + runsAway + "y", utf8("3"));
        capture.accept("c.plain", utf8("4"));
        var filter = MessageFilter.parse("!/(x+x+)+\\1y/");
        var sample = new TreeSample(capture.tree());
        sample.take(1);
        var flattener = new TreeFlattener(sample, new Expansion());
        flattener.filter(new CaptureFilter(capture, filter));
        TreeRows rows = flattener.rows(false);
        assertThat(rows.shownSubjects()).isEqualTo(2);
        assertThat(rows.undecidedSubjects()).isOne();
        flattener.filter(null);
        assertThat(flattener.rows(false).undecidedSubjects()).isZero();

        var index = new BranchIndex(capture, SubjectTree.ROOT, filter);
        BranchRows table = index.advance(List.of());
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.undecided()).isEqualTo(2);
        capture.accept("a.new", utf8(runsAway));
        assertThat(index.advance(List.of()).undecided()).isEqualTo(2);
        var payload = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.parse("payload:/(x+x+)+\\1y/"));
        assertThat(payload.advance(List.of()).undecided()).isOne();
    }

    @Test
    void anExpressionThatRunsAwayEverywhereDoesNotTakeForEver() {
        var filter = MessageFilter.parse("/(x+x+)+\\1y/");
        String text = "x".repeat(60);
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 2_000; i++) {
                assertThat(filter.subject(text)).isEqualTo(Answer.UNDECIDED);
            }
        });
    }

    @Test
    void filtersAHundredThousandSubjectsCompletely() {
        var capture = new Capture(Budget.DEFAULT);
        for (int i = 0; i < 100_000; i++) {
            capture.accept("site." + i % 10 + ".device." + i, utf8("{\"v\":" + i + "}"));
        }
        var sample = new TreeSample(capture.tree());
        var flattener = new TreeFlattener(sample, new Expansion());
        sample.take(1);
        flattener.filter(new CaptureFilter(capture, MessageFilter.parse("site.3.device.*")));
        assertThat(flattener.rows(false).shownSubjects()).isEqualTo(10_000);
        flattener.filter(new CaptureFilter(capture, MessageFilter.parse("payload:77777")));
        assertThat(flattener.rows(false).shownSubjects()).isOne();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
