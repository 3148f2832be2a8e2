package app.edgeglass.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.jetstream.config.ConfigField.Edit;
import app.edgeglass.core.jetstream.config.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ConfigFormViewModelTest {

    private static final List<ConfigField> FIELDS = List.of(
            ConfigField.of("name", new Shape.Text()).edit(Edit.NEVER),
            ConfigField.of("subjects", new Shape.Texts()),
            ConfigField.of("max_bytes", new Shape.Bytes(-1)),
            ConfigField.of("max_age", new Shape.Span()),
            ConfigField.of("num_replicas", new Shape.Amount(1, 5)),
            ConfigField.of("retention", new Shape.Choice("limits", "interest")),
            ConfigField.of("deny_purge", new Shape.Flag()).edit(Edit.ONLY_ON),
            ConfigField.of("allow_msg_ttl", new Shape.Flag()).since(1),
            ConfigField.of("metadata", new Shape.Pairs()),
            ConfigField.of(
                    "placement",
                    new Shape.Part(List.of(
                            ConfigField.of("cluster", new Shape.Text()), ConfigField.of("tags", new Shape.Texts())))),
            ConfigField.of(
                    "sources",
                    new Shape.Parts(List.of(
                            ConfigField.of("name", new Shape.Text()),
                            ConfigField.of("opt_start_time", new Shape.Moment())))));

    private static final String CONFIG = """
            {"name":"ORDERS","subjects":["orders.>"],"max_bytes":-1,"max_age":86400000000000,"num_replicas":1,
             "retention":"limits","deny_purge":true,"later":{"than":["we","know"]},
             "metadata":{"_nats.level":"4","team":"x"},
             "placement":{"cluster":"c","hint":7},
             "sources":[{"name":"A","odd":1},{"name":"B"}]}""";

    private final ConfigFormViewModel form = new ConfigFormViewModel(FIELDS, new FormMode(false, 0));

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private TextModel text(String name) {
        return (TextModel) form.field(name).orElseThrow();
    }

    @Test
    void whatNobodyTouchedComesOutAsItCameIn() {
        form.read(json(CONFIG));

        assertThat(form.result()).isEqualTo(json(CONFIG));
        assertThat(form.changedProperty().get()).isFalse();
        assertThat(form.unknown()).containsOnlyKeys("later");
    }

    @Test
    void onlyWhatWasEditedIsWritten() {
        form.read(json(CONFIG));

        assertThat(text("max_age").textProperty().get()).isEqualTo("1d");
        assertThat(text("max_bytes").unlimitedProperty().get()).isTrue();
        text("max_bytes").unlimitedProperty().set(false);
        assertThat(form.problemsProperty().get()).containsOnlyKeys("max_bytes");
        text("max_bytes").textProperty().set("1.5 GiB");
        assertThat(text("max_bytes").exactly()).contains("1,610,612,736");
        text("max_age").unlimitedProperty().set(true);
        text("subjects").textProperty().set(" orders.new \n\n orders.old.*");
        assertThat(text("metadata").textProperty().get()).isEqualTo("team=x");
        text("metadata").textProperty().set("team=y\nsite=north=1");
        var placement = (PartModel) form.field("placement").orElseThrow();
        ((TextModel) placement.fields().getFirst()).textProperty().set("");
        var sources = (PartsModel) form.field("sources").orElseThrow();
        sources.remove(sources.entries().getLast());
        sources.add();
        ((TextModel) sources.entries().getLast().fields().getFirst())
                .textProperty()
                .set("C");
        ((TextModel) sources.entries().getLast().fields().getLast())
                .textProperty()
                .set("2026-03-01T12:00:00+01:00");

        assertThat(form.problemsProperty().get()).isEmpty();
        assertThat(form.result()).isEqualTo(json("""
                {"name":"ORDERS","subjects":["orders.new","orders.old.*"],"max_bytes":1610612736,"max_age":0,
                 "num_replicas":1,"retention":"limits","deny_purge":true,"later":{"than":["we","know"]},
                 "metadata":{"_nats.level":"4","team":"y","site":"north=1"},
                 "placement":{"hint":7},
                 "sources":[{"name":"A","odd":1},{"name":"C","opt_start_time":"2026-03-01T11:00:00Z"}]}"""));
    }

    @Test
    void whatCannotBeChangedSaysWhy() {
        form.read(json(CONFIG));

        assertThat(form.field("name").orElseThrow().lockProperty().get()).isEqualTo(new Lock.Fixed());
        assertThat(form.field("deny_purge").orElseThrow().lockProperty().get()).isEqualTo(new Lock.StaysOn());
        assertThat(form.field("allow_msg_ttl").orElseThrow().lockProperty().get())
                .isEqualTo(new Lock.Newer("2.11"));
        assertThat(form.field("subjects").orElseThrow().lockProperty().get()).isEqualTo(new Lock.Open());
    }

    @Test
    void aPartThatIsTakenAwayAndGivenBackIsAsItWas() {
        form.read(json(CONFIG));
        var placement = (PartModel) form.field("placement").orElseThrow();

        placement.presentProperty().set(false);
        assertThat(form.result().has("placement")).isFalse();
        placement.presentProperty().set(true);

        assertThat(form.changedProperty().get()).isFalse();
        assertThat(form.result()).isEqualTo(json(CONFIG));
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        form.read(json(CONFIG));

        text("num_replicas").textProperty().set("6");
        text("max_age").textProperty().set("24");
        text("metadata").textProperty().set("nonsense");

        assertThat(form.problemsProperty().get()).containsOnlyKeys("num_replicas", "max_age", "metadata");
        assertThat(text("max_age").problemProperty().get().orElseThrow().key()).isEqualTo("config.span");
    }

    @Test
    void anUnknownWordIsOneMoreChoice() {
        form.read(json("{\"retention\":\"for-ever\"}"));

        assertThat(((ChoiceModel) form.field("retention").orElseThrow()).words())
                .containsExactly("limits", "interest", "for-ever");
        assertThat(form.result()).isEqualTo(json("{\"retention\":\"for-ever\"}"));
    }
}
