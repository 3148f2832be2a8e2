package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.profile.Profile;
import java.time.Instant;
import java.util.List;

/**
 * All that an examination found.
 *
 * @param profile what was examined
 * @param at when it began
 * @param findings the last of each stage, URL by URL, in the order in which they were examined
 */
public record Diagnosis(Profile profile, Instant at, List<Finding> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** How well all of it is; the worst of the stages counts. */
    public enum Verdict {
        FINE,
        WARNED,
        FAILED
    }

    public Verdict verdict() {
        boolean warned = false;
        for (Finding finding : findings) {
            if (finding.outcome() instanceof Outcome.Failed) {
                return Verdict.FAILED;
            }
            warned |= finding.outcome() instanceof Outcome.Warned;
        }
        return warned ? Verdict.WARNED : Verdict.FINE;
    }

    /** Everything as plain text, to be copied into a mail to whoever runs the server. There is no secret in it. */
    public String report() {
        return new Report(this).text();
    }
}
