package app.edgeglass.desktop.profile.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.testing.TestAuthority;
import app.edgeglass.desktop.profile.editor.Choices.IdentityKind;
import app.edgeglass.desktop.profile.editor.Choices.LoginKind;
import app.edgeglass.desktop.profile.editor.Choices.TrustKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorViewModelTest {

    private static final SecretValue KEPT = SecretValue.of("kept");

    @TempDir
    private Path temp;

    private final EditorViewModel model = new EditorViewModel(new InPlaceRunner());
    private final Profile plant =
            Profile.of("nats://plant:4222").named("Plant").withLogin(new Login.Password("operator"));

    private void edit(Profile profile, Secrets kept) {
        model.edit(profile, false, false, kept, kept);
    }

    @Test
    void aNewProfileIsNotScoldedBeforeItIsTyped() {
        model.edit(Profile.of("nats://a").named(""), true, false, Secrets.NONE, Secrets.NONE);
        assertThat(model.problemsProperty().get()).isEmpty();
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.savableProperty().get()).isTrue();

        assertThat(model.profile()).isEmpty();
        assertThat(model.problemsProperty().get()).containsOnlyKeys(Field.NAME);

        model.text(Field.NAME).set("Plant");
        assertThat(model.problemsProperty().get()).isEmpty();
        assertThat(model.profile().map(Profile::name)).contains("Plant");
    }

    @Test
    void whatIsChangedIsKnownAndCanBeTakenBack() {
        edit(plant, Secrets.NONE);
        assertThat(model.savableProperty().get()).isFalse();
        model.text(Field.SERVERS).set("nats://plant:no");
        assertThat(model.problemsProperty().get()).containsOnlyKeys(Field.SERVERS);
        assertThat(model.changedProperty().get()).isTrue();
        model.text(Field.SERVERS).set("nats://plant:4222");
        assertThat(model.changedProperty().get()).isFalse();

        model.flag(Flag.TLS_FIRST).set(true);
        model.loginProperty().set(LoginKind.TOKEN);
        assertThat(model.changedProperty().get()).isTrue();
        model.revert();
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.profile()).contains(plant);
    }

    @Test
    void ofAKeptSecretOnlyIsSaidThatItIsThere() {
        edit(plant, Secrets.of(Map.of(Secret.PASSWORD, KEPT, Secret.TOKEN, KEPT)));
        // A token is no concern of this profile, and a keychain may ask for each look.
        assertThat(model.keptProperty().get()).containsExactly(Secret.PASSWORD);
        assertThat(model.text(Field.PASSWORD).get()).isEmpty();
        assertThat(model.secretsAsTyped().find(Secret.PASSWORD)).contains(KEPT);

        model.text(Field.PASSWORD).set(" new ");
        assertThat(model.typed()).containsExactly(Map.entry(Secret.PASSWORD, SecretValue.of(" new ")));
        assertThat(model.secretsAsTyped().find(Secret.PASSWORD)).contains(SecretValue.of(" new "));
        assertThat(model.changedProperty().get()).isTrue();

        model.revert();
        model.forget(Secret.PASSWORD);
        assertThat(model.forgotten()).containsExactly(Secret.PASSWORD);
        assertThat(model.changedProperty().get()).isTrue();
        assertThat(model.secretsAsTyped().find(Secret.PASSWORD)).isEmpty();
    }

    @Test
    void filesAreLookedAtWhileTheyAreTypedAndDoNotKeepFromSaving() throws Exception {
        edit(plant, Secrets.NONE);
        model.trustProperty().set(TrustKind.FILE);
        model.text(Field.TRUST_FILE).set(temp.resolve("no.pem").toString());
        // Also while another field is wrong.
        model.identityProperty().set(IdentityKind.PEM);
        assertThat(model.warningsProperty().get())
                .hasEntrySatisfying(
                        Field.TRUST_FILE, warning -> assertThat(warning.key()).isEqualTo("tls.file-missing"));

        var authority = new TestAuthority("authority");
        Path ca = authority.write(temp, "ca");
        model.text(Field.TRUST_FILE).set(ca.toString());
        assertThat(model.warningsProperty().get()).isEmpty();

        authority.server().write(temp, "me");
        model.text(Field.CERTIFICATE_FILE).set(temp.resolve("me.pem").toString());
        model.text(Field.KEY_FILE)
                .set(Files.writeString(temp.resolve("empty.key"), "").toString());
        assertThat(model.warningsProperty().get()).containsOnlyKeys(Field.KEY_FILE);
        assertThat(model.profile()).isPresent();

        model.loginProperty().set(LoginKind.CREDENTIALS);
        model.flag(Flag.CREDENTIALS_IN_FILE).set(true);
        model.text(Field.CREDENTIALS_FILE).set(ca.toString());
        assertThat(model.warningsProperty().get())
                .hasEntrySatisfying(
                        Field.CREDENTIALS_FILE,
                        warning -> assertThat(warning.key()).isEqualTo("login.creds-no-jwt"));
    }

    @Test
    void whatWasTypedElsewhereIsNotLostUnasked() {
        model.begin(plant, Secrets.of(Map.of(Secret.PASSWORD, KEPT)));
        assertThat(model.isNew()).isTrue();
        assertThat(model.changedProperty().get()).isTrue();
        assertThat(model.profile()).contains(plant);
        model.close();
        assertThat(model.changedProperty().get()).isFalse();
    }
}
