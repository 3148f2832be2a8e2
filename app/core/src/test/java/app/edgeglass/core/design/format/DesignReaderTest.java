package app.edgeglass.core.design.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.design.Pace;
import app.edgeglass.core.design.SampleFolder;
import app.edgeglass.core.error.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in each of these is marked by a comment behind the line: {@code #! field: part of the sentence}. */
class DesignReaderTest {

    private static final String MARK = "#! ";

    private static DesignReading read(String text) {
        return DesignReader.read("world.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> expected(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i -> Arrays.stream(lines.get(i).split(MARK))
                        .skip(1)
                        .map(mark -> "world.yaml:" + (i + 1) + ": " + mark.strip()))
                .toList();
    }

    /** The problems are exactly those that are marked: same lines, same fields, sentences that begin as marked. */
    private static void assertProblems(String body) {
        String text = "edgeglass: design/1\nname: world\n" + body;
        DesignReading reading = read(text);
        List<String> said = reading.problems().stream().map(Problem::toString).toList();
        List<String> expected = expected(text);
        String all = said.stream().collect(Collectors.joining("\n"));
        assertThat(said).as(all).hasSameSizeAs(expected);
        for (int i = 0; i < said.size(); i++) {
            assertThat(said.get(i)).startsWith(expected.get(i));
        }
        assertThat(reading.design()).isEmpty();
    }

    @Test
    void readsTheSmallestDesign() {
        var design = read("edgeglass: design/1\nname: small\n").orThrow();

        assertThat(design.title()).isEqualTo("small");
        assertThat(design.needsJetStream()).isFalse();
    }

    @Test
    void readsRangesWithAndWithoutZeros() {
        var design = read("""
            edgeglass: design/1
            name: ranges
            variables:
              padded: 08..11
              plain: 8..11
              mixed: [a, 1..3, 007..008]
            """).orThrow();

        assertThat(design.variables().get(0).values()).containsExactly("08", "09", "10", "11");
        assertThat(design.variables().get(1).values()).containsExactly("8", "9", "10", "11");
        assertThat(design.variables().get(2).values()).containsExactly("a", "1", "2", "3", "007", "008");
    }

    @ParameterizedTest
    @CsvSource({"5s,5000", "250ms,250", "1h30m,5400000", "2m,120000", "7d,604800000", "1.5s,1500", "2min,120000"})
    void readsTimes(String written, long millis) {
        var design = read("edgeglass: design/1\nname: n\nsubjects:\n  - {subject: a, every: " + written + "}\n")
                .orThrow();

        assertThat(design.flows().getFirst().pace().rate()).isEqualTo(new Pace.Each(Duration.ofMillis(millis)));
    }

    @Test
    void readsRatesJitterAndBurst() {
        var design = read("""
            edgeglass: design/1
            name: n
            subjects:
              - {subject: a, rate: 30/min, jitter: 20%, burst: 4}
            """).orThrow();

        assertThat(design.flows().getFirst().pace()).isEqualTo(new Pace(new Pace.Total(0.5), 0.2, 4));
    }

    @Test
    void tellsAllProblemsAtOnceWithLineAndField() {
        assertProblems("""
            titel: World      #! titel: “titel” is no field here. Did you mean “title”?
            variables:
              site: [ulsan, busan]
            subjects:
              - subject: site.{siet}.temp      #! subjects[0].subject: There is no variable “siet”. Did you mean “site”?
                every: 5s
              - subject: site.{site}.temp
                rate: 0/s      #! subjects[1].rate: The rate “0/s” cannot be
              - every: 1s      #! subjects[2]: “subject” is missing.
            """);
    }

    @Test
    void refusesSubjectsThatCannotBe() {
        assertProblems("""
            variables:
              site: [ulsan, "bu san", a.b, "*"]  #! variables.site[1]:  #! variables.site[2]: “a.b” has a dot  #! variables.site[3]:
            subjects:
              - {subject: a..b, every: 1s}       #! subjects[0].subject:
              - {subject: "a b", every: 1s}      #! subjects[1].subject:
              - {subject: a.*, every: 1s}        #! subjects[2].subject:
              - {subject: a.>, every: 1s}        #! subjects[3].subject:
              - {subject: "a.{site", every: 1s}  #! subjects[4].subject: In “a.{site” a brace has no partner
              - {subject: $SYS.a, every: 1s}     #! subjects[5].subject: Subjects that begin with “$” belong to the server.
              - {subject: "a.{where}", every: 1s}  #! subjects[6].subject: There is no variable “where”.
            """);
    }

    @Test
    void refusesTooManySubjects() {
        assertProblems("""
            variables:
              a: 1..1000
              b: 1..1000
              c: 1..300
              d: 1..300
              e: 1..999999        #! variables.e: A variable can have 10,000 values at most.
            subjects:
              - {subject: "x.{a}.{b}", every: 1s}  #! subjects[0].subject: This makes 1,000,000 subjects; a design can have 100,000.
              - {subject: "y.{c}.{d}", every: 1s}
              - {subject: "z.{c}.{d}", every: 1s}  #! subjects[2].subject: With this one the design has 180,000 subjects
            """);
    }

    @Test
    void refusesNamesThatComeTwice() {
        assertProblems("""
            variables:
              site: [a, b, a]     #! variables.site: The value “a” comes twice.
            subjects:
              - {subject: a.b, every: 1s}
              - {subject: a.b, every: 1s}     #! subjects[1].subject: “a.b” stands here a second time; the first is in line 6.
            streams:
              - {name: S, subjects: [s.1]}
              - {name: S, subjects: [s.2]}    #! streams[1].name: “S” stands here a second time; the first is in line 9.
            consumers:
              - {stream: S, name: c}
              - {stream: S, name: c}          #! consumers[1].name: “c” stands here a second time
            buckets:
              - {name: B, keys: [{key: k}, {key: k}]}  #! buckets[0].keys[1].key: “k” stands here a second time
              - name: B                       #! buckets[1].name: “B” stands here a second time
                name: C                       #! buckets[1].name: “name” stands here a second time; the first is in line 16.
            """);
    }

    @Test
    void refusesPacesThatCannotBe() {
        assertProblems("""
            subjects:
              - {subject: a, every: 0s}         #! subjects[0].every: This time must be more than 0.
              - {subject: b, every: 5}          #! subjects[1].every: “5” is no time
              - {subject: c, rate: -3/s}        #! subjects[2].rate: The rate “-3/s” cannot be
              - {subject: d, rate: 5}           #! subjects[3].rate: “5” is no rate
              - {subject: e, rate: 1/s, every: 1s}   #! subjects[4]: “every” is for each subject
              - {subject: f}                    #! subjects[5]: Either “every”
              - {subject: g, every: 1us}        #! subjects[6].every: This is more often than once in a millisecond
              - {subject: h, every: 1s, jitter: 120%}  #! subjects[7].jitter: “120%” is no part of a whole
              - {subject: i, every: 1s, burst: 0}      #! subjects[8].burst: “0” is no whole number from 1 to 1000.
            """);
    }

    @Test
    void refusesPayloadsThatCannotBeMade() {
        assertProblems("""
            variables: {site: [a, b], line: [x]}
            subjects:
              - subject: t.{site}
                every: 1s
                values:
                  site: 1            #! subjects[0].values.site: “site” is a variable of the subject or a value already.
                  code: {$choise: [a]}   #! subjects[0].values.code.$choise: “$choise” is not known here. Did you mean “$choice”?
                headers:
                  "A:B": x           #! subjects[0].headers.A:B: “A:B” cannot be a header
                payload:
                  json:
                    a: "{sit}"       #! subjects[0].payload.json.a: “sit” is neither in the subject nor among the values. Did you mean “site”?
                    b: {$walk: {min: 3, max: 1, step: 1}}   #! subjects[0].payload.json.b.$walk: “min” is more than “max”.
                    c: {$walk: {min: 3, step: x}}    #! subjects[0].payload.json.c.$walk: “max” is missing. #! subjects[0].payload.json.c.$walk.step: “x” is no number.
                    d: {$request: id}    #! subjects[0].payload.json.d.$request: “$request” refers to a request
                    e: {$bool: 2}        #! subjects[0].payload.json.e.$bool: “2” is no part of a whole
                    f: {$time: iso, g: 1}   #! subjects[0].payload.json.f: A field that begins with “$”
                    h: {$choice: {a: 0}}    #! subjects[0].payload.json.h.$choice: There must be at least one
                    i: {$var: line}      #! subjects[0].payload.json.i.$var: “line” is neither
              - subject: u
                every: 1s
                payload: {text: a, json: b}    #! subjects[1].payload: A payload has exactly one
              - subject: v
                every: 1s
                payload: {bytes: [{hex: A}, {int16: 1, int8: 2}, {uint9: 1}]}  #! subjects[2].payload.bytes[0].hex: #! subjects[2].payload.bytes[1]: #! subjects[2].payload.bytes[2].uint9: “uint9” is no field here. There are: int8
            """);
    }

    @Test
    void refusesStreamsAndConsumersThatDoNotFit() {
        assertProblems("""
            streams:
              - {name: ALL, subjects: [a.>, b.*]}
              - {name: SOME, subjects: [b.c]}          #! streams[1].subjects[0]: “b.c” overlaps “b.*” of the stream ALL (line 4)
              - {name: WORK, subjects: [w.>], retention: workque}   #! streams[2].retention: “workque” is not known here. Did you mean “workqueue”?
              - {name: W, subjects: [x.>, "{y}"], retention: workqueue, max_age: 0s, max_bytes: 10 MB}   #! streams[3].subjects[1]: #! streams[3].max_age: #! streams[3].max_bytes: “10 MB” is no size
              - {name: a.b, subjects: []}              #! streams[4].name: “a.b” cannot be a name #! streams[4].subjects: There must be
            consumers:
              - {stream: ALLL, name: c}                #! consumers[0].stream: There is no stream “ALLL” in this design. Did you mean “ALL”?
              - {stream: NONE, name: c}                #! consumers[1].stream: There is no stream “NONE” in this design.
              - {stream: ALL, name: c, filter_subject: c.>}   #! consumers[2].filter_subject: “c.>” matches nothing that the stream ALL keeps.
              - {stream: W, name: d, filter_subject: x.1}
              - {stream: W, name: e}                   #! consumers[4]: “>” overlaps “x.1”
              - {stream: ALL, name: f, ack_policy: explicit, max_deliver: 0}  #! consumers[5].max_deliver: “0” is no whole number of at least 1.
              - {stream: ALL, name: g, worker: {takes: 2s..1s}}  #! consumers[6].worker: Either “every” #! consumers[6].worker.takes: “2s” comes after “1s”
            dead_letters:
              - {stream: ALL, consumer: fg, subject: "dlq.{consummer}"}  #! dead_letters[0].consumer: “fg” is not known here. #! dead_letters[0].subject: “consummer” is neither
            """);
    }

    @Test
    void refusesBucketsThatCannotBe() {
        assertProblems("""
            variables: {site: [ulsan, "a%b"]}
            buckets:
              - {name: my.bucket, history: 65}     #! buckets[0].name: “my.bucket” cannot be a name #! buckets[0].history: “65” is no whole number from 1 to 64.
              - {name: b, keys: [{key: "{site}"}, {key: .a, revisions: 99}]}  #! buckets[1].keys[1].key: “.a” cannot be a key #! buckets[1].keys[1].revisions:
            object_buckets:
              - name: o
                objects:
                  - {name: x, size: 1 GiB}         #! object_buckets[0].objects[0].size: This is larger than 67108864 bytes.
                  - {name: x, size: 1}             #! object_buckets[0].objects[1].name: “x” stands here a second time
                  - {name: y, size: 1, chunk_size: 5, contents: text}  #! object_buckets[0].objects[2].chunk_size: #! object_buckets[0].objects[2].contents: “contents” is no field here. Did you mean “content”?
            """);
    }

    @Test
    void refusesShapesThatAreNotMeant() {
        assertProblems("""
            variables: [a]              #! variables: Fields with values are expected here.
            subjects: {a: b}            #! subjects: A list is expected here.
            description: [x]            #! description: A value is expected here.
            seed: many                  #! seed: “many” is no whole number
            """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'edgeglass: design/1\nname: [a\n' | 3 | This is not YAML",
                "'edgeglass: design/1\n\tname: a\n' | 2 | This is not YAML",
                "'edgeglass: design/1\nname: a\n b: c\n' | 3 | This is not YAML",
                "'name: a\nedgeglass: design/2\n' | 2 | edgeglass: “design/2” is a version",
                "'name: a\n' | 1 | “edgeglass” is missing",
                "'edgeglass: design/1\nname: a\n---\nname: b\n' | 4 | A second document begins here",
                "'edgeglass: design/1\nname: !!java.net.URL x\n' | 2 | The tag",
                "'edgeglass: design/1\nname: *no\n' | 2 | There is no “&no” above",
                "'- a\n' | 1 | Fields with values are expected here",
                "'edgeglass: design/1\nname: \"a\u0007\"\n' | 2 | The character U+0007",
            })
    void refusesWhatIsNoDesign(String text, int line, String sentence) {
        assertThat(read(text).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.toString()).contains(sentence);
        });
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(read("").problems()).singleElement().hasToString("world.yaml:1: The file is empty.");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "edgeglass: design/1\ntitle: K\u00e4se\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DesignReader.read("world.yaml", latin).problems())
                .containsExactly(new Problem("world.yaml", 2, 9, "", "This is not UTF-8 text."));
    }

    @Test
    void boundsTheFile() {
        byte[] large = "a: 1\n".repeat(DesignReader.MOST_BYTES).getBytes(StandardCharsets.UTF_8);

        assertThat(DesignReader.read("world.yaml", large).problems())
                .singleElement()
                .asString()
                .contains("more than 1,024 KiB");
    }

    @Test
    void boundsWhatAliasesUnfoldInto() {
        var bomb = new StringBuilder("edgeglass: design/1\nname: bomb\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
        for (int i = 1; i <= 12; i++) {
            bomb.append("x%d: &x%d [*x%d, *x%d, *x%d, *x%d, *x%d, *x%d, *x%d, *x%d, *x%d, *x%d]%n"
                    .replace("*x%d", "*x" + (i - 1))
                    .formatted(i, i));
        }

        assertThat(read(bomb.toString()).problems())
                .singleElement()
                .asString()
                .startsWith("world.yaml:7: With its aliases unfolded the file has more than 100,000 values");
    }

    @Test
    void boundsNesting() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(read("edgeglass: design/1\nname: deep\nx: " + deep + "\n").problems())
                .singleElement()
                .asString()
                .startsWith("world.yaml:3: This is nested more than 48 levels deep.");
    }

    @Test
    void boundsTheProblemsItself() {
        String many = "  - {subject: a b, every: 1s}\n".repeat(1_000);

        assertThat(read("edgeglass: design/1\nname: n\nsubjects:\n" + many).problems())
                .hasSize(Problems.MOST + 1)
                .last()
                .asString()
                .contains("There are 800 more problems.");
    }

    @Test
    void filesThatCannotBeReadAreAFailure(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> DesignReader.read(folder.resolve("none.yaml")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("design.missing"));
        Files.createDirectory(folder.resolve("folder.yaml"));
        assertThatThrownBy(() -> DesignReader.read(folder.resolve("folder.yaml")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.key()).isEqualTo("design.unreadable"));
    }

    /** A file that is damaged anywhere is told of, or still a design; reading it never fails otherwise. */
    @ParameterizedTest
    @CsvSource({"edge-fleet", "orders", "factory-line"})
    void survivesDamagedFiles(String sample) throws Exception {
        byte[] whole = Files.readAllBytes(SampleFolder.samples().folder().resolve(sample + ".yaml"));
        byte[] odd = "{}[]:,-&*!|>'\"%#@`$. \n\t\u0000\u00ff\u00c30a".getBytes(StandardCharsets.ISO_8859_1);
        var random = new SplittableRandom(5);
        int broken = 0;
        for (int round = 0; round < 400; round++) {
            byte[] damaged = Arrays.copyOf(whole, round % 4 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int i = random.nextInt(1, 6); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = odd[random.nextInt(odd.length)];
            }
            DesignReading reading = DesignReader.read("damaged.yaml", damaged);
            broken += reading.design().isEmpty() ? 1 : 0;
            assertThat(reading.problems().isEmpty()).isEqualTo(reading.design().isPresent());
            assertThat(reading.problems())
                    .allSatisfy(problem -> assertThat(problem.line()).isPositive());
        }
        assertThat(broken).isGreaterThan(200);
    }
}
