package app.edgeglass.desktop.profile.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import app.edgeglass.core.connection.profile.SampleProfiles;
import app.edgeglass.desktop.profile.editor.Choices.IdentityKind;
import app.edgeglass.desktop.profile.editor.Choices.LoginKind;
import app.edgeglass.desktop.profile.editor.Choices.PlaceKind;
import app.edgeglass.desktop.profile.editor.Choices.TrustKind;
import app.edgeglass.desktop.profile.editor.FormReader.Reading;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    private static final Choices ALL_FIELDS = new Choices(
            ProfileColour.NONE,
            Environment.DEVELOPMENT,
            LoginKind.PASSWORD,
            TrustKind.FILE,
            IdentityKind.PEM,
            PlaceKind.DOMAIN);

    /** One with a value in each field that is looked at. */
    private static Map<Field, String> right() {
        var texts = new EnumMap<>(
                FormWriter.write(Profile.of("nats://a").named("Plant"), false).texts());
        texts.put(Field.USER, "plant");
        texts.put(Field.TRUST_FILE, "ca.pem");
        texts.put(Field.CERTIFICATE_FILE, "me.pem");
        texts.put(Field.KEY_FILE, "me.key");
        texts.put(Field.DOMAIN, "hub");
        return texts;
    }

    private static Reading read(Map<Field, String> texts, Choices choices, Flag... flags) {
        return FormReader.read("id", new FormValues(texts, Set.of(flags), choices));
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        for (Profile profile : SampleProfiles.ofEveryShape()) {
            Reading reading = FormReader.read(profile.id(), FormWriter.write(profile, false));
            assertThat(reading.problems()).as(profile.id()).isEmpty();
            assertThat(reading.profile()).as(profile.id()).contains(profile);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, '  ', form.name",
        "SERVERS, '', url.empty",
        "SERVERS, http://a, url.scheme",
        "SERVERS, nats://a:70000, url.port",
        "USER, '', form.user",
        "TRUST_FILE, '', form.file",
        "CERTIFICATE_FILE, '', form.file",
        "KEY_FILE, ' ', form.file",
        "PROXY, proxy, form.proxy",
        "PROXY, proxy:0, form.proxy",
        "INBOX_PREFIX, a.*, form.prefix",
        "INBOX_PREFIX, a..b, subject.empty-token",
        "PING, soon, form.seconds",
        "PING, 0, form.seconds",
        "PING, 3601, form.seconds",
        "FIRST_PAUSE, 0.0001, form.seconds",
        "LONGEST_PAUSE, 0.1, form.pauses",
        "DOMAIN, a.b, form.domain",
        "DOMAIN, '*', form.prefix",
        "PATTERNS, a.>.b, subject.tail-wildcard",
    })
    void saysAtTheFieldWhatIsWrongWithIt(Field field, String typed, String key) {
        Map<Field, String> texts = right();
        texts.put(field, typed);
        Reading reading = read(texts, ALL_FIELDS);
        assertThat(reading.profile()).isEmpty();
        assertThat(reading.problems()).containsOnlyKeys(field);
        assertThat(reading.problems())
                .hasEntrySatisfying(field, problem -> assertThat(problem.key()).isEqualTo(key));
    }

    @Test
    void whatTheChoicesHaveNoUseForIsNotLookedAt() {
        Map<Field, String> texts = right();
        texts.put(Field.TRUST_FILE, "");
        texts.put(Field.USER, "");
        texts.put(Field.DOMAIN, "a.b");
        texts.put(Field.KEY_FILE, "");
        var choices = new Choices(
                ProfileColour.NONE,
                Environment.STAGING,
                LoginKind.TOKEN,
                TrustKind.PLATFORM,
                IdentityKind.NONE,
                PlaceKind.OWN);
        assertThat(read(texts, choices).profile()).isPresent();
    }

    @Test
    void takesWhatPeoplePaste() {
        Map<Field, String> texts = right();
        texts.put(Field.SERVERS, " a, nats://b:1 \n\n tls://c ");
        texts.put(Field.FOLDER, " / Plants //Houston/ ");
        texts.put(Field.PROXY, "socks5://10.0.0.1:1080");
        texts.put(Field.INBOX_PREFIX, "_MINE.");
        texts.put(Field.PING, "2,5");
        texts.put(Field.TRUST_FILE, "~/ca.pem");
        texts.put(Field.PATTERNS, "\n a.* \n\n$SYS.>\n");
        Profile profile = read(texts, ALL_FIELDS).profile().orElseThrow();
        assertThat(profile.urls())
                .extracting(url -> url.shown())
                .containsExactly("nats://a:4222", "nats://b:1", "tls://c:4222");
        assertThat(profile.look().folder()).isEqualTo("Plants/Houston");
        assertThat(profile.link().socksProxy()).hasToString("Optional[10.0.0.1:1080]");
        assertThat(profile.link().inboxPrefix()).isEqualTo("_MINE");
        assertThat(profile.link().ping()).hasMillis(2_500);
        assertThat(profile.subscriptions()).containsExactly("a.*", "$SYS.>");
        assertThat(profile.tls().trust())
                .isEqualTo(new app.edgeglass.core.connection.profile.Tls.Trust.File(
                        Path.of(System.getProperty("user.home"), "ca.pem")));
    }

    @Test
    void neverSaysASecretByAccident() {
        Map<Field, String> texts = right();
        texts.put(Field.PASSWORD, "hush");
        texts.put(Field.SERVERS, "nats://user:hush@a b");
        var values = new FormValues(texts, Set.of(), ALL_FIELDS);
        assertThat(values).asString().doesNotContain("hush");
        assertThat(FormReader.read("id", values).problems())
                .hasEntrySatisfying(
                        Field.SERVERS, problem -> assertThat(problem.sentence()).doesNotContain("hush"));
    }
}
