package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Storage;
import app.edgeglass.core.design.StreamDesign;
import app.edgeglass.core.design.StreamDesign.Discard;
import app.edgeglass.core.design.StreamDesign.Retention;
import app.edgeglass.core.design.format.YamlNode.Sequence;
import app.edgeglass.core.subject.SubjectPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code streams}. Two streams cannot both keep a message: the server refuses subjects that overlap. */
final class StreamsReader {

    static final Kind<Long> COUNT = Scalars.integer(1, Long.MAX_VALUE / 2);
    static final Kind<Integer> REPLICAS = Scalars.small(1, 5);

    private final Names names = new Names();
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(String stream, SubjectPattern pattern, int line) {}

    List<StreamDesign> read(Fields document) {
        return document.list("streams", spot -> spot.fields().map(this::stream));
    }

    private StreamDesign stream(Fields fields) {
        String name = fields.required("name", this::name, "");
        var stream = new StreamDesign(
                name,
                fields.optional("description", Scalars::text, ""),
                fields.required("subjects", spot -> subjects(spot, name), List.of()),
                fields.optional("retention", Scalars.oneOf(Retention.class), Retention.LIMITS),
                fields.optional("storage", Scalars.oneOf(Storage.class), Storage.FILE),
                fields.optional("max_age", Scalars::duration),
                fields.optional("max_msgs", COUNT, -1L),
                fields.optional("max_bytes", Scalars::size, -1L),
                fields.optional("max_msgs_per_subject", COUNT, -1L),
                Math.toIntExact(fields.optional("max_msg_size", Scalars.size(Integer.MAX_VALUE), -1L)),
                fields.optional("discard", Scalars.oneOf(Discard.class), Discard.OLD),
                fields.optional("duplicate_window", Scalars::duration),
                fields.optional("allow_direct", Scalars::flag, false),
                fields.optional("num_replicas", REPLICAS, 1));
        fields.end();
        return stream;
    }

    private Optional<String> name(Spot spot) {
        Optional<String> name = Scalars.name(spot);
        name.ifPresent(read -> names.claim(spot, read));
        return name;
    }

    private Optional<List<SubjectPattern>> subjects(Spot spot, String stream) {
        if (spot.node() instanceof Sequence sequence && sequence.items().isEmpty()) {
            spot.wrong("no-options");
        }
        return Optional.of(spot.items(item -> subject(item, stream)));
    }

    private Optional<SubjectPattern> subject(Spot spot, String stream) {
        return Namespace.pattern(spot).map(pattern -> {
            for (Taken other : taken) {
                if (other.pattern().overlaps(pattern)) {
                    spot.wrong("stream-overlap", pattern.text(), other.pattern().text(), other.stream(), other.line());
                    break;
                }
            }
            taken.add(new Taken(stream, pattern, spot.node().line()));
            return pattern;
        });
    }
}
