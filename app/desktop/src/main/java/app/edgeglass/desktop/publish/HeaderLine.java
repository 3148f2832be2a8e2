package app.edgeglass.desktop.publish;

import app.edgeglass.core.message.Header;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A header that is being written. */
final class HeaderLine {

    private final StringProperty name;
    private final StringProperty value;

    HeaderLine(String name, String value) {
        this.name = new SimpleStringProperty(name);
        this.value = new SimpleStringProperty(value);
    }

    StringProperty name() {
        return name;
    }

    StringProperty value() {
        return value;
    }

    boolean isBlank() {
        return name.get().isBlank() && value.get().isBlank();
    }

    Header header() {
        return new Header(name.get(), value.get());
    }
}
