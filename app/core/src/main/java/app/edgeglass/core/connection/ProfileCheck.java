package app.edgeglass.core.connection;

import app.edgeglass.core.connection.profile.JetStreamPlace;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.tls.TlsUpgrade;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.subject.Subject;

/** What of a profile no server could make sense of, found before anything is sent. */
final class ProfileCheck {

    private ProfileCheck() {}

    /** @throws Failure that says which part of it cannot be, and why */
    static void refuseWhatCannotBe(Profile profile) {
        String inboxes = profile.link().inboxPrefix();
        if (!inboxes.isEmpty()) {
            check("profile.inbox-prefix", inboxes);
        }
        switch (profile.jetStream()) {
            case JetStreamPlace.Own() -> {}
            case JetStreamPlace.Domain(String name) -> {
                check("profile.jetstream-domain", name);
                if (name.contains(".")) {
                    throw Failure.of("profile.jetstream-domain-tokens", name);
                }
            }
            case JetStreamPlace.Prefix place -> check("profile.jetstream-prefix", place.apiPrefix());
        }
        if (TlsUpgrade.isWanted(profile)) {
            refuseClear(profile);
        }
    }

    private static void check(String key, String text) {
        try {
            Subject.parse(text);
        } catch (Failure e) {
            throw Failure.of(key, text, e.sentence(), e.remedy());
        }
    }

    /** A WebSocket is secure by its scheme alone: what the profile says of TLS would be passed over in silence. */
    private static void refuseClear(Profile profile) {
        for (ServerUrl url : profile.urls()) {
            if (url.isWebSocket() && !url.isSecure()) {
                throw Failure.of("profile.clear-websocket", url.shown());
            }
        }
    }
}
