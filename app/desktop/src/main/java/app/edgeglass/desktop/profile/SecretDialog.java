package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.shell.dialog.DialogBox;
import app.edgeglass.desktop.shell.dialog.Overlay;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** Asks for secrets over the window: which, for what, and whether to keep them. Enter goes on. */
public final class SecretDialog implements SecretAsker {

    private static final int CREDENTIAL_LINES = 7;

    private final Overlay overlay;

    public SecretDialog(Overlay overlay) {
        this.overlay = overlay;
    }

    @Override
    public void ask(Question question, Consumer<Answer> onAnswer) {
        var inputs = new LinkedHashMap<Secret, TextInputControl>();
        var form = new VBox();
        form.getStyleClass().add("eg-secret-form");
        if (!question.why().isEmpty()) {
            var why = new Label(question.why());
            why.setId("secret-why");
            why.setWrapText(true);
            why.setMinHeight(Region.USE_PREF_SIZE);
            why.getStyleClass().add("eg-server-trouble");
            form.getChildren().add(why);
        }
        for (Secret which : question.wanted()) {
            form.getChildren().add(row(which, question.profile(), inputs));
        }
        var keep = new CheckBox(Texts.WORDS.say("secret.keep"));
        keep.setId("secret-keep");
        keep.setSelected(question.keepable());
        var once = new Label(Texts.WORDS.say("secret.once"));
        once.getStyleClass().add("eg-muted");
        form.getChildren().add(question.keepable() ? keep : once);

        var go = new Button(Texts.WORDS.say("secret.connect"));
        go.setId("secret-connect-button");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        var cancel = new Button(Texts.WORDS.say("secret.cancel"));
        cancel.setId("secret-cancel-button");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> overlay.close());
        Runnable check = () -> go.setDisable(
                inputs.values().stream().anyMatch(input -> input.getText().isEmpty()));
        inputs.values().forEach(input -> input.textProperty().subscribe(check));
        check.run();
        go.setOnAction(event -> {
            var answer = new Answer(values(inputs), keep.isSelected() && question.keepable());
            overlay.close();
            onAnswer.accept(answer);
        });
        var box = new DialogBox(
                "secret-dialog",
                Texts.WORDS.say("secret.title", question.profile().name()),
                form,
                List.of(cancel, go));
        overlay.open(box.root(), Pos.CENTER, inputs.values().iterator().next(), () -> {});
    }

    private static Map<Secret, SecretValue> values(Map<Secret, TextInputControl> inputs) {
        var values = new EnumMap<Secret, SecretValue>(Secret.class);
        inputs.forEach((which, input) -> {
            boolean exact = which == Secret.PASSWORD || which == Secret.KEY_PASSWORD || which == Secret.TRUST_PASSWORD;
            values.put(
                    which,
                    SecretValue.of(exact ? input.getText() : input.getText().strip()));
        });
        return values;
    }

    private static Node row(Secret which, Profile profile, Map<Secret, TextInputControl> inputs) {
        String words = words(which, profile);
        var label = new Label(words);
        String id = "secret-" + which.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Node input = which == Secret.CREDENTIALS ? area(which, id, words, inputs) : line(which, id, words, inputs);
        label.setLabelFor(inputs.get(which));
        var row = new VBox(label, input);
        row.getStyleClass().add("eg-secret-row");
        return row;
    }

    private static Node area(Secret which, String id, String words, Map<Secret, TextInputControl> inputs) {
        var area = new TextArea();
        area.setId(id);
        area.setAccessibleText(words);
        area.setPrefRowCount(CREDENTIAL_LINES);
        area.getStyleClass().add("eg-code");
        inputs.put(which, area);
        return area;
    }

    private static Node line(Secret which, String id, String words, Map<Secret, TextInputControl> inputs) {
        var hidden = new PasswordField();
        var open = new TextField();
        open.getStyleClass().add("eg-code");
        open.textProperty().bindBidirectional(hidden.textProperty());
        for (TextField field : List.of(hidden, open)) {
            field.setId(id);
            field.setAccessibleText(words);
        }
        ToggleButton eye =
                Controls.iconToggle(id + "-show", MaterialDesignE.EYE_OUTLINE, Texts.WORDS.say("secret.show"));
        open.visibleProperty().bind(eye.selectedProperty());
        hidden.visibleProperty().bind(eye.selectedProperty().not());
        inputs.put(which, hidden);
        var stack = new StackPane(hidden, open);
        HBox.setHgrow(stack, Priority.ALWAYS);
        var line = new HBox(stack, eye);
        line.getStyleClass().add("eg-form-line");
        return line;
    }

    private static String words(Secret which, Profile profile) {
        return switch (which) {
            case PASSWORD ->
                profile.login() instanceof Login.Password(var user)
                        ? Texts.WORDS.say("secret.password", user)
                        : Texts.WORDS.say("secret.password.plain");
            case TOKEN -> Texts.WORDS.say("secret.token");
            case SEED -> Texts.WORDS.say("secret.seed");
            case JWT -> Texts.WORDS.say("secret.jwt");
            case CREDENTIALS -> Texts.WORDS.say("secret.credentials");
            case KEY_PASSWORD -> Texts.WORDS.say("secret.key-password");
            case TRUST_PASSWORD -> Texts.WORDS.say("secret.trust-password");
        };
    }
}
