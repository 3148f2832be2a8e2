package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.util.List;

/** What this user may do, tried without leaving anything behind, and what the server says of it. */
final class PermissionStep implements Step {

    private static final String EVERYTHING = ">";

    @Override
    public Outcome examine(Visit visit) throws IOException, InterruptedException {
        boolean everything = maySubscribe(visit, EVERYTHING);
        String inbox = visit.session().liveConnection().createInbox();
        boolean answers = maySubscribe(visit, inbox);
        var facts =
                new FactList().add("doctor.fact.may-all", yes(everything)).add("doctor.fact.may-answers", yes(answers));
        visit.jetStreamMayBeAsked().ifPresent(may -> facts.add("doctor.fact.may-jetstream", yes(may)));
        visit.user()
                .ifPresent(user -> facts.add("doctor.fact.publish", limits(user, "publish"))
                        .add("doctor.fact.subscribe", limits(user, "subscribe")));
        if (!answers) {
            return new Outcome.Warned(Failure.of("doctor.no-answers", inbox), facts.facts());
        }
        if (!everything) {
            return new Outcome.Warned(Failure.of("doctor.not-everything"), facts.facts());
        }
        return new Outcome.Passed(facts.facts());
    }

    /** Subscribes and ends it in one breath, so that a busy server has no time to send what it carries. */
    private static boolean maySubscribe(Visit visit, String subject) throws IOException, InterruptedException {
        try (var trial = new Trial(visit.session())) {
            visit.session().liveConnection().subscribe(subject).unsubscribe();
            return !trial.settle().subscribingWasDenied();
        }
    }

    private static String yes(boolean may) {
        return WORDS.say(may ? "doctor.may" : "doctor.may-not");
    }

    private static String limits(UserInfo user, String what) {
        List<String> allowed = user.permitted(what, "allow");
        List<String> denied = user.permitted(what, "deny");
        if (allowed.isEmpty() && denied.isEmpty()) {
            return WORDS.say("doctor.unlimited");
        }
        String only = allowed.isEmpty() ? EVERYTHING : String.join(", ", allowed);
        return denied.isEmpty() ? only : WORDS.say("doctor.except", only, String.join(", ", denied));
    }
}
