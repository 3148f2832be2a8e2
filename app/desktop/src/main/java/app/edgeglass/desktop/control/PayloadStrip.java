package app.edgeglass.desktop.control;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Sizes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Says below a payload what one has to know about it: that it is a part only, broken, saved, or why something failed. */
final class PayloadStrip {

    private static final int DIGEST_SHOWN = 12;

    private final PayloadViewModel model;
    private final PayloadOutlet outlet;
    private final Label part = new Label();
    private final Button digest;
    private final Button loadAll;
    private final HBox partRow;
    private final Label note = new Label();
    private final HBox noteRow;
    private final Label failure = new Label();
    private final HBox failureRow;
    private final Label saved = new Label();
    private final HBox savedRow;
    private final VBox root;

    PayloadStrip(PayloadViewModel model, PayloadOutlet outlet) {
        this.model = model;
        this.outlet = outlet;
        part.setId("payload-part");
        part.setMinWidth(Region.USE_PREF_SIZE);
        digest = Controls.textButton("payload-digest-button", "", this::copyDigest);
        digest.getStyleClass().addAll("flat", "eg-digest", "eg-code");
        digest.setMinWidth(0);
        digest.setTooltip(new Tooltip());
        loadAll = Controls.textButton("payload-load-all-button", Texts.WORDS.say("payload.load-all"), model::loadAll);
        var save = Controls.textButton("payload-save-button", Texts.WORDS.say("payload.save-as"), this::save);
        partRow = row("eg-strip-part", part, digest, Controls.space(), loadAll, save);
        noteRow = worded("payload-note", note, MaterialDesignA.ALERT_OUTLINE, "eg-strip-note");
        failureRow = worded("payload-failure", failure, MaterialDesignA.ALERT_CIRCLE_OUTLINE, "eg-strip-failure");
        savedRow = worded("payload-saved", saved, MaterialDesignC.CHECK, "eg-strip-saved");
        root = new VBox(noteRow, failureRow, savedRow, partRow);
        root.getStyleClass().add("eg-strip");
        root.setMinHeight(Region.USE_PREF_SIZE);
        model.shownProperty().subscribe(this::show);
        model.digestProperty().subscribe(this::showDigest);
        model.failureProperty().subscribe(this::showFailure);
        model.savedProperty().subscribe(text -> {
            saved.setText(text);
            Controls.visible(savedRow, !text.isEmpty());
        });
    }

    private static HBox row(String styleClass, Node... content) {
        var row = new HBox(content);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("eg-strip-row", styleClass);
        return row;
    }

    private static HBox worded(String id, Label words, Ikon icon, String styleClass) {
        words.setId(id);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        return row(styleClass, new FontIcon(icon), words);
    }

    private void show(@Nullable ShownPayload shown) {
        var said = shown == null ? "" : shown.page().note().orElse("");
        note.setText(said);
        Controls.visible(noteRow, !said.isEmpty());
        Controls.visible(partRow, shown != null && shown.source().size() > PayloadViewModel.FIRST_PART);
        if (shown != null) {
            part.setText(part(shown));
            Controls.visible(loadAll, !shown.isAll());
        }
    }

    private static String part(ShownPayload shown) {
        var locale = Texts.WORDS.locale();
        var all = Sizes.say(shown.source().size(), locale);
        if (shown.isAll()) {
            return Texts.WORDS.say("payload.all", all);
        }
        var some = Sizes.say(shown.bytesShown(), locale);
        return some.equals(all)
                ? Texts.WORDS.say(
                        "payload.part-bytes", shown.bytesShown(), shown.source().size())
                : Texts.WORDS.say("payload.part", some, all);
    }

    private void showDigest(String sha256) {
        Controls.visible(digest, !sha256.isEmpty());
        if (!sha256.isEmpty()) {
            digest.setText(Texts.WORDS.say("payload.digest", sha256.substring(0, DIGEST_SHOWN)));
            digest.setAccessibleText(Texts.WORDS.say("payload.digest.accessible", sha256));
            digest.getTooltip().setText(Texts.WORDS.say("payload.digest.tooltip", sha256));
        }
    }

    private void copyDigest() {
        outlet.copy(model.digestProperty().get(), Texts.WORDS.say("payload.copied-digest"));
    }

    private void showFailure(@Nullable Failure why) {
        failure.setText(why == null ? "" : why.sentence() + " " + why.remedy());
        Controls.visible(failureRow, why != null);
    }

    private void save() {
        outlet.saveAs(Texts.WORDS.say("payload.save-title"), model.suggestedName(), model::saveTo);
    }

    Node root() {
        return root;
    }
}
