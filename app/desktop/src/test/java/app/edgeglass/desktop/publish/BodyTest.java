package app.edgeglass.desktop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.publish.BodyFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BodyTest {

    private final Body body = new Body();

    private String in(BodyFormat format) {
        body.format().set(format);
        return body.written().get();
    }

    @Test
    void writesTextAsDigitsAndBack() {
        body.written().set("on ü");
        assertThat(in(BodyFormat.HEX)).isEqualTo("6f 6e 20 c3 bc");
        assertThat(in(BodyFormat.JSON)).isEqualTo("on ü");
    }

    @Test
    void takesChangedDigitsIntoTheText() {
        body.written().set("on");
        in(BodyFormat.HEX);
        body.written().set("6f 66 66");
        assertThat(in(BodyFormat.TEXT)).isEqualTo("off");
        assertThat(in(BodyFormat.HEX)).isEqualTo("6f 66 66");
    }

    @Test
    void losesNeitherDigitsThatAreNoTextNorTheText() {
        body.written().set("kept");
        in(BodyFormat.HEX);
        body.written().set("00 ff");
        assertThat(in(BodyFormat.TEXT)).isEqualTo("kept");
        assertThat(in(BodyFormat.HEX)).isEqualTo("00 ff");
        body.written().set("0");
        assertThat(in(BodyFormat.JSON)).isEqualTo("kept");
        assertThat(in(BodyFormat.HEX)).isEqualTo("0");
    }

    @Test
    void writesDigitsAnewAfterTheTextHasChanged() {
        body.written().set("a");
        in(BodyFormat.HEX);
        in(BodyFormat.TEXT);
        body.written().set("b");
        assertThat(in(BodyFormat.HEX)).isEqualTo("62");
    }

    @Test
    void keepsBothOverAFile() {
        body.written().set("text");
        in(BodyFormat.FILE);
        assertThat(in(BodyFormat.TEXT)).isEqualTo("text");
        in(BodyFormat.HEX);
        in(BodyFormat.FILE);
        assertThat(in(BodyFormat.HEX)).isEqualTo("74 65 78 74");
    }

    @Test
    void replacesAll() {
        body.written().set("old");
        body.set(BodyFormat.HEX, "00", null);
        assertThat(body.written().get()).isEqualTo("00");
        body.set(BodyFormat.FILE, "", Path.of("x"));
        assertThat(body.file().get()).isEqualTo(Path.of("x"));
    }
}
