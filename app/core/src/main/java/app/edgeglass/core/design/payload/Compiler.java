package app.edgeglass.core.design.payload;

import app.edgeglass.core.design.Generator;
import app.edgeglass.core.design.JsonTemplate;
import app.edgeglass.core.design.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes sources of templates, and gives each that remembers something a slot of the subject's memory. */
final class Compiler {

    /** A number as JSON writes it: without leading zeros, which a padded value has. */
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");

    private final List<String> values = new ArrayList<>();
    private int slots;

    /** How many slots the sources made so far need. */
    int slots() {
        return slots;
    }

    /** From here on the name stands for the value at the next position. */
    void define(String name) {
        values.add(name);
    }

    Source compile(JsonTemplate template) {
        return switch (template) {
            case JsonTemplate.Constant constant -> _ -> constant.value();
            case JsonTemplate.Text text -> text(text.template());
            case JsonTemplate.Struct struct -> struct(struct);
            case JsonTemplate.Array array ->
                array(array.items().stream().map(this::compile).toList());
            case JsonTemplate.Repeat repeat -> repeat(compile(repeat.item()), repeat.times());
            case JsonTemplate.Drawn drawn -> drawn(drawn.generator());
        };
    }

    Source text(Template template) {
        var names = new HashMap<String, Source>();
        template.names().forEach(name -> names.put(name, plain(name)));
        return draw -> template.fill(name -> {
            Source source = names.get(name);
            return source == null ? "" : Numbers.shown(source.next(draw));
        });
    }

    private Source struct(JsonTemplate.Struct struct) {
        var names = struct.fields().stream().map(JsonTemplate.Field::name).toList();
        var sources =
                struct.fields().stream().map(field -> compile(field.value())).toList();
        return draw -> {
            var made = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < sources.size(); i++) {
                made.put(names.get(i), sources.get(i).next(draw));
            }
            return made;
        };
    }

    private static Source array(List<Source> items) {
        return draw -> {
            var made = new ArrayList<@Nullable Object>(items.size());
            for (Source item : items) {
                made.add(item.next(draw));
            }
            return made;
        };
    }

    private static Source repeat(Source item, int times) {
        return draw -> {
            var made = new ArrayList<@Nullable Object>(times);
            for (int i = 0; i < times; i++) {
                made.add(item.next(draw));
            }
            return made;
        };
    }

    private Source drawn(Generator generator) {
        return switch (generator) {
            case Generator.Walk walk -> {
                int slot = slots++;
                yield draw -> Drawing.walk(walk, slot, draw);
            }
            case Generator.Wave wave -> {
                int slot = slots++;
                yield draw -> Drawing.wave(wave, slot, draw);
            }
            case Generator.Uniform uniform ->
                draw -> Numbers.rounded(
                        Drawing.between(draw.random(), uniform.min(), uniform.max()), uniform.decimals());
            case Generator.Counter counter -> counter(counter);
            case Generator.Time time -> draw -> Drawing.time(time.format(), draw.now());
            case Generator.Uuid _ -> draw -> Drawing.uuid(draw.random());
            case Generator.Choice choice -> choice(choice);
            case Generator.Chance chance -> draw -> draw.random().nextDouble() < chance.probability();
            case Generator.Reference reference -> named(reference.name());
            case Generator.Lookup lookup -> lookup(lookup);
            case Generator.Product product -> product(product);
            case Generator.RequestField field -> draw -> requested(draw.request(), field.field());
        };
    }

    private Source counter(Generator.Counter counter) {
        if (counter.shared()) {
            double[] together = {Double.NaN};
            return _ -> Drawing.counter(counter, together, 0);
        }
        int slot = slots++;
        return draw -> Drawing.counter(counter, draw.memory(), slot);
    }

    private Source choice(Generator.Choice choice) {
        int slot = slots++;
        List<Source> options =
                choice.options().stream().map(option -> compile(option.value())).toList();
        double[] weights =
                choice.options().stream().mapToDouble(Generator.Option::weight).toArray();
        return draw -> options.get(Drawing.choice(choice, weights, slot, draw)).next(draw);
    }

    private Source lookup(Generator.Lookup lookup) {
        Source key = plain(lookup.name());
        Map<String, Source> table = new HashMap<>();
        lookup.table().forEach((name, value) -> table.put(name, compile(value)));
        Source otherwise = lookup.otherwise().map(this::compile).orElse(_ -> null);
        return draw ->
                table.getOrDefault(Numbers.shown(key.next(draw)), otherwise).next(draw);
    }

    private Source product(Generator.Product product) {
        List<Source> factors = product.names().stream().map(this::named).toList();
        return draw -> {
            var drawn = new ArrayList<Object>(factors.size());
            for (Source factor : factors) {
                Object value = factor.next(draw);
                drawn.add(value == null ? 0L : value);
            }
            return Drawing.product(drawn, product.decimals());
        };
    }

    /** A value as it was drawn, or a variable, which is a number when it looks like one. */
    private Source named(String name) {
        int position = values.indexOf(name);
        if (position >= 0) {
            return draw -> draw.values()[position];
        }
        return draw -> {
            String value = draw.variables().apply(name);
            return INTEGER.matcher(value).matches() ? (Object) Long.valueOf(value) : value;
        };
    }

    /** As {@link #named}, but a variable as it is written. */
    private Source plain(String name) {
        int position = values.indexOf(name);
        if (position >= 0) {
            return draw -> draw.values()[position];
        }
        return draw -> draw.variables().apply(name);
    }

    private static @Nullable Object requested(byte[] request, String field) {
        try {
            JsonNode value = JsonMapper.shared().readTree(request).path(field);
            if (value.isString()) {
                return value.stringValue();
            }
            if (value.isBoolean()) {
                return value.booleanValue();
            }
            return value.isNumber() ? value.numberValue() : null;
        } catch (JacksonException e) {
            // Somebody else's request may hold anything; it is answered all the same.
            return null;
        }
    }
}
