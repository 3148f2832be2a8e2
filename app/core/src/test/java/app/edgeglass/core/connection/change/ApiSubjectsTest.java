package app.edgeglass.core.connection.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSubjectsTest {

    private static final ApiSubjects OWN = new ApiSubjects(new JetStreamPlace.Own());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$JS.API.INFO",
                "$JS.API.STREAM.INFO.ORDERS",
                "$JS.API.STREAM.NAMES",
                "$JS.API.STREAM.LIST",
                "$JS.API.STREAM.MSG.GET.ORDERS",
                "$JS.API.DIRECT.GET.ORDERS",
                "$JS.API.DIRECT.GET.ORDERS.orders.7.created",
                "$JS.API.CONSUMER.INFO.ORDERS.billing",
                "$JS.API.CONSUMER.NAMES.ORDERS",
                "$JS.API.CONSUMER.LIST.ORDERS",
                "$JS.edge.API.INFO",
                "$JS.edge.API.STREAM.INFO.ORDERS",
                "$JS.STREAM.API.CONSUMER.INFO.ORDERS.billing",
                "$SRV.PING",
                "$SRV.INFO.billing",
                "$SRV.STATS.billing.X1Y2",
                "$SYS.REQ.USER.INFO",
                "$SYS.REQ.SERVER.PING",
                "$SYS.REQ.SERVER.PING.VARZ",
                "$SYS.REQ.SERVER.NA1.JSZ",
                "$SYS.REQ.ACCOUNT.A1.CONNZ",
                "$SYS.REQ.ACCOUNT.PING.STATZ",
                "$SYS.REQ.ACCOUNT.A1.CLAIMS.LOOKUP",
                "$SYS.REQ.CLAIMS.LIST"
            })
    void thatOnlyRead(String subject) {
        assertThat(OWN.reads(subject)).isTrue();
        assertThat(OWN.destroys(subject)).isFalse();
    }

    /** Each of these is near one that reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders.created",
                "$JS.API",
                "$JS.API.>",
                "$JS.API.INFO.ORDERS",
                "$js.api.INFO",
                "JS.API.INFO",
                "x.$JS.API.INFO",
                "$JS..API.INFO",
                "$JS.API.API.STREAM.DELETE.ORDERS",
                "$JS.edge.leaf.API.INFO",
                "$JS.API.STREAM.INFO",
                "$JS.API.STREAM.INFO.ORDERS.more",
                "$JS.API.STREAM.INFO.*",
                "$JS.API.STREAM.INFO.",
                "$JS.API.STREAM.CREATE.INFO",
                "$JS.API.STREAM.UPDATE.ORDERS",
                "$JS.API.STREAM.DELETE.ORDERS",
                "$JS.API.STREAM.PURGE.ORDERS",
                "$JS.API.STREAM.MSG.DELETE.ORDERS",
                "$JS.API.STREAM.MSG.GET",
                "$JS.API.STREAM.SNAPSHOT.ORDERS",
                "$JS.API.STREAM.RESTORE.ORDERS",
                "$JS.API.STREAM.LEADER.STEPDOWN.ORDERS",
                "$JS.API.DIRECT.GET",
                "$JS.API.DIRECT.PUT.ORDERS",
                "$JS.API.CONSUMER.CREATE.ORDERS",
                "$JS.API.CONSUMER.CREATE.ORDERS.reader.orders.>",
                "$JS.API.CONSUMER.DURABLE.CREATE.ORDERS.billing",
                "$JS.API.CONSUMER.MSG.NEXT.ORDERS.billing",
                "$JS.API.CONSUMER.PAUSE.ORDERS.billing",
                "$JS.API.CONSUMER.RESET.ORDERS.billing",
                "$JS.API.CONSUMER.INFO.ORDERS",
                "$JS.API.CONSUMER.LIST",
                "$JS.ACK.ORDERS.billing.1.2.3.4.5",
                "$JS.edge.API.STREAM.DELETE.ORDERS",
                "$KV.config.line.7",
                "$O.files.M.x",
                "$SRV",
                "$SRV.RESET.billing",
                "$SRV.PING.billing.X1Y2.more",
                "$SYS.REQ.SERVER.NA1.RELOAD",
                "$SYS.REQ.SERVER.NA1.KICK",
                "$SYS.REQ.SERVER.NA1.LDM",
                "$SYS.REQ.SERVER.NA1.PROFILEZ",
                "$SYS.REQ.SERVER.PING.VARZ.more",
                "$SYS.REQ.ACCOUNT.A1.CLAIMS.UPDATE",
                "$SYS.REQ.CLAIMS.UPDATE",
                "$SYS.REQ.CLAIMS.DELETE",
                "$SYS.ACCOUNT.A1.CLAIMS.LOOKUP",
                "$SYS.SERVER.NA1.SHUTDOWN"
            })
    void thatMayChangeSomething(String subject) {
        assertThat(OWN.reads(subject)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$JS.API.STREAM.DELETE.ORDERS",
                "$JS.edge.API.STREAM.PURGE.ORDERS",
                "$JS.API.STREAM.MSG.DELETE.ORDERS",
                "$JS.API.STREAM.PEER.REMOVE.ORDERS",
                "$JS.API.CONSUMER.DELETE.ORDERS.billing",
                "$JS.API.ACCOUNT.PURGE.A1",
                "$JS.API.SERVER.REMOVE",
                "$SYS.REQ.SERVER.NA1.KICK",
                "$SYS.REQ.CLAIMS.DELETE"
            })
    void thatDestroy(String subject) {
        assertThat(OWN.destroys(subject)).isTrue();
    }

    @Test
    void aStreamMayHaveTheNameOfAVerb() {
        assertThat(OWN.destroys("$JS.API.STREAM.CREATE.PURGE")).isFalse();
        assertThat(OWN.destroys("orders.DELETE")).isFalse();
        assertThat(OWN.reads("$JS.API.STREAM.INFO.DELETE")).isTrue();
    }

    @Test
    void anotherAccountsApiStandsBehindItsPrefix() {
        var behind = new ApiSubjects(new JetStreamPlace.Prefix("JS.hub.API"));

        assertThat(behind.reads("JS.hub.API.STREAM.INFO.ORDERS")).isTrue();
        assertThat(behind.reads("JS.hub.API.STREAM.UPDATE.ORDERS")).isFalse();
        assertThat(behind.destroys("JS.hub.API.STREAM.DELETE.ORDERS")).isTrue();
        assertThat(behind.reads("JS.hub.APIX.INFO")).isFalse();
        assertThat(OWN.reads("JS.hub.API.INFO")).isFalse();
    }
}
