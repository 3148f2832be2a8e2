package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One step between here and a connection of full use. */
public enum Stage {
    /** The host's name, or the proxy's where there is one, becomes addresses. */
    NAME("doctor.stage.name"),
    /** Each address takes a connection. */
    TCP("doctor.stage.tcp"),
    /** The upgrade from HTTP; for ws and wss only. */
    WEBSOCKET("doctor.stage.websocket"),
    /** The server greets as NATS servers do. */
    INFO("doctor.stage.info"),
    /** The connection becomes secure. */
    TLS("doctor.stage.tls"),
    /** The server lets us in. */
    SIGN_IN("doctor.stage.sign-in"),
    ROUND_TRIP("doctor.stage.round-trip"),
    JETSTREAM("doctor.stage.jetstream"),
    /** What may be subscribed to and asked. */
    PERMISSIONS("doctor.stage.permissions"),
    /** The server's monitoring page; that it cannot be reached is no fault. */
    MONITORING("doctor.stage.monitoring");

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());

    private final String key;

    Stage(String key) {
        this.key = key;
    }

    /** What a person calls it. */
    public String title() {
        return WORDS.say(key);
    }

    /** Whether this one cannot be examined when another has failed. */
    boolean needs(Stage other) {
        return switch (other) {
            case NAME -> true;
            // The monitoring page is at another port.
            case TCP, WEBSOCKET, INFO, TLS, SIGN_IN -> this != MONITORING;
            case ROUND_TRIP, JETSTREAM, PERMISSIONS, MONITORING -> false;
        };
    }

    /** The stages of one URL of a profile, in the order in which they are examined. */
    public static List<Stage> of(Profile profile, ServerUrl url) {
        boolean webSocket = url.uri().getScheme().startsWith("ws");
        boolean tlsFirst = webSocket ? url.isSecure() : profile.tls().first();
        var stages = new ArrayList<>(List.of(NAME, TCP));
        if (tlsFirst) {
            stages.add(TLS);
        }
        if (webSocket) {
            stages.add(WEBSOCKET);
        }
        stages.add(INFO);
        if (!tlsFirst) {
            stages.add(TLS);
        }
        stages.addAll(List.of(SIGN_IN, ROUND_TRIP, JETSTREAM, PERMISSIONS, MONITORING));
        return List.copyOf(stages);
    }
}
