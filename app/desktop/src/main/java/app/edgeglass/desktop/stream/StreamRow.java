package app.edgeglass.desktop.stream;

import app.edgeglass.core.stream.Rate;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.stream.StreamWarning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list.
 *
 * @param info none of a stream that the server only names
 * @param rate none before there was a second look
 */
public record StreamRow(
        String name, @Nullable StreamInfo info, @Nullable Rate rate, List<StreamWarning> warnings) {

    long messages() {
        return info == null ? -1 : info.state().messages();
    }

    long bytes() {
        return info == null ? -1 : info.state().bytes();
    }

    int consumers() {
        return info == null ? -1 : info.state().consumers();
    }

    double fill() {
        return info == null ? -1 : info.fill().orElse(-1.0);
    }

    double in() {
        return rate == null ? 0 : rate.in();
    }

    double out() {
        return rate == null ? 0 : rate.out();
    }

    long lag() {
        return info == null
                ? 0
                : info.replicas().lag()
                        + info.origins().stream()
                                .mapToLong(origin -> origin.lag())
                                .sum();
    }

    String leader() {
        return info == null ? "" : info.replicas().leader().orElse("");
    }

    Optional<Instant> last() {
        return info == null ? Optional.empty() : info.state().lastTime();
    }

    String subjects() {
        if (info == null) {
            return "";
        }
        return info.mirrors()
                ? Texts.WORDS.say(
                        "list.mirrors",
                        info.config().path("mirror").path("name").asString(""))
                : String.join(", ", info.subjects());
    }

    /** How urgent what is to be said of it is, to sort by: what is abnormal comes first. */
    int urgency() {
        return warnings.stream()
                .mapToInt(warning -> 100 - warning.kind().ordinal() + (warning.isUrgent() ? 100 : 0))
                .max()
                .orElse(0);
    }

    String warningText() {
        return String.join(
                " · ", warnings.stream().map(StreamWarning::sentence).distinct().toList());
    }
}
