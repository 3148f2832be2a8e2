package app.edgeglass.desktop.connection;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.connection.ConnectionViewModel.Standing;
import app.edgeglass.desktop.connection.StartView.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What becomes of connecting, below the field of the start page: it goes on, it failed, a secret is wanted, it has ended. */
final class StartAnswer {

    private final ConnectionViewModel model;
    private final HBox root = new HBox();
    private Function<Failure, List<Remedy>> remedies = failure -> List.of();
    private SecretKeeper keeper = SecretKeeper.NOWHERE;
    /** Keeps the secret under trial once it has served. */
    private Runnable keepWhatServes = () -> {};

    StartAnswer(ConnectionViewModel model) {
        this.model = model;
        root.setId("start-answer");
        root.getStyleClass().add("eg-start-answer");
    }

    void remedyBy(Function<Failure, List<Remedy>> known) {
        remedies = known;
    }

    void keepSecretsBy(SecretKeeper wanted) {
        keeper = wanted;
    }

    void show(Standing standing) {
        root.getChildren().clear();
        root.getStyleClass().removeAll("eg-start-failed");
        root.setVisible(true);
        root.setAlignment(Pos.CENTER_LEFT);
        switch (standing) {
            case Standing.Opening(var to) -> opening(to);
            case Standing.Failed(var _, var failure) -> failed(failure);
            case Standing.Wanting(var server, var secret) -> wanting(server, secret);
            case Standing.Idle() -> ended(model.targetProperty().get());
            case Standing.Open(var _) -> keepWhatServes.run();
        }
        if (!(standing instanceof Standing.Opening || standing instanceof Standing.Wanting)) {
            keepWhatServes = () -> {};
        }
        boolean any = !root.getChildren().isEmpty();
        root.setVisible(any);
        root.setManaged(any);
    }

    private void opening(String to) {
        var wait = new ProgressIndicator();
        wait.getStyleClass().add("eg-small-progress");
        root.getChildren()
                .setAll(
                        wait,
                        new Label(Texts.WORDS.say("start.opening", to)),
                        button("start-cancel-button", Texts.WORDS.say("start.cancel"), model::cancel));
    }

    private void ended(Target target) {
        if (target instanceof Target.Nothing) {
            return;
        }
        boolean local = target instanceof Target.World;
        var words =
                new Label(local ? Texts.WORDS.say("start.ended.local") : Texts.WORDS.say("start.ended", target.name()));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        root.getChildren()
                .setAll(
                        new FontIcon(MaterialDesignP.POWER_PLUG_OFF_OUTLINE),
                        words,
                        button(
                                "start-again-button",
                                local ? Texts.WORDS.say("start.again.local") : Texts.WORDS.say("start.again"),
                                model::tryAgain));
    }

