package app.edgeglass.desktop.doctor;

import app.edgeglass.core.connection.doctor.Certificate;
import app.edgeglass.core.connection.tls.Certificates;
import app.edgeglass.core.text.SafeText;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The certificates that a server showed, its own first, each to be opened. What is out of its time is said in red. */
final class ChainPane {

    private static final long SOON = 30;

    private final VBox root = new VBox();

    /** @param open whether the first one is shown at once */
    ChainPane(List<Certificate> chain, boolean open) {
        root.getStyleClass().add("eg-chain");
        for (int i = 0; i < chain.size(); i++) {
            root.getChildren()
                    .add(pane(chain.get(i), i, open && (i == 0 || chain.get(i).daysLeft() < 0)));
        }
    }

    private static Region pane(Certificate certificate, int place, boolean open) {
        var content = new GridPane();
        content.getStyleClass().addAll("eg-facts", "eg-chain-facts");
        int row = 0;
        add(content, row++, Texts.WORDS.say("certificate.subject"), certificate.subject());
        add(
                content,
                row++,
                Texts.WORDS.say("certificate.issuer"),
                certificate.isSelfSigned() ? Texts.WORDS.say("certificate.itself") : certificate.issuer());
        add(
                content,
                row++,
                Texts.WORDS.say("certificate.names"),
                certificate.names().isEmpty()
                        ? Texts.WORDS.say("certificate.names.none")
                        : String.join(", ", certificate.names()));
        add(
                content,
                row++,
                Texts.WORDS.say("certificate.valid"),
                Texts.WORDS.say(
                        "certificate.valid.from-until",
                        Certificates.day(certificate.from()),
                        Certificates.day(certificate.until())));
        add(content, row++, Texts.WORDS.say("certificate.key"), certificate.key());
        Label fingerprint = add(content, row, Texts.WORDS.say("certificate.fingerprint"), certificate.fingerprint());
        fingerprint.getStyleClass().add("eg-code");
        var pane = new TitledPane();
        pane.setId("doctor-certificate-" + place);
        pane.setText(SafeText.show(Certificates.shortName(certificate.subject()), 120));
        var days = new Label(days(certificate));
        days.setId("doctor-certificate-" + place + "-days");
        days.getStyleClass().add(daysStyle(certificate));
        pane.setGraphic(days);
        pane.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        pane.setContent(content);
        pane.setExpanded(open);
        pane.setAnimated(false);
        pane.getStyleClass().addAll("dense", "eg-certificate");
        return pane;
    }

    private static Label add(GridPane grid, int row, String name, String value) {
        var label = new Label(name);
        label.getStyleClass().add("eg-fact-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        var words = new Label(SafeText.show(value, 2_000));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setHgrow(words, Priority.ALWAYS);
        grid.addRow(row, label, words);
        return words;
    }

    private static String days(Certificate certificate) {
        long days = certificate.daysLeft();
        return days < 0
                ? Texts.WORDS.say("certificate.expired", Certificates.day(certificate.until()))
                : Texts.WORDS.say("certificate.days", days);
    }

    private static String daysStyle(Certificate certificate) {
        if (certificate.daysLeft() < 0) {
            return "eg-chain-expired";
        }
        return certificate.daysLeft() < SOON ? "eg-chain-soon" : "eg-chain-days";
    }

    Region root() {
        return root;
    }
}
