package app.edgeglass.core.design.format;

import app.edgeglass.core.design.ConsumerDesign;
import app.edgeglass.core.design.StreamDesign;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads designs. The bounds below hold for whatever file it is given. */
public final class DesignReader {

    /** The version of the format that this program reads and writes. */
    public static final String VERSION = "design/1";

    /** What a file may have in bytes. */
    public static final int MOST_BYTES = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private DesignReader() {}

    /**
     * @throws Failure {@code design.missing}, {@code design.unreadable} when there is no such file or it cannot be read;
     *     what is wrong inside it stands in the answer
     */
    public static DesignReading read(Path file) {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw Failure.because(e, "design.missing", file.toString());
        } catch (IOException e) {
            throw Failure.because(e, "design.unreadable", file.toString());
        }
        return read(file.getFileName().toString(), bytes);
    }

    /** @param name what the problems call it */
    public static DesignReading read(String name, byte[] bytes) {
        var problems = new Problems(name);
        Optional<SubjectDesign> design = Optional.empty();
        if (bytes.length > MOST_BYTES) {
            problems.add(1, 1, "", "too-large", MOST_BYTES / 1024);
        } else {
            design = decode(bytes, problems)
                    .flatMap(text -> YamlTree.parse(text, problems))
                    .flatMap(root -> new Spot(root, "", problems).fields())
                    .map(DesignReader::design);
        }
        return new DesignReading(name, problems.none() ? design : Optional.empty(), problems.all());
    }

    private static Optional<String> decode(byte[] bytes, Problems problems) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            int start = 0;
            for (int i = 0; i < in.position(); i++) {
                if (bytes[i] == '\n') {
                    line++;
                    start = i + 1;
                }
            }
            problems.add(line, in.position() - start + 1, "", "encoding");
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static SubjectDesign design(Fields document) {
        document.required("edgeglass", DesignReader::version, VERSION);
        String name = document.required("name", Scalars::name, "_");
        String title = document.optional("title", Scalars::line, name);
        String description = document.optional("description", Scalars::text, "");
        long seed = document.optional("seed", Scalars.integer(0, 1_000_000_000_000L), 1L);

        var namespace = new Namespace(VariablesReader.read(document));
        var subjects = new SubjectsReader(namespace);
        var buckets = new BucketsReader(namespace);
        List<StreamDesign> streams = new StreamsReader().read(document);
        var consumersReader = new ConsumersReader(streams);
        List<ConsumerDesign> consumers = consumersReader.consumers(document);
        var design = new SubjectDesign(
                name,
                title,
                description,
                seed,
                namespace.variables(),
                subjects.flows(document),
                subjects.responders(document),
                subjects.requesters(document),
                streams,
                consumers,
                consumersReader.deadLetters(document, consumers),
                buckets.buckets(document),
                buckets.objectBuckets(document));
        document.end();
        return design;
    }

    private static Optional<String> version(Spot spot) {
        return spot.text().filter(version -> {
            boolean right = version.equals(VERSION);
            if (!right) {
                spot.wrong("version", version, VERSION);
            }
            return right;
        });
    }
}
