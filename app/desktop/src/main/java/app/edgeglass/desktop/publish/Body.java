package app.edgeglass.desktop.publish;

import app.edgeglass.core.payload.HexText;
import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.core.publish.HexLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The payload that is being written. Text and JSON are the same characters; hexadecimal digits are others, which follow
 * the text and are followed by it as long as either can be written as the other. What cannot stays where it was, so that
 * going from one format to another and back loses nothing.
 */
final class Body {

    private final ObjectProperty<BodyFormat> format = new SimpleObjectProperty<>(BodyFormat.TEXT);
    private final StringProperty written = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();

    private String text = "";
    private String hex = "";
    /** The text that the digits were last made of, or that was last made of them. */
    private String textOfHex = "";

    private BodyFormat before = BodyFormat.TEXT;

    Body() {
        format.subscribe(this::switched);
    }

    ObjectProperty<BodyFormat> format() {
        return format;
    }

    /** What is in the editor: text or digits. */
    StringProperty written() {
        return written;
    }

    ObjectProperty<@Nullable Path> file() {
        return file;
    }

    /** Replaces everything by what was written before. */
    void set(BodyFormat wanted, String body, @Nullable Path chosen) {
        format.set(wanted);
        if (wanted != BodyFormat.FILE) {
            written.set(body);
        }
        file.set(chosen);
    }

    private void switched(BodyFormat now) {
        keep();
        if (now == BodyFormat.HEX && !text.equals(textOfHex)) {
            hex = HexLines.write(text.getBytes(StandardCharsets.UTF_8));
            textOfHex = text;
        } else if (now != BodyFormat.HEX && before == BodyFormat.HEX) {
            textOf(hex).filter(decoded -> !decoded.equals(textOfHex)).ifPresent(decoded -> {
                text = decoded;
                textOfHex = decoded;
            });
        }
        before = now;
        if (now != BodyFormat.FILE) {
            written.set(now == BodyFormat.HEX ? hex : text);
        }
    }

    private void keep() {
        if (before == BodyFormat.HEX) {
            hex = written.get();
        } else if (before != BodyFormat.FILE) {
            text = written.get();
        }
    }

    private static Optional<String> textOf(String digits) {
        return HexText.read(digits) instanceof HexText.Bytes(byte[] bytes) ? HexLines.text(bytes) : Optional.empty();
    }
}
