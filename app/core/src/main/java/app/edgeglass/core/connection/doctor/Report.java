package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.connection.Product;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.tls.Certificates;
import app.edgeglass.core.error.Failure;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** A diagnosis as plain text. */
final class Report {

    private static final String INDENT = "    ";

    private final Diagnosis diagnosis;
    private final StringBuilder text = new StringBuilder();

    Report(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    String text() {
        String at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                .format(diagnosis.at().atZone(ZoneId.systemDefault()));
        line(WORDS.say("doctor.report.title", Product.NAME_AND_VERSION, at));
        line(WORDS.say("doctor.report.profile", diagnosis.profile().name()));
        ServerUrl url = null;
        for (Finding finding : diagnosis.findings()) {
            if (!finding.url().equals(url)) {
                url = finding.url();
                line("");
                line(url.shown());
            }
            tell(finding);
        }
        return text.toString();
    }

    private void tell(Finding finding) {
        Outcome outcome = finding.outcome();
        String head = WORDS.say(word(outcome)) + "  " + finding.stage().title();
        line("  " + (finding.took().isZero() ? head : head + "  " + FactList.latency(finding.took())));
        switch (outcome) {
            case Outcome.Failed(Failure failure, Facts _) -> problem(failure);
            case Outcome.Warned(Failure warning, Facts _) -> problem(warning);
            case Outcome.Noted(String what, Facts _) -> line(INDENT + what);
            case Outcome.NotReached(String why) -> line(INDENT + why);
            case Outcome.Passed _, Outcome.Running _ -> {}
        }
        outcome.facts().told().forEach(fact -> fact(fact.label(), fact.value()));
        certificates(outcome.facts().chain());
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> "doctor.report.passed";
            case Outcome.Noted _ -> "doctor.report.noted";
            case Outcome.Warned _ -> "doctor.report.warned";
            case Outcome.Failed _ -> "doctor.report.failed";
            case Outcome.NotReached _, Outcome.Running _ -> "doctor.report.not-reached";
        };
    }

    private void problem(Failure failure) {
        line(INDENT + failure.sentence());
        line(INDENT + failure.remedy());
    }

    private void certificates(List<Certificate> chain) {
        for (int i = 0; i < chain.size(); i++) {
            Certificate one = chain.get(i);
            line(INDENT + WORDS.say("doctor.report.certificate", i + 1, one.subject()));
            fact(INDENT, "doctor.certificate.issuer", one.issuer());
            fact(INDENT, "doctor.certificate.names", String.join(", ", one.names()));
            fact(
                    INDENT,
                    "doctor.certificate.validity",
                    WORDS.say(
                            "doctor.certificate.from-to",
                            Certificates.day(one.from()),
                            Certificates.day(one.until()),
                            one.daysLeft()));
            fact(INDENT, "doctor.certificate.key", one.key());
            fact(INDENT, "doctor.certificate.fingerprint", one.fingerprint());
        }
    }

    private void fact(String indent, String label, String value) {
        if (!value.isEmpty()) {
            line(indent + INDENT + WORDS.say(label) + ": " + value);
        }
    }

    private void fact(String label, String value) {
        line(INDENT + label + ": " + value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
