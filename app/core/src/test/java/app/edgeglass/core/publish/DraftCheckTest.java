package app.edgeglass.core.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.DraftProblem.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftCheckTest {

    private static final byte[] NOTHING = new byte[0];

    private static List<String> keys(Draft draft, long maxPayload) {
        return DraftCheck.problems(draft, maxPayload).stream()
                .map(problem -> problem.failure().key())
                .toList();
    }

    private static Draft withHeader(String name, String value) {
        return new Draft("a.b", List.of(new Header(name, value)), NOTHING, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b.c", "site.münchen.温度", "a-b_c.d/e", "*a.b>", "$SRV.PING", "a.$b"})
    void letsOrdinarySubjectsPass(String subject) {
        assertThat(DraftCheck.problems(Draft.of(subject, NOTHING), 1024)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "''|subject.empty",
                "a b|subject.space",
                "a..b|subject.empty-token",
                ".a|subject.empty-token",
                "a.|subject.empty-token",
                "a.*|subject.wildcard",
                ">|subject.wildcard",
            },
            delimiter = '|')
    void refusesSubjectsThatTheServerWouldTakeOrChokeOn(String subject, String key) {
        assertThat(keys(Draft.of(subject, NOTHING), 1024)).containsExactly(key);
        assertThatThrownBy(() -> DraftCheck.refuse(Draft.of(subject, NOTHING), 1024))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.key()).isEqualTo(key));
    }

    @Test
    void refusesControlCharactersAndLongNames() {
        assertThat(keys(Draft.of("a\r\nPUB b 0", NOTHING), 0)).hasSize(1);
        assertThat(keys(Draft.of("a\tb", NOTHING), 0)).containsExactly("subject.control");
        assertThat(keys(Draft.of("a".repeat(65_536), NOTHING), 0)).containsExactly("subject.too-long");
        assertThat(keys(Draft.of("ü".repeat(3_000), NOTHING), 0)).containsExactly("subject.too-long");
    }

    @Test
    void refusesALineThatIsTooLongInAll() {
        var draft = new Draft("a".repeat(2_500), List.of(), NOTHING, "b".repeat(2_500));
        assertThat(keys(draft, 0)).containsExactly("publish.line");
    }

    @Test
    void namesTheReplyTo() {
        var problems = DraftCheck.problems(new Draft("a", List.of(), NOTHING, "b."), 0);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.part()).isEqualTo(Part.REPLY_TO);
            assertThat(problem.failure().sentence()).contains("reply-to").contains("“b.”");
            assertThat(problem.failure().remedy()).contains("dot");
        });
    }

    @Test
    void refusesHeadersThatBreakTheProtocolOrTheirReaders() {
        assertThat(keys(withHeader("", "x"), 0)).containsExactly("publish.header-nameless");
        assertThat(keys(withHeader("Trace Id", "x"), 0)).containsExactly("publish.header-name");
        assertThat(keys(withHeader("Trace:Id", "x"), 0)).containsExactly("publish.header-name");
        assertThat(keys(withHeader("Größe", "x"), 0)).containsExactly("publish.header-name");
        assertThat(keys(withHeader("Trace", "x\r\nEvil: 1"), 0)).containsExactly("publish.header-line");
        assertThat(keys(withHeader("City", "Köln"), 0)).containsExactly("publish.header-ascii");
        assertThat(keys(withHeader("Trace-Id", ""), 0)).isEmpty();
    }

    @Test
    void saysBothNumbersOfAMessageThatIsTooLarge() {
        var plain = DraftCheck.problems(Draft.of("a", new byte[1025]), 1024);
        assertThat(plain.getFirst().failure().sentence()).contains("1,025").contains("1,024");

        // NATS/1.0 CR LF, A:b CR LF, CR LF: 17 bytes.
        var fits = new Draft("a", List.of(new Header("A", "b")), new byte[1024 - 17], null);
        assertThat(DraftCheck.problems(fits, 1024)).isEmpty();
        var exceeds = new Draft("a", List.of(new Header("A", "b")), new byte[1024 - 16], null);
        assertThat(DraftCheck.problems(exceeds, 1024))
                .singleElement()
                .satisfies(problem -> assertThat(problem.failure().sentence())
                        .contains("1,025")
                        .contains("1,024")
                        .contains("17"));
    }

    @ParameterizedTest
    @CsvSource({
        "$JS.API.STREAM.DELETE.ORDERS,publish.reserved-api",
        "$KV.config.site,publish.reserved-kv",
        "$O.firmware.C.x,publish.reserved-object",
        "$SYS.REQ.SERVER.PING,publish.reserved-system",
        "_INBOX.abc.1,publish.reserved-inbox",
    })
    void warnsOfSubjectsWithAMeaningOfTheirOwn(String subject, String key) {
        var problems = DraftCheck.problems(Draft.of(subject, NOTHING), 0);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.failure().key()).isEqualTo(key);
        });
        DraftCheck.refuse(Draft.of(subject, NOTHING), 0);
    }

    @Test
    void warnsOfARollup() {
        assertThat(keys(withHeader("Nats-Rollup", "all"), 0)).containsExactly("publish.rollup");
    }
}
