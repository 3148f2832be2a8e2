package app.edgeglass.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.jetstream.config.ConfigField;
import app.edgeglass.core.stream.StreamFields;
import app.edgeglass.desktop.form.ConfigFormView.Group;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each field of a stream stands in the form, in one place, with a name and an explanation. */
class FieldWordsTest {

    @Test
    void eachFieldIsNamedAndExplained() {
        assertThat(StreamFields.all().stream().map(ConfigField::name)).allSatisfy(name -> {
            assertThat(Texts.WORDS.has("field." + name)).as(name).isTrue();
            assertThat(StreamText.FIELDS.hint(name)).as(name).isNotEmpty();
        });
    }

    @Test
    void eachFieldStandsInOneGroup() {
        Stream<String> grouped = StreamGroups.all().stream().map(Group::fields).flatMap(names -> names.stream());

        assertThat(grouped)
                .containsExactlyInAnyOrderElementsOf(
                        StreamFields.all().stream().map(ConfigField::name).toList());
    }
}
