package app.edgeglass.core.payload;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether bytes are JSON, and where they stop being it: for a view that shows them and for an editor before sending. */
public final class JsonCheck {

    private JsonCheck() {}

    /** The first thing that makes this text no JSON; empty when it is one JSON value or several objects and arrays. */
    public static Optional<JsonProblem> problem(String text) {
        return problem(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #problem(String)}, of a whole payload. */
    public static Optional<JsonProblem> problem(byte[] bytes) {
        var scanner = new JsonScanner(bytes, bytes.length, true);
        while (true) {
            switch (scanner.next()) {
                case BROKEN -> {
                    return Optional.of(scanner.problem());
                }
                case END, CUT -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
    }
}
