package app.edgeglass.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.Gap;
import app.edgeglass.core.subject.SubjectTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessageExportTest {

    @TempDir
    private Path temp;

    private static List<JsonNode> lines(Path file) throws Exception {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    @Test
    void aGapStandsBetweenTheMessagesBeforeAndAfterIt() throws Exception {
        var capture = new Capture(Budget.LEAST);
        var index = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE);
        capture.accept("a", "before".getBytes(StandardCharsets.UTF_8));
        index.advance(List.of());
        Instant from = Instant.now();
        var gap = new Gap(1, from, from.plusNanos(1_000));
        // The next message arrives behind the gap.
        while (!Instant.now().isAfter(from.plusMillis(2))) {
            Thread.onSpinWait();
        }
        capture.accept("a", new byte[] {(byte) 0xFF, 0});
        BranchRows rows = index.advance(List.of(gap));
        Path file = temp.resolve("export.ndjson");

        var exported = MessageExport.toFile(rows, file);

        assertThat(exported).isEqualTo(new MessageExport.Exported(2, 1, 0));
        List<JsonNode> lines = lines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("text").asString()).isEqualTo("before");
        assertThat(lines.get(1).path("gap").asLong()).isOne();
        assertThat(Instant.parse(lines.get(1).path("from").asString())).isEqualTo(gap.from());
        assertThat(Instant.parse(lines.get(1).path("until").asString())).isEqualTo(gap.until());
        assertThat(lines.get(2).path("base64").asString()).isEqualTo("/wA=");
        assertThat(lines.get(2).path("number").asLong()).isEqualTo(2);
    }

    @Test
    void whatHasMadeRoomMeanwhileIsCounted() throws Exception {
        var capture = new Capture(new Budget(64 * 1024, 64 * 1024, 1 << 20));
        var index = new BranchIndex(capture, SubjectTree.ROOT, MessageFilter.NONE);
        for (int i = 0; i < 10; i++) {
            capture.accept("a", new byte[100]);
        }
        BranchRows rows = index.advance(List.of());
        for (int i = 0; i < 1_000; i++) {
            capture.accept("a", new byte[100]);
        }
        Path file = temp.resolve("export.ndjson");

        assertThat(MessageExport.toFile(rows, file)).isEqualTo(new MessageExport.Exported(0, 0, 10));
        assertThat(lines(file)).isEmpty();
    }
}
