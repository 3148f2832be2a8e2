package app.edgeglass.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {

    @Test
    void indentsAndKeepsEveryToken() {
        assertThat(JsonFormat.indent("{\"a\":1.50,\"a\":[1,{ }, [ ]],\"s\":\"x\\\",{[: \\u00e9\",\"n\":{\"t\":true}}"))
                .isEqualTo("""
                        {
                          "a": 1.50,
                          "a": [
                            1,
                            {},
                            []
                          ],
                          "s": "x\\",{[: \\u00e9",
                          "n": {
                            "t": true
                          }
                        }""");
    }

    @Test
    void keepsPlaceholders() {
        assertThat(JsonFormat.indent("{\"n\":{{counter}},\"m\":{\"r\":{{random 1 100}}},\"t\":\"{{ now }}\"}"))
                .isEqualTo("""
                        {
                          "n": {{counter}},
                          "m": {
                            "r": {{random 1 100}}
                          },
                          "t": "{{ now }}"
                        }""");
    }

    @Test
    void putsEachOfSeveralValuesOnItsLine() {
        assertThat(JsonFormat.indent("{\"a\":1} {\"a\":2}")).isEqualTo("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "7", "\"", "\"\\", "]]]", "{\"a\" 1 [", "{{{{{{", "\\{{now}}"})
    void losesNothingOfWhatIsNoJson(String text) {
        assertThat(JsonFormat.indent(text).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void isTheSameASecondTime() {
        String once = JsonFormat.indent("[{\"a\":[1,2,{\"b\":null}]},\"{{uuid}}\"]");
        assertThat(JsonFormat.indent(once)).isEqualTo(once);
    }
}
