package app.edgeglass.core.sandbox;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of nats-server, in the order of releases. A preview counts as the release that it leads to.
 *
 * @param text as the server writes it, such as {@code 2.12.0-RC.1}
 */
public record ServerRelease(int major, int minor, int patch, String text) implements Comparable<ServerRelease> {

    private static final Pattern SAID = Pattern.compile("nats-server: v((\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})\\S*)");
    private static final Comparator<ServerRelease> ORDER = Comparator.comparingInt(ServerRelease::major)
            .thenComparingInt(ServerRelease::minor)
            .thenComparingInt(ServerRelease::patch);

    /** The release in the answer to {@code nats-server --version}, which is {@code nats-server: v2.10.27}. */
    static Optional<ServerRelease> in(String said) {
        Matcher found = SAID.matcher(said);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.of(new ServerRelease(
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3)),
                Integer.parseInt(found.group(4)),
                found.group(1)));
    }

    @Override
    public int compareTo(ServerRelease other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
