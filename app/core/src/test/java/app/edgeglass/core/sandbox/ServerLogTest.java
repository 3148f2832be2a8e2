package app.edgeglass.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ServerLogTest {

    private final ServerLog log = new ServerLog();

    @Test
    void givesWhatCameSinceTheLastLook() throws IOException {
        feed("one\ntwo\r\n\nstill open");

        assertThat(log.after(0)).extracting(ServerLog.Line::text).containsExactly("one", "two", "", "still open");
        assertThat(log.after(3)).containsExactly(new ServerLog.Line(4, "still open", 0));
        assertThat(log.after(4)).isEmpty();
        assertThat(log.lastNumber()).isEqualTo(4);
    }

    @Test
    void keepsTheNewestWithinItsBoundAndCountsTheRest() {
        String line = "x".repeat(936);
        for (int i = 0; i < 2_000; i++) {
            log.add(line, 0);
        }

        var kept = log.after(0);
        assertThat(kept).hasSize(ServerLog.CAPACITY / (936 + ServerLog.LINE_COST));
        assertThat(kept.getLast().number()).isEqualTo(2_000);
        assertThat(log.cutLines()).isEqualTo(2_000 - kept.size());
        assertThat(log.cutBytes()).isEqualTo(936L * log.cutLines());
        assertThat(kept.getFirst().number()).isEqualTo(log.cutLines() + 1);
    }

    @Test
    void aFloodOfEmptyLinesIsBoundedToo() throws IOException {
        feed("\n".repeat(100_000));

        assertThat(log.after(0)).hasSize(ServerLog.CAPACITY / ServerLog.LINE_COST);
        assertThat(log.lastNumber()).isEqualTo(100_000);
    }

    @Test
    void cutsALongLineAndSaysHowMuchIsMissing() throws IOException {
        feed("é".repeat(ServerLog.LINE_CAPACITY) + "\nnext\n");

        var lines = log.after(0);
        assertThat(lines.get(0).text()).isEqualTo("é".repeat(ServerLog.LINE_CAPACITY / 2));
        assertThat(lines.get(0).cut()).isEqualTo(ServerLog.LINE_CAPACITY);
        assertThat(lines.get(1)).isEqualTo(new ServerLog.Line(2, "next", 0));
        assertThat(log.cutBytes()).isEqualTo(ServerLog.LINE_CAPACITY);
    }

    private void feed(String text) throws IOException {
        log.addAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
