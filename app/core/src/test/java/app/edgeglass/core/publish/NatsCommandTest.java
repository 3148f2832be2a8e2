package app.edgeglass.core.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.message.Header;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsCommandTest {

    @Test
    void writesTheShortFormOfTheOrdinaryCase() {
        assertThat(NatsCommand.publish(Draft.of("site.1.cmd", "on".getBytes(UTF_8)), null))
                .isEqualTo("nats pub site.1.cmd on");
    }

    @Test
    void namesTheServerAndTheReplies() {
        var plan = new RequestPlan(Duration.ofMillis(1_500), 3, Duration.ZERO);
        assertThat(NatsCommand.request(Draft.of("a", "{}".getBytes(UTF_8)), plan, "nats://h:4222"))
                .isEqualTo("nats --server=nats://h:4222 req --timeout=1500ms --replies=3 a '{}'");
    }

    @Test
    void keepsGoTemplatesFromBeingRead() {
        var draft = new Draft("a", List.of(new Header("T", "{{x}}")), "{{Count}}".getBytes(UTF_8), null);
        assertThat(NatsCommand.publish(draft, null))
                .isEqualTo("nats pub '--header=T:{{\"{{\"}}x}}' --no-templates a '{{Count}}'"
                        .replace("'--header=T:", "--header='T:"));
    }

    /** Runs the line in a real shell with a stand-in for the command that writes down its arguments and its input. */
    private static String run(Path folder, String line) throws Exception {
        Path script = folder.resolve("nats");
        Files.writeString(script, """
                #!/bin/sh
                for a in "$@"; do printf '<%s>' "$a"; done
                case " $* " in *" --force-stdin "*) printf '|'; od -v -An -tx1 | tr -d ' \\n';; esac
                """);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Path lines = Files.writeString(folder.resolve("lines"), line);
        var builder = new ProcessBuilder("/bin/sh", lines.toString()).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void survivesAShell(@TempDir Path folder) throws Exception {
        String nasty = "it's \"$HOME\" `id` \\ !\n\t* ü 🎈";
        var draft = new Draft(
                "a.$x;ls", List.of(new Header("K", "v'v"), new Header("K", "2")), nasty.getBytes(UTF_8), "r.e");
        assertThat(run(folder, NatsCommand.publish(draft, null)))
                .isEqualTo("<pub><--reply=r.e><--header=K:v'v><--header=K:2><a.$x;ls><" + nasty + ">");
    }

    @Test
    void sendsWhatNoArgumentCanCarry(@TempDir Path folder) throws Exception {
        var bytes = new byte[] {0, 1, (byte) 0xFF, '\n', '\''};
        assertThat(run(folder, NatsCommand.publish(Draft.of("-a", bytes), null)))
                .isEqualTo("<pub><--force-stdin><--><-a>|0001ff0a27");

        String large = run(folder, NatsCommand.publish(Draft.of("a", new byte[200_000]), null));
        assertThat(large)
                .startsWith("<pub><--force-stdin><a>|00")
                .hasSize("<pub><--force-stdin><a>|".length() + 400_000);
    }

    @Test
    void sendsAnEmptyPayload(@TempDir Path folder) throws Exception {
        assertThat(run(folder, NatsCommand.publish(Draft.of("a", new byte[0]), null)))
                .isEqualTo("<pub><a><>");
    }
}
