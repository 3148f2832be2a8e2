package app.edgeglass.core.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadFileTest {

    @TempDir
    private Path folder;

    @Test
    void writesTheExactBytesAndNothingBesideThem() throws IOException {
        var file = folder.resolve("a.bin");
        PayloadFile.write(file, new byte[] {1, 2, 3});
        PayloadFile.write(file, new byte[] {4});
        assertThat(file).hasBinaryContent(new byte[] {4});
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> PayloadFile.write(folder.resolve("none").resolve("a"), new byte[1]))
                .satisfies(failure -> assertThat(failure.key()).isEqualTo("file.folder"));
    }

    @Test
    void leavesWhatIsInTheWayAsItIs() throws IOException {
        var taken = folder.resolve("taken");
        Files.createDirectories(taken.resolve("by a folder"));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> PayloadFile.write(taken, new byte[1]))
                .satisfies(failure -> assertThat(failure.key()).isEqualTo("file.write"));
        try (var files = Files.list(folder)) {
            assertThat(files).as("no leftovers").containsExactly(taken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "site.a.temp, 7, JSON, site.a.temp-7.json",
        "../../etc/passwd, 1, TEXT, _._.._etc_passwd-1.txt",
        "a:b*c?\\d, 1, BINARY, a_b_c__d-1.bin",
        "nul, 1, TEXT, _nul-1.txt",
        "COM1.status, 1, TEXT, _COM1.status-1.txt",
        "über.$SYS, 2, JSON, _ber._SYS-2.json",
    })
    void suggestsANameThatEveryFileSystemTakes(String subject, long number, PayloadKind kind, String name) {
        assertThat(PayloadFile.suggestedName(subject, number, kind)).isEqualTo(name);
    }

    @Test
    void suggestsAShortNameForALongSubject() {
        assertThat(PayloadFile.suggestedName("x".repeat(60_000), 1, PayloadKind.JSON))
                .hasSizeLessThan(100);
        assertThat(PayloadFile.suggestedName("a\u0000\u202E/😀", 1, PayloadKind.JSON))
                .isEqualTo("a____-1.json");
    }

    @Test
    void digestsAsEverybodyDoes() {
        assertThat(Digests.sha256(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
