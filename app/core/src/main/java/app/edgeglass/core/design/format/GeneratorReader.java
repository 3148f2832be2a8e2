package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Generator;
import app.edgeglass.core.design.Generator.TimeFormat;
import app.edgeglass.core.design.JsonTemplate;
import app.edgeglass.core.design.format.YamlNode.Entry;
import app.edgeglass.core.design.format.YamlNode.Mapping;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what draws a value: {@code $walk: {min: 20, max: 30, step: 0.2}}. */
final class GeneratorReader {

    private static final List<String> KNOWN = List.of(
            "$walk",
            "$uniform",
            "$wave",
            "$counter",
            "$time",
            "$uuid",
            "$choice",
            "$state",
            "$bool",
            "$var",
            "$lookup",
            "$product",
            "$request",
            "$repeat",
            "$const");
    private static final int MOST_DECIMALS = 9;
    private static final Kind<Long> START = Scalars.integer(-1_000_000_000_000L, 1_000_000_000_000L);

    private final Scope scope;
    private final JsonReader json;

    GeneratorReader(Scope scope, JsonReader json) {
        this.scope = scope;
        this.json = json;
    }

    /** @param value what stands under the generator's name */
    Optional<Generator> read(Entry entry, Spot value) {
        scope.countGenerator(value);
        return switch (entry.key()) {
            case "$walk" -> value.fields().flatMap(this::walk);
            case "$uniform" -> value.fields().flatMap(this::uniform);
            case "$wave" -> value.fields().flatMap(this::wave);
            case "$counter" -> counter(value);
            case "$time" -> Scalars.oneOf(TimeFormat.class).read(value).map(Generator.Time::new);
            case "$uuid" -> uuid(value);
            case "$choice" -> json.options(value).map(options -> new Generator.Choice(options, 0));
            case "$state" -> value.fields().map(this::state);
            case "$bool" -> Scalars.share(value).map(Generator.Chance::new);
            case "$var" -> name(value).map(Generator.Reference::new);
            case "$lookup" -> value.fields().map(this::lookup);
            case "$product" -> value.fields().map(this::product);
            case "$request" -> request(value);
            default -> {
                var near = Spelling.nearest(entry.key(), KNOWN);
                String key = near.isPresent() ? "generator-unknown.near" : "generator-unknown";
                value.problems()
                        .add(
                                entry.line(),
                                entry.column(),
                                value.path(),
                                key,
                                entry.key(),
                                near.orElse(String.join(", ", KNOWN)));
                yield Optional.empty();
            }
        };
    }

    private Optional<Generator> walk(Fields fields) {
        Bounds bounds = bounds(fields);
        double step = fields.required("step", Scalars::notNegative, 0.0);
        int decimals = decimals(fields);
        double chance = fields.optional("spike_chance", Scalars::share, 0.0);
        double spike = fields.optional("spike", Scalars::decimal, 0.0);
        fields.end();
        return bounds.checked(new Generator.Walk(bounds.min(), bounds.max(), step, decimals, chance, spike));
    }

    private Optional<Generator> uniform(Fields fields) {
        Bounds bounds = bounds(fields);
        int decimals = decimals(fields);
        fields.end();
        return bounds.checked(new Generator.Uniform(bounds.min(), bounds.max(), decimals));
    }

    private Optional<Generator> wave(Fields fields) {
        Bounds bounds = bounds(fields);
        Duration period = fields.required("period", Scalars::duration, Duration.ofHours(1));
        double noise = fields.optional("noise", Scalars::notNegative, 0.0);
        int decimals = decimals(fields);
        fields.end();
        return bounds.checked(new Generator.Wave(bounds.min(), bounds.max(), period, noise, decimals));
    }

    private static Optional<Generator> counter(Spot value) {
        if (!(value.node() instanceof Mapping)) {
            return START.read(value).map(start -> new Generator.Counter(start, 1, 0, false));
        }
        return value.fields().map(fields -> {
            long start = fields.optional("start", START, 1L);
            long step = fields.optional("step", Scalars.integer(-1_000_000_000, 1_000_000_000), 1L);
            int pad = fields.optional("pad", Scalars.small(0, 18), 0);
            boolean shared = fields.optional("shared", Scalars::flag, false);
            fields.end();
            return new Generator.Counter(start, step, pad, shared);
        });
    }

    private static Optional<Generator> uuid(Spot value) {
        return value.text().flatMap(text -> {
            if (text.equals("v4")) {
                return Optional.of(new Generator.Uuid());
            }
            Scalars.unknown(value, text, List.of("v4"));
            return Optional.empty();
        });
    }

    private Generator state(Fields fields) {
        double stay = fields.required("stay", Scalars::share, 0.0);
        List<Generator.Option> options = fields.required("of", json::options, List.of());
        fields.end();
        return new Generator.Choice(options, stay);
    }

    private Generator lookup(Fields fields) {
        String name = fields.required("var", this::name, "");
        var table = new HashMap<String, JsonTemplate>();
        for (Map.Entry<String, Spot> row : fields.take("table").flatMap(Spot::fields).stream()
                .flatMap(rows -> rows.all().entrySet().stream())
                .toList()) {
            json.read(row.getValue()).ifPresent(value -> table.put(row.getKey(), value));
        }
        if (!fields.has("table")) {
            fields.spot().wrong("missing", "table");
        }
        Optional<JsonTemplate> otherwise = fields.optional("otherwise", json::read);
        fields.end();
        return new Generator.Lookup(name, table, otherwise);
    }

    private Generator product(Fields fields) {
        List<String> names = fields.required("of", spot -> Optional.of(spot.items(this::name)), List.of());
        int decimals = decimals(fields);
        fields.end();
        return new Generator.Product(names, decimals);
    }

    private Optional<Generator> request(Spot value) {
        if (!scope.isReply()) {
            value.wrong("request-outside");
        }
        return value.text().map(Generator.RequestField::new);
    }

    private Optional<String> name(Spot spot) {
        return spot.text().filter(name -> scope.check(spot, name));
    }

    private static int decimals(Fields fields) {
        return fields.optional("decimals", Scalars.small(0, MOST_DECIMALS), 2);
    }

    private static Bounds bounds(Fields fields) {
        double min = fields.required("min", Scalars::decimal, 0.0);
        double max = fields.required("max", Scalars::decimal, min);
        return new Bounds(fields.spot(), min, max);
    }

    private record Bounds(Spot spot, double min, double max) {
        Optional<Generator> checked(Generator generator) {
            if (min > max) {
                spot.wrong("bounds");
                return Optional.empty();
            }
            return Optional.of(generator);
        }
    }
}
