package app.edgeglass.desktop.publish;

import app.edgeglass.core.publish.CompositionCheck;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** What the message comes to, and how much the server takes. */
final class SizeLabel extends Label {

    private static final String EXCEEDED = "eg-publish-size-exceeded";

    private final PublishViewModel model;
    private final Tooltip exact = new Tooltip();

    SizeLabel(PublishViewModel model) {
        this.model = model;
        setId("publish-size-label");
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("eg-publish-size");
        setTooltip(exact);
        model.check().subscribe(this::show);
        model.maxPayload().subscribe(this::show);
    }

    private static String text(long counted, long most, int holes) {
        String bytes = Texts.size(counted);
        String text = most > 0 ? Texts.WORDS.say("size.known", bytes, Texts.size(most)) : bytes;
        return holes > 0 ? Texts.WORDS.say("size.holes", holes, text) : text;
    }

    private void show() {
        CompositionCheck check = model.check().get();
        long counted = check.countedBytes();
        long most = model.maxPayload().get();
        setText(counted < 0 ? "" : text(counted, most, check.holes()));
        getStyleClass().remove(EXCEEDED);
        if (most > 0 && counted > most) {
            getStyleClass().add(EXCEEDED);
        }
        String payload = Texts.FIGURES.count(Math.max(0, check.payloadBytes()));
        String headers = Texts.FIGURES.count(check.headerBytes());
        exact.setText(
                most > 0
                        ? Texts.WORDS.say("size.tip", payload, headers, Texts.FIGURES.count(most))
                        : Texts.WORDS.say("size.tip.alone", payload, headers));
        setAccessibleText(Texts.WORDS.say("size", getText()));
    }
}
