package app.edgeglass.desktop.publish;

import javafx.scene.Node;

/** Shows a payload: the view with which the rest of the window shows payloads. */
public interface PayloadPane {

    Node node();

    /**
     * @param subject where it came from, for decoders that go by it
     * @param payload the bytes; not to be changed
     */
    void show(String subject, byte[] payload);
}
