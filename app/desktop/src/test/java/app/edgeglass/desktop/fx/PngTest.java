package app.edgeglass.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.desktop.testing.UiDriver;
import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

class PngTest {

    @Test
    void everyPixelComesBack() {
        UiDriver.startToolkit();
        var picture = new WritableImage(37, 11);
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 37; x++) {
                picture.getPixelWriter()
                        .setArgb(x, y, 0xff000000 | ((x * 7) << 16) | ((y * 23) << 8) | ((x * y * 31) & 0xff));
            }
        }

        var read = new Image(new ByteArrayInputStream(Png.encode(picture)));

        assertThat(read.isError()).isFalse();
        assertThat(read.getWidth()).isEqualTo(37);
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(read.getPixelReader().getArgb(x, y))
                        .isEqualTo(picture.getPixelReader().getArgb(x, y));
            }
        }
    }
}
