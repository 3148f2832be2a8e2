package app.edgeglass.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreeFlattenerTest {

    private final SubjectTree tree = new SubjectTree(64L << 20);
    private final TreeSample sample = new TreeSample(tree);
    private final Expansion expansion = new Expansion();
    private final TreeFlattener flattener = new TreeFlattener(sample, expansion);
    private long micros;
    private long nanos;

    private void publish(String... subjects) {
        for (String subject : subjects) {
            byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
            micros++;
            tree.count(bytes, 0, bytes.length, bytes.length, micros);
        }
    }

    private TreeRows rows(boolean freeze) {
        nanos += 1_000_000_000L;
        sample.take(nanos);
        return flattener.rows(freeze);
    }

    private static List<String> lines(TreeRows rows) {
        var lines = new ArrayList<String>();
        for (int row = 0; row < rows.size(); row++) {
            lines.add("  ".repeat(rows.depths()[row]) + rows.tree().token(rows.nodes()[row]) + " "
                    + rows.messages()[row]);
        }
        return lines;
    }

    @BeforeEach
    void world() {
        publish("site.b.temp", "site.a.temp", "site.a.temp", "site.a.door", "order.9", "order.10");
    }

    @Test
    void aSmallTreeOpensByItselfInNaturalOrder() {
        assertThat(lines(rows(false)))
                .containsExactly(
                        "order 2",
                        "  9 1",
                        "  10 1",
                        "site 4",
                        "  a 3",
                        "    door 1",
                        "    temp 2",
                        "  b 1",
                        "    temp 1");
    }

    @Test
    void whatAPersonClosedStaysClosed() {
        rows(false);
        expansion.set(tree.find("site"), false);
        publish("site.c.temp");
        assertThat(lines(rows(false))).containsExactly("order 2", "  9 1", "  10 1", "site 5");
    }

    @Test
    void aBranchWithManyChildrenDoesNotOpenByItself() {
        for (int i = 0; i < 50; i++) {
            publish("many." + i);
        }
        assertThat(lines(rows(false))).contains("many 50").doesNotContain("  7 1");
    }

    @Test
    void whileTheTreeFillsOnlyLevelsThatFitAsAWholeAreOpenAndThenNothingMovesByItself() {
        rows(false);
        for (int i = 0; i < 50; i++) {
            publish("site.b." + i);
        }
        assertThat(lines(rows(false))).containsExactly("order 2", "  9 1", "  10 1", "site 54", "  a 3", "  b 51");
        for (int i = 0; i < 200; i++) {
            rows(false);
        }
        publish("new.branch.below");
        assertThat(lines(rows(false))).contains("new 1").doesNotContain("  branch 1");
    }

    @Test
    void whatClientsAndServersUseAmongThemselvesComesLastAndStaysClosed() {
        publish("$JS.API.INFO", "_INBOX.*", "zebra");
        assertThat(lines(rows(false))).endsWith("zebra 1", "$JS 1", "_INBOX 1");
    }

    @Test
    void branchesThatWereOpenInTheLastSessionOpenWhenTheyCome() {
        for (int i = 0; i < 50; i++) {
            publish("many." + i);
        }
        expansion.await(Set.of("many", "later", "later.x"));
        assertThat(lines(rows(false))).contains("  7 1");
        assertThat(expansion.branches(tree)).contains("later.x", "many");
        publish("later.x.y");
        assertThat(lines(rows(false))).contains("    y 1");
    }

    @Test
    void ordersByMessages() {
        flattener.order(RowOrder.MESSAGES);
        publish("order.10", "order.10", "order.10");
        assertThat(lines(rows(false)).subList(0, 3)).containsExactly("order 5", "  10 4", "  9 1");
    }

    @Test
    void nodesKeepTheirPlaceWhileTheOrderIsFrozenAndNewOnesComeLast() {
        flattener.order(RowOrder.MESSAGES);
        rows(false);
        publish("order.9", "order.9", "order.9", "order.9", "order.9", "order.9", "aaa.x");
        assertThat(lines(rows(true))).startsWith("site 4", "  a 3").containsSubsequence("order 8", "aaa 1");
        assertThat(lines(rows(false))).startsWith("order 8");
    }

    @Test
    void aFilterLeavesMatchesAndTheBranchesAboveThem() {
        flattener.filter((node, subject) -> NodeFilter.Answer.of(subject.endsWith("door")));
        TreeRows rows = rows(false);
        assertThat(lines(rows)).containsExactly("site 4", "  a 3", "    door 1");
        assertThat(rows.shownSubjects()).isOne();
        assertThat(rows.allSubjects()).isEqualTo(5);
        assertThat(rows.isMatch(2)).isTrue();
        assertThat(rows.isMatch(0)).isFalse();
        publish("site.zz.door");
        assertThat(lines(rows(false))).contains("  zz 1");
        flattener.filter(null);
        assertThat(lines(rows(false))).contains("order 2");
    }

    @Test
    void aFilterOpensEvenWhatWasClosedAndItCanBeClosedAgain() {
        rows(false);
        expansion.set(tree.find("site"), false);
        flattener.filter((node, subject) -> NodeFilter.Answer.of(subject.contains("temp")));
        assertThat(lines(rows(false))).hasSize(5);
        expansion.set(tree.find("site.a"), false);
        assertThat(lines(rows(false))).containsExactly("site 4", "  a 3", "  b 1", "    temp 1");
    }

    /** What is decided token by token must be what the whole subject says. */
    @Test
    void tokenTestsSayWhatTheWholeSubjectSays() {
        var random = new Random(7);
        String[] tokens = {"a", "B", "ab", "Temp", "tämp", "TÄMP", "77", "*", "x-y", "K", "\u212A", ""};
        for (int i = 0; i < 3_000; i++) {
            int length = 1 + random.nextInt(5);
            publish(Stream.generate(() -> tokens[random.nextInt(tokens.length)])
                    .limit(length)
                    .collect(Collectors.joining(".")));
        }
        var filters = new ArrayList<String>(List.of(
                ">", "*", "a.>", "*.*.Temp", "a.*.b", "a.>.b", "temp", "Temp", "tämp", "k", "K", "7", "-", "mp"));
        filters.addAll(List.of("!a.>", "!temp", "a !b", "*.a.> !77 temp"));
        filters.addAll(List.of(
                ".", "..", "a.a", "A.b", ".77", "mp.", "mp.t", "k.", "a.a.ab", "\u00e4mp.77", "!b.a", "a.a.b.a.a.a"));
        for (String text : filters) {
            var tests = new ArrayList<TokenTest>();
            for (String word : text.split(" ", -1)) {
                boolean negated = word.startsWith("!");
                String plain = negated ? word.substring(1) : word;
                boolean fold = plain.equals(plain.toLowerCase(Locale.ROOT));
                tests.add(
                        SubjectPattern.hasWildcard(plain) && !plain.equals("a.>.b")
                                ? new TokenTest.Like(SubjectPattern.parse(plain), negated)
                                : new TokenTest.Containing(plain, fold, negated));
            }
            var walk = new TokenWalk(tree, tests);
            // In two steps, as when subjects come while somebody filters.
            walk.advance(tree.size() / 2);
            walk.advance(tree.size());
            for (int node = 1; node < tree.size(); node++) {
                String subject = tree.subject(node);
                boolean all = tests.stream()
                        .allMatch(test -> test.negated()
                                != switch (test) {
                                    case TokenTest.Like(SubjectPattern pattern, boolean negated) ->
                                        pattern.matches(subject);
                                    case TokenTest.Containing containing -> containing.holds(subject);
                                });
                assertThat(walk.passes(node)).as("%s of %s", text, subject).isEqualTo(all);
            }
        }
    }

    @Test
    void aSlowFilterAnswersLittleByLittleAndComesToTheSameEnd() {
        for (int i = 0; i < 250_000; i++) {
            publish("many." + i);
        }
        flattener.filter((node, subject) -> NodeFilter.Answer.of(subject.endsWith("7")));
        TreeRows first = rows(false);
        assertThat(first.pendingSubjects()).isEqualTo(first.allSubjects() - 100_000);
        assertThat(first.shownSubjects()).isBetween(1, 20_000);
        rows(false);
        TreeRows last = rows(false);
        assertThat(last.pendingSubjects()).isZero();
        assertThat(last.shownSubjects()).isEqualTo(25_000);
    }

    @Test
    void aGrowingBranchKeepsItsOrder() {
        publish("$sys", "_x", "Zoe", "amy", "10", "9");
        assertThat(lines(rows(false)).stream().filter(line -> !line.startsWith(" ")))
                .containsExactly("9 1", "10 1", "amy 1", "order 2", "site 4", "Zoe 1", "$sys 1", "_x 1");
        publish("9a", "bob", "$abc", "zz", "0");
        assertThat(lines(rows(false)).stream().filter(line -> !line.startsWith(" ")))
                .containsExactly(
                        "0 1", "9 1", "9a 1", "10 1", "amy 1", "bob 1", "order 2", "site 4", "Zoe 1", "zz 1", "$abc 1",
                        "$sys 1", "_x 1");
    }

    @Test
    void ratesComeFromTheTimeBetweenSamples() {
        rows(false);
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 50; j++) {
                publish("order.9");
            }
            rows(false);
        }
        assertThat(sample.rate(tree.find("order.9"))).isBetween(49f, 51f);
        assertThat(sample.rate(tree.find("order"))).isBetween(49f, 51f);
        for (int i = 0; i < 60; i++) {
            rows(false);
        }
        assertThat(sample.rate(tree.find("order.9"))).isLessThan(0.1f);
    }

    @Test
    void ofTooManyRowsTheFirstAreMadeAndAllAreCounted() {
        int many = TreeFlattener.MOST_ROWS + 10;
        for (int i = 0; i < many; i++) {
            publish("a." + i);
        }
        publish("b.1.x", "b.1.y", "b.2", "c.1", "c.2");
        rows(false);
        for (String open : List.of("a", "b", "b.1")) {
            expansion.set(tree.find(open), true);
        }
        TreeRows rows = rows(false);
        assertThat(rows.size()).isEqualTo(TreeFlattener.MOST_ROWS);
        int all = 1
                + many
                + List.of("b", "1", "x", "y", "2", "c", "order", "site").size();
        assertThat(rows.hiddenRows()).isEqualTo(all - TreeFlattener.MOST_ROWS);

        flattener.filter((node, subject) -> NodeFilter.Answer.of(!subject.endsWith(".x")));
        TreeRows filtered = rows(false);
        while (filtered.pendingSubjects() > 0) {
            filtered = rows(false);
        }
        assertThat(filtered.hiddenRows()).isEqualTo(all - 1 - TreeFlattener.MOST_ROWS);
        expansion.set(tree.find("a"), false);
        flattener.filter(null);
        assertThat(rows(false).hiddenRows()).isZero();
    }
}
