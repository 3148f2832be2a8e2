package app.edgeglass.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void isReadableForOrdinaryMessages() {
        assertThat(NatsCommand.publish(message("site.a.temp", null, List.of(), "{\"v\": 23.4}")))
                .isEqualTo("nats pub site.a.temp '{\"v\": 23.4}'");
        assertThat(NatsCommand.publish(message("cmd.1", "_INBOX.x", List.of(new Header("Trace", "a b")), "")))
                .isEqualTo("nats pub --reply=_INBOX.x -H 'Trace:a b' cmd.1 ''");
    }

    @Test
    void writesRequests() {
        var timeout = Duration.ofMillis(1_500);
        assertThat(NatsCommand.request(message("svc.a", null, List.of(), "{}"), timeout, 3))
                .isEqualTo("nats req --timeout=1500ms --replies=3 svc.a '{}'");
        var binary = new LoggedMessage(1, Instant.EPOCH, "svc.a", null, List.of(), new byte[] {0});
        assertThat(NatsCommand.request(binary, timeout, 0))
                .isEqualTo("printf %s AA== | base64 -d | nats req --timeout=1500ms --replies=0 svc.a");
    }

    @Test
    void sendsBytesThroughBase64() {
        var bytes = HexFormat.of().parseHex("089601");
        assertThat(NatsCommand.publish(new LoggedMessage(1, Instant.EPOCH, "a", null, List.of(), bytes)))
                .isEqualTo("printf %s CJYB | base64 -d | nats pub --force-stdin a");
        assertThat(NatsCommand.publish(message("a", null, List.of(), "x\u001b[31m\u202E")))
                .as("what a terminal would obey")
                .contains("base64 -d");
    }

    @Test
    void writesTemplatesSoThatTheyComeOutAsTheyWere() {
        assertThat(NatsCommand.publish(message("a", null, List.of(new Header("h", "{{Count}}")), "{{Time}}")))
                .isEqualTo("nats pub -H 'h:{{\"{{\"}}Count}}' a '{{\"{{\"}}Time}}'");
        var binary = new byte[] {'{', '{', 0};
        assertThat(NatsCommand.publish(new LoggedMessage(1, Instant.EPOCH, "a", null, List.of(), binary)))
                .contains("--no-templates");
    }

    @Test
    void refusesWhatCannotBePasted() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> NatsCommand.publish(message("a", null, List.of(), "x".repeat(65_537))))
                .satisfies(failure -> assertThat(failure.sentence()).contains("64 KiB"));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> NatsCommand.publish(message("a\u001bb", null, List.of(), "")))
                .satisfies(failure -> assertThat(failure.key()).isEqualTo("command.control"));
    }

    @Test
    void aShellHandsEveryWordOverUnchanged() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a POSIX shell");
        var random = new Random(4);
        var words = new String[] {
            "it's", "$HOME", "`id`", "a b", "\\", "\"", "!", "*", "-x", "--", "@file", "ü €", "\n", "\t", "%s", "~",
            "#", "&", ";", "", "'"
        };
        for (var round = 0; round < 60; round++) {
            var payload = words[random.nextInt(words.length)] + words[random.nextInt(words.length)];
            var subject = "s" + words[random.nextInt(words.length)].strip();
            var header = new Header("K", words[random.nextInt(words.length)]);
            var command = NatsCommand.publish(message(subject, null, List.of(header), payload));
            var given = given(command);
            assertThat(given.subList(given.size() - 2, given.size()))
                    .as(command)
                    .containsExactly(subject, payload);
            assertThat(given).contains("K:" + header.value());
        }
        assertThat(given(NatsCommand.publish(message("-s", null, List.of(), "x"))))
                .containsExactly("pub", "--", "-s", "x");
        var bytes = new byte[5_000];
        random.nextBytes(bytes);
        var binary = NatsCommand.publish(new LoggedMessage(1, Instant.EPOCH, "a", null, List.of(), bytes));
        given(binary.replace("nats pub --force-stdin a", "cat > stdin"));
        assertThat(folder.resolve("stdin")).hasBinaryContent(bytes);
    }

    /** What a program named nats is given when the line is run. */
    private List<String> given(String command) throws IOException, InterruptedException {
        var script = "nats() { for a in \"$@\"; do printf '%s\\0' \"$a\"; done; }\n" + command;
        var shell = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var out = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(out).isZero();
        var words = new ArrayList<>(List.of(out.split("\0", -1)));
        words.removeLast();
        return words;
    }

    private static LoggedMessage message(String subject, @Nullable String reply, List<Header> headers, String payload) {
        return new LoggedMessage(1, Instant.EPOCH, subject, reply, headers, payload.getBytes(UTF_8));
    }
}
