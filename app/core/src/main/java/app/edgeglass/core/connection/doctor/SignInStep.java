package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Figures;
import java.io.IOException;
import java.util.Locale;

/** Whether the server lets us in, in just the way in which the profile is opened otherwise. */
final class SignInStep implements Step {

    @Override
    public Outcome examine(Visit visit) throws IOException, InterruptedException {
        visit.hangUp();
        var facts = new FactList().add("doctor.fact.login", WORDS.say(login(visit)));
        var session = new Session(visit.profile(), visit.secrets(), visit.clock());
        visit.open(session);
        try {
            session.open();
        } catch (Failure failure) {
            return new Outcome.Failed(failure, facts.facts());
        }
        if (session.state() instanceof SessionState.Live live) {
            facts.add("doctor.fact.client", Long.toString(live.server().clientId()));
        }
        UserInfo.ask(session, visit.patience().each()).ifPresent(user -> {
            visit.known(user);
            facts.add("doctor.fact.user", isNamed(visit) ? user.user() : "").add("doctor.fact.account", user.account());
            user.expires()
                    .ifPresent(left -> facts.add("doctor.fact.expires", new Figures(Locale.getDefault()).age(left)));
        });
        return new Outcome.Passed(facts.facts());
    }

    /** Servers before 2.11 tell a token's own text as the user. */
    private static boolean isNamed(Visit visit) {
        String inUrl = visit.url().uri().getRawUserInfo();
        return switch (visit.profile().login()) {
            case Login.Token() -> false;
            case Login.None() -> inUrl == null || inUrl.contains(":");
            default -> true;
        };
    }

    private static String login(Visit visit) {
        return switch (visit.profile().login()) {
            case Login.None() when visit.url().uri().getRawUserInfo() != null -> "doctor.login.url";
            case Login.None() when visit.profile().tls().identity().isPresent() -> "doctor.login.certificate";
            case Login.None() -> "doctor.login.none";
            case Login.Password _ -> "doctor.login.password";
            case Login.Token() -> "doctor.login.token";
            case Login.NKey _ -> "doctor.login.nkey";
            case Login.Credentials _ -> "doctor.login.credentials";
            case Login.Jwt _ -> "doctor.login.jwt";
        };
    }
}
