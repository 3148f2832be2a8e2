package app.edgeglass.core.publish;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.publish.DraftProblem.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * What a composition comes to, for the screen while it is typed.
 *
 * @param payloadBytes the size of the payload; -1 while it is not known, since the body is not what its format says
 * @param headerBytes what the headers take
 * @param holes how many placeholders will be filled; sizes are about right then
 * @param problems all errors, or else all warnings
 */
public record CompositionCheck(long payloadBytes, long headerBytes, int holes, List<DraftProblem> problems) {

    public CompositionCheck {
        problems = List.copyOf(problems);
    }

    /**
     * Looks for what would be refused. Of a file only the size is asked, which may block.
     *
     * @param sample fills the placeholders for the check
     * @param maxPayload the largest payload that the server takes, in bytes; 0 when it is not known
     */
    public static CompositionCheck of(Composition composition, Filling sample, long maxPayload) {
        long payloadBytes = -1;
        DraftProblem unreadable = null;
        try {
            payloadBytes = composition.format() == BodyFormat.FILE
                    ? FileBody.size(composition.file(), maxPayload)
                    : composition.payload(sample, maxPayload).length;
        } catch (Failure e) {
            unreadable = DraftProblem.error(Part.PAYLOAD, e);
        }
        Draft draft = composition.fill(sample, new byte[0]);
        var problems = new ArrayList<>(DraftCheck.problems(draft, Math.max(0, payloadBytes), maxPayload));
        if (unreadable != null) {
            problems.removeIf(problem -> !problem.isError());
            problems.add(unreadable);
        }
        return new CompositionCheck(payloadBytes, draft.headerBytes(), composition.holes(), problems);
    }

    /** What counts against the largest payload, in bytes; -1 while it is not known. */
    public long countedBytes() {
        return payloadBytes < 0 ? -1 : payloadBytes + headerBytes;
    }

    /**
     * @throws Failure the first error, if there is one
     */
    public void refuse() {
        problems.stream().filter(DraftProblem::isError).findFirst().ifPresent(problem -> {
            throw problem.failure();
        });
    }

    /** Whether sending would be refused. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(DraftProblem::isError);
    }
}
