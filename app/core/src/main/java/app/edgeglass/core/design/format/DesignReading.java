package app.edgeglass.core.design.format;

import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of reading a design.
 *
 * @param file the file's name, without its folder
 * @param design the design; none when there are problems
 * @param problems everything that is wrong with it, in the order of the file
 */
public record DesignReading(String file, Optional<SubjectDesign> design, List<Problem> problems) {

    private static final int SAID = 8;

    public DesignReading {
        problems = List.copyOf(problems);
    }

    /**
     * The design, for callers that have no place to list problems.
     *
     * @throws Failure {@code design.invalid}, which names the first few problems by file, line and field
     */
    public SubjectDesign orThrow() {
        return design.orElseThrow(() -> Failure.of(
                "design.invalid",
                file,
                problems.size(),
                problems.stream().limit(SAID).map(Problem::toString).collect(Collectors.joining("\n"))));
    }
}
