package app.edgeglass.desktop;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.Tls;
import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.doctor.DoctorViewModel;
import app.edgeglass.desktop.doctor.Remedy;
import app.edgeglass.desktop.profile.ConnectionsViewModel;
import app.edgeglass.desktop.profile.editor.Choices.TrustKind;
import app.edgeglass.desktop.profile.editor.EditorViewModel;
import app.edgeglass.desktop.profile.editor.Field;
import app.edgeglass.desktop.profile.editor.Flag;
import app.edgeglass.desktop.profile.editor.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be done at once about what an examination found: a change to the profile, in the form, which is examined anew and
 * not saved until the person does. Nothing here makes a connection less safe.
 */
record DoctorRemedies(ConnectionsViewModel model, DoctorViewModel doctor, ConnectionsScreen screen) {

    List<Remedy> of(Profile profile, Failure failure) {
        var remedies = new ArrayList<Remedy>();
        switch (failure.key()) {
            case "tls.first-wanted", "connect.silent" ->
                remedies.add(change(
                        "tls-first", Texts.WORDS.say("remedy.tls-first"), profile, () -> set(Flag.TLS_FIRST, true)));
            case "tls.none-here" ->
                remedies.add(change(
                        "tls-not-first",
                        Texts.WORDS.say("remedy.tls-not-first"),
                        profile,
                        () -> set(Flag.TLS_FIRST, false)));
            case "tls.untrusted", "tls.self-signed" -> trust(profile, remedies);
            case "tls.client-wanted", "tls.client-refused" ->
                remedies.add(show("certificate", Texts.WORDS.say("remedy.certificate"), profile, Section.SECURITY));
            case "doctor.websocket-secure" ->
                remedies.add(change("wss", Texts.WORDS.say("remedy.wss"), profile, () -> scheme("ws://", "wss://")));
            case "doctor.websocket-nats" ->
                remedies.add(change("nats", Texts.WORDS.say("remedy.nats"), profile, this::withoutWebSocket));
            case "doctor.proxy-unknown",
                    "doctor.proxy-down",
                    "doctor.proxy-says",
                    "doctor.jetstream-deaf",
                    "doctor.no-answers" ->
                remedies.add(show("link", Texts.WORDS.say("remedy.link"), profile, Section.LINK));
            case "doctor.jetstream-no-domain", "doctor.jetstream-no-prefix" ->
                remedies.add(show("jetstream", Texts.WORDS.say("remedy.jetstream"), profile, Section.JETSTREAM));
            case "tls.wrong-name",
                    "doctor.other-protocol",
                    "doctor.hung-up",
                    "doctor.monitoring-port",
                    "doctor.web-server",
                    "doctor.port-for-servers",
                    "doctor.websocket-refused",
                    "doctor.websocket-silent",
                    "connect.refused",
                    "connect.timeout",
                    "connect.unknown-host",
                    "connect.unreachable",
                    "connect.no-nats" ->
                remedies.add(new Remedy("address", Texts.WORDS.say("remedy.address"), () -> {
                    edit(profile);
                    screen.show().show(Field.SERVERS);
                }));
            case "connect.credentials-wanted" ->
                remedies.add(show("sign-in", Texts.WORDS.say("remedy.sign-in"), profile, Section.SIGN_IN));
            case "tls.key-locked", "tls.key-password" ->
                remedies.add(secret(profile, failure, Secret.KEY_PASSWORD, Texts.WORDS.say("remedy.key-password")));
            case "tls.trust-password" ->
                remedies.add(secret(profile, failure, Secret.TRUST_PASSWORD, Texts.WORDS.say("remedy.trust-password")));
            default -> {
                if (failure.key().startsWith("tls.")) {
                    remedies.add(show("security", Texts.WORDS.say("remedy.security"), profile, Section.SECURITY));
                } else if (failure.key().startsWith("login.") || failure.key().endsWith("-refused")) {
                    signIn(profile, failure, remedies);
                }
            }
        }
        return remedies;
    }

    private void trust(Profile profile, List<Remedy> remedies) {
        remedies.add(new Remedy(
                "authority",
                Texts.WORDS.say("remedy.authority"),
                () -> screen.chooseFile(Texts.WORDS.say("remedy.authority.title"), file -> {
                    edit(profile);
                    editor().trustProperty().set(TrustKind.FILE);
                    editor().text(Field.TRUST_FILE).set(file.toString());
                    model.test();
                })));
        if (profile.tls().trust() instanceof Tls.Trust.Java) {
            remedies.add(change(
                    "platform-trust",
                    Texts.WORDS.say("remedy.platform-trust"),
                    profile,
                    () -> editor().trustProperty().set(TrustKind.PLATFORM)));
        }
    }

    private void signIn(Profile profile, Failure failure, List<Remedy> remedies) {
        switch (profile.login()) {
            case Login.Password _ ->
                remedies.add(secret(profile, failure, Secret.PASSWORD, Texts.WORDS.say("remedy.password")));
            case Login.Token() -> remedies.add(secret(profile, failure, Secret.TOKEN, Texts.WORDS.say("remedy.token")));
            case Login.NKey(var file)
            when file.isEmpty() -> remedies.add(secret(profile, failure, Secret.SEED, Texts.WORDS.say("remedy.seed")));
            default -> {}
        }
        remedies.add(show("sign-in", Texts.WORDS.say("remedy.sign-in"), profile, Section.SIGN_IN));
    }

    /** Changes the profile in the form and examines it anew. */
    private Remedy change(String id, String text, Profile profile, Runnable change) {
        return new Remedy(id, text, () -> {
            edit(profile);
            change.run();
            model.test();
        });
    }

    private Remedy show(String id, String text, Profile profile, Section section) {
        return new Remedy(id, text, () -> {
            edit(profile);
            screen.show().show(section);
        });
    }

    private Remedy secret(Profile profile, Failure failure, Secret which, String text) {
        return new Remedy(
                "secret",
                text,
                () -> model.opening()
                        .askAgain(
                                profile,
                                doctor.secrets(),
                                which,
                                failure.sentence(),
                                secrets -> screen.examine(profile, secrets)));
    }

    private void set(Flag flag, boolean on) {
        editor().flag(flag).set(on);
    }

    private void scheme(String before, String after) {
        String typed = editor().text(Field.SERVERS).get();
        editor().text(Field.SERVERS).set(typed.replace(before, after));
    }

    private void withoutWebSocket() {
        scheme("wss://", "tls://");
        scheme("ws://", "nats://");
    }

    private EditorViewModel editor() {
        return model.editor();
    }

    /** Has the profile in the form; one that is not kept becomes a new one there. */
    private void edit(Profile profile) {
        Profile edited = editor().shownProperty().get();
        if (edited == null || !edited.id().equals(profile.id())) {
            if (model.isKept(profile.id())) {
                model.choose(profile.id());
            } else {
                model.create(profile, doctor.secrets());
            }
        }
    }
}
