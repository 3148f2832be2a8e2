package app.edgeglass.core.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.edgeglass.core.error.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @ParameterizedTest
    @CsvSource({
        "localhost,                        nats://localhost:4222",
        "localhost:4333,                   nats://localhost:4333",
        "'  10.0.0.7:4222 ',               nats://10.0.0.7:4222",
        "NATS://Plant.Example:4222,        nats://Plant.Example:4222",
        "tls://hub.example,                tls://hub.example:4222",
        "ws://hub.example,                 ws://hub.example:80",
        "wss://hub.example/nats,           wss://hub.example:443/nats",
        "nats://hub.example/,              nats://hub.example:4222",
        "[::1],                            nats://[::1]:4222",
        "nats://[::1]:4333,                nats://[::1]:4333",
        "nats://[fe80::1%eth0]:4222,       nats://[fe80::1%eth0]:4222",
        "nats://user:p%40ss@host,          nats://user:p%40ss@host:4222",
        "user:p%3Ass@host:4222,            nats://user:p%3Ass@host:4222",
        "nats://s3cr3t@host,               nats://s3cr3t@host:4222",
        "nats://u:100%25%2Fa@host,         nats://u:100%25%2Fa@host:4222",
    })
    void readsWhatAPersonTypes(String typed, String uri) {
        assertThat(ServerUrl.parse(typed).uri()).hasToString(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                         url.empty",
        "'   ',                      url.empty",
        "nats://,                    url.malformed",
        "nats://host name,           url.malformed",
        "nats://ho^st,               url.malformed",
        "nats://user:a%zz@host,      url.malformed",
        "http://host:8222,           url.scheme",
        "mqtt://host,                url.scheme",
        "nats://:4222,               url.host",
        "my_server:4222,             url.host",
        "nats:4222x,                 url.host",
        "nats://host:port,           url.host",
        "nats://user:pa/ss@host,     url.host",
        "::1,                        url.host",
        "nats://host:0,              url.port",
        "nats://host:65536,          url.port",
        "nats:/host,                 url.more",
        "nats://host:4222/stream,    url.more",
        "nats://host:4222?tls=true,  url.more",
        "nats://host:4222#x,         url.more",
    })
    void refusesWhatCannotBeAServer(String typed, String key) {
        var failure = catchThrowableOfType(Failure.class, () -> ServerUrl.parse(typed));

        assertThat(failure.key()).isEqualTo(key);
        assertThat(failure.sentence()).isNotEmpty();
        assertThat(failure.remedy()).isNotEmpty().doesNotContain("{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nats://user:s3cr3t@host:4222",
                "s3cr3t@host",
                "nats://user:s3cr3t@host:99999",
                "nats://user:s3cr3t@",
                "nats://user:s3cr3t@@host",
                "nats://user:s3/cr3t@host",
                "nats://s3cr3t/x@host",
                "nats://user:s3cr3t%zz@host",
                "nats://user:s3cr3t@ho st",
                "nats://user:s3cr3t@host/path@more",
                "http://user:s3cr3t@host",
                "user:s3cr3t,more@host",
                "nats://user:s3cr3t,more@host",
                "a:1, nats://user:s3cr3t@b:x",
            })
    void neverShowsASecret(String typed) {
        String shown;
        try {
            shown = Profile.of(typed).toString();
        } catch (Failure e) {
            shown = e.sentence() + e.remedy() + e;
        }

        assertThat(shown).doesNotContain("cr3t").doesNotContain("user:").doesNotContain("s3/");
    }

    @Test
    void showsHostAndPortOnly() {
        var url = ServerUrl.parse("nats://user:pass@[::1]");

        assertThat(url).hasToString("nats://[::1]:4222");
        assertThat(url.hostAndPort()).isEqualTo("[::1]:4222");
    }

    @Test
    void readsSeveralAndNamesTheProfileByTheFirst() {
        var profile = Profile.of(" a:1 ,, tls://b , [::1]");

        assertThat(profile.urls())
                .extracting(ServerUrl::shown)
                .isEqualTo(List.of("nats://a:1", "tls://b:4222", "nats://[::1]:4222"));
        assertThat(profile.name()).isEqualTo("a:1");
        Profile changed = profile.named("Plant 7").withEcho(false).withReadOnly(true);
        assertThat(changed.name()).isEqualTo("Plant 7");
        assertThat(changed.link().echo()).isFalse();
        assertThat(changed.readOnly()).isTrue();
        assertThat(changed.id()).isEqualTo(profile.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ,", ","})
    void refusesAnEmptyList(String typed) {
        assertThat(catchThrowableOfType(Failure.class, () -> Profile.of(typed)).key())
                .isEqualTo("url.empty");
    }
}