    private void failed(Failure failure) {
        var icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        icon.getStyleClass().addAll("eg-start-failed-icon", "eg-icon-large");
        var text = new VBox(sentence("start-failure", failure.sentence()), advice(failure.remedy()));
        text.getStyleClass().add("eg-start-failure");
        var buttons = new ArrayList<Node>();
        if (model.canTryAgain()) {
            buttons.add(button("start-again-button", Texts.WORDS.say("start.try-again"), model::tryAgain));
        }
        refused(failure, model.targetProperty().get())
                .ifPresent(secret -> buttons.add(button(
                        "start-retype-button",
                        Texts.WORDS.say("start.retype", words(secret)),
                        () -> model.retype(secret))));
        for (Remedy one : remedies.apply(failure)) {
            buttons.add(button("start-remedy-" + one.id(), one.text(), one.action()));
        }
        if (!buttons.isEmpty()) {
            text.getChildren().add(line(buttons));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        root.setAlignment(Pos.TOP_LEFT);
        root.getChildren().setAll(icon, text);
        root.getStyleClass().add("eg-start-failed");
    }

    /** Which secret did not serve, if it is one that a person types. */
    private static Optional<Secret> refused(Failure failure, Target target) {
        if (!(target instanceof Target.Server server)) {
            return Optional.empty();
        }
        return switch (failure.key()) {
            case "tls.key-password" -> Optional.of(Secret.KEY_PASSWORD);
            case "connect.password-refused",
                    "connect.token-refused",
                    "connect.nkey-refused",
                    "connect.jwt-refused",
                    "connect.expired" -> typed(server.profile().login());
            default -> Optional.empty();
        };
    }

    private static Optional<Secret> typed(Login login) {
        return switch (login) {
            case Login.None() -> Optional.empty();
            case Login.Password(var _) -> Optional.of(Secret.PASSWORD);
            case Login.Token() -> Optional.of(Secret.TOKEN);
            case Login.NKey(var file) -> file.isPresent() ? Optional.empty() : Optional.of(Secret.SEED);
            case Login.Credentials(var file) -> file.isPresent() ? Optional.empty() : Optional.of(Secret.CREDENTIALS);
            case Login.Jwt(var _) -> Optional.of(Secret.JWT);
        };
    }

    private void wanting(Target.Server server, Secret secret) {
        TextInputControl field = field(secret);
        field.setId("start-secret");
        field.setAccessibleText(words(secret));
        field.setPromptText(words(secret));
        boolean keepable = keeper.canKeep(server.profile());
        var keep = new CheckBox(Texts.WORDS.say("start.secret.keep"));
        keep.setId("start-secret-keep");
        Runnable give = () -> {
            if (!field.getText().isEmpty()) {
                var value = SecretValue.of(field.getText());
                field.clear();
                keepWhatServes = keep.isSelected() ? () -> keeper.keep(server.profile(), secret, value) : () -> {};
                model.give(value);
            }
        };
        var button = button("start-secret-button", Texts.WORDS.say("start.secret.go"), give);
        button.getStyleClass().setAll("button", "accent");
        HBox.setHgrow(field, Priority.ALWAYS);
        if (field instanceof PasswordField password) {
            password.setOnAction(event -> give.run());
        }
        var icon = new FontIcon(MaterialDesignK.KEY_OUTLINE);
        icon.getStyleClass().add("eg-icon-large");
        var text = new VBox(
                sentence("start-secret-sentence", Texts.WORDS.say("start.secret", server.name(), words(secret))),
                line(List.of(field, button)),
                keepable ? keep : advice(Texts.WORDS.say("start.secret.note")));
        text.getStyleClass().add("eg-start-failure");
        HBox.setHgrow(text, Priority.ALWAYS);
        root.setAlignment(Pos.TOP_LEFT);
        root.getChildren().setAll(icon, text);
        // Only where a person looks: one session must not take the keys from another.
        if (isShown()) {
            field.requestFocus();
        }
    }

    /** Gives the keyboard to the field of a secret; false when there is none. */
    boolean focus() {
        Node field = model.standingProperty().get() instanceof Standing.Wanting ? root.lookup("#start-secret") : null;
        if (field != null) {
            field.requestFocus();
            return true;
        }
        return false;
    }

    private boolean isShown() {
        boolean shown = root.getScene() != null;
        for (Node n = root; n != null; n = n.getParent()) {
            shown &= n.isVisible();
        }
        return shown;
    }

    /** Credentials have many lines; all else has one, which nobody is to read over a shoulder. */
    private static TextInputControl field(Secret secret) {
        if (secret != Secret.CREDENTIALS) {
            return new PasswordField();
        }
        var area = new TextArea();
        area.setPrefRowCount(5);
        area.getStyleClass().add("eg-code");
        return area;
    }

    private static String words(Secret secret) {
        return Texts.WORDS.say(
                switch (secret) {
                    case PASSWORD -> "secret.password";
                    case TOKEN -> "secret.token";
                    case SEED -> "secret.seed";
                    case JWT -> "secret.jwt";
                    case CREDENTIALS -> "secret.credentials";
                    case KEY_PASSWORD -> "secret.key-password";
                    case TRUST_PASSWORD -> "secret.trust-password";
                });
    }

    private static Label sentence(String id, String words) {
        var sentence = advice(words);
        sentence.setId(id);
        sentence.getStyleClass().add("eg-start-sentence");
        return sentence;
    }

    private static Label advice(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox line(List<Node> parts) {
        var line = new HBox();
        line.getStyleClass().add("eg-start-remedies");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().setAll(parts);
        return line;
    }

    private static Button button(String id, String words, Runnable run) {
        var button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> run.run());
        return button;
    }

    Node root() {
        return root;
    }
}
