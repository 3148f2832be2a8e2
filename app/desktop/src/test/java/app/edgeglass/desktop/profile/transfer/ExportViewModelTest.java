package app.edgeglass.desktop.profile.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.context.CliContexts.ExportPreview;
import app.edgeglass.core.connection.context.Note;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.error.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportViewModelTest {

    private final Profile plant = Profile.of("nats://a").named("Plant 7 (Süd)");
    private final Profile hub = Profile.of("nats://b").named("Hub");

    private ExportViewModel model(List<Profile> chosen) {
        return new ExportViewModel(chosen, List.of(plant, hub), (profile, name, onDone, onFailure) -> {
            if (name.contains(" ") || name.isEmpty()) {
                onFailure.accept(Failure.of("context.new-name", name));
            } else {
                onDone.accept(new ExportPreview(name, name.equals("taken"), List.of(new Note("x", "not there"))));
            }
        });
    }

    @Test
    void withoutSecretsThereIsNothingToType() {
        var model = model(List.of(plant));
        assertThat(model.readyProperty().get()).isTrue();
        assertThat(model.secret()).isEmpty();
        assertThat(model.profiles()).containsExactly(plant);
        model.everythingProperty().set(true);
        assertThat(model.profiles()).containsExactly(plant, hub);
        assertThat(model(List.of()).profiles()).containsExactly(plant, hub);
    }

    @Test
    void aPassphraseIsTypedTwice() {
        var model = model(List.of(plant));
        model.withSecretsProperty().set(true);
        assertThat(model.readyProperty().get()).isFalse();
        model.passphraseProperty().set("horse battery staple");
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.problemProperty().get()).isEmpty();
        model.againProperty().set("horse battery stable");
        assertThat(model.problemProperty().get()).isNotEmpty();
        model.againProperty().set("horse battery staple");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.readyProperty().get()).isTrue();
        assertThat(model.secret().orElseThrow().reveal()).isEqualTo("horse battery staple");
    }

    @Test
    void aContextSaysWhatItHasNoPlaceFor() {
        var model = model(List.of(plant));
        model.formProperty().set(ExportViewModel.Form.CONTEXT);
        assertThat(model.contextNameProperty().get()).isEqualTo("plant-7-süd");
        assertThat(model.previewProperty().get().orElseThrow().notes()).hasSize(1);
        assertThat(model.readyProperty().get()).isTrue();
        model.contextNameProperty().set("a b");
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.problemProperty().get()).contains("a b");
        model.contextNameProperty().set("taken");
        assertThat(model.previewProperty().get().orElseThrow().replaces()).isTrue();
        assertThat(model.readyProperty().get()).isTrue();
        model.formProperty().set(ExportViewModel.Form.FILE);
        assertThat(model.readyProperty().get()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "secret, WEAK",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaa, WEAK",
        "horse battery, FAIR",
        "correct horse battery staple, GOOD",
    })
    void hintsHowHardItIsToGuess(String passphrase, Strength strength) {
        assertThat(Strength.of(passphrase)).isEqualTo(strength);
    }
}
