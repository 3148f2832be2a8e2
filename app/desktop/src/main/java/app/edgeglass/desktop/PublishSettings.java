package app.edgeglass.desktop;

import app.edgeglass.core.message.Header;
import app.edgeglass.core.publish.BodyFormat;
import app.edgeglass.core.publish.Composition;
import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.publish.RequestPlan;
import app.edgeglass.core.settings.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was published last, newest first, as the settings file keeps it.
 *
 * @param sent bounded by {@link PublishHistory}; empty when nothing is to be remembered
 * @param remember whether the file keeps it when the program ends
 */
public record PublishSettings(List<Sent> sent, boolean remember) {

    public static final PublishSettings DEFAULT = new PublishSettings(List.of(), true);

    public PublishSettings {
        sent = remember ? List.copyOf(sent) : List.of();
    }

    /** As it is, but for what the file keeps; what it keeps no longer goes at once. */
    PublishSettings remembering(boolean wanted) {
        return new PublishSettings(sent, wanted);
    }

    /**
     * One thing that was sent.
     *
     * @param at ISO 8601
     * @param headers names and values in turn
     * @param format the name of a {@link BodyFormat}
     * @param file empty for none
     * @param timeoutMillis of a request; 0 when it was published
     * @param stored whether it was published to be stored by a stream
     */
    public record Sent(
            String at,
            String subject,
            String replyTo,
            List<String> headers,
            String format,
            String body,
            String file,
            long timeoutMillis,
            int wanted,
            long stallMillis,
            boolean stored,
            long bodyNotKept) {

        public Sent {
            headers = List.copyOf(headers);
        }

        static Sent of(PublishHistory.Entry entry) {
            Composition what = entry.composition();
            var headers = new ArrayList<String>();
            for (Header header : what.headers()) {
                headers.add(header.name());
                headers.add(header.value());
            }
            RequestPlan plan = entry.plan();
            return new Sent(
                    entry.at().toString(),
                    what.subject(),
                    what.replyTo(),
                    headers,
                    what.format().name(),
                    what.body(),
                    what.file() == null ? "" : what.file().toString(),
                    plan == null ? 0 : plan.timeout().toMillis(),
                    plan == null ? 0 : plan.wanted(),
                    plan == null ? 0 : plan.stall().toMillis(),
                    entry.stored(),
                    entry.bodyNotKept());
        }

        /** The entry again; nothing when somebody has edited it beyond use. */
        Optional<PublishHistory.Entry> entry() {
            try {
                var pairs = new ArrayList<Header>();
                for (int i = 0; i + 1 < headers.size(); i += 2) {
                    pairs.add(new Header(headers.get(i), headers.get(i + 1)));
                }
                var composition = new Composition(
                        subject,
                        replyTo,
                        pairs,
                        BodyFormat.valueOf(format),
                        body,
                        file.isEmpty() ? null : Path.of(file));
                var plan = timeoutMillis <= 0
                        ? null
                        : new RequestPlan(Duration.ofMillis(timeoutMillis), wanted, Duration.ofMillis(stallMillis));
                return Optional.of(new PublishHistory.Entry(Instant.parse(at), composition, plan, stored, bodyNotKept));
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }
    }

    /** Keeps the history in the settings. */
    record Store(Section<PublishSettings> section) implements PublishHistory.Store {

        @Override
        public List<PublishHistory.Entry> load() {
            return section.get().sent().stream()
                    .flatMap(sent -> sent.entry().stream())
                    .toList();
        }

        @Override
        public void save(List<PublishHistory.Entry> entries) {
            section.update(before -> before.remember()
                    ? new PublishSettings(entries.stream().map(Sent::of).toList(), true)
                    : before);
        }
    }
}
