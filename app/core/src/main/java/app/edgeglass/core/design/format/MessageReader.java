package app.edgeglass.core.design.format;

import app.edgeglass.core.design.JsonTemplate;
import app.edgeglass.core.design.MessageTemplate;
import app.edgeglass.core.design.MessageTemplate.HeaderTemplate;
import app.edgeglass.core.design.MessageTemplate.Value;
import app.edgeglass.core.design.PayloadTemplate;
import app.edgeglass.core.design.PayloadTemplate.BinaryField;
import app.edgeglass.core.design.PayloadTemplate.Width;
import app.edgeglass.core.design.Template;
import app.edgeglass.core.design.format.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a message is made of: {@code values}, {@code headers}, {@code payload}. */
final class MessageReader {

    private static final int MOST_RANDOM = 1 << 20;
    /** Visible ASCII without the colon, which ends the name in the protocol. */
    private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]+");

    private final Scope scope;
    private final JsonReader json;

    MessageReader(Scope scope) {
        this.scope = scope;
        this.json = new JsonReader(scope);
    }

    /** Takes the three fields; the others are left to the caller. */
    MessageTemplate read(Fields fields) {
        List<Value> values = values(fields);
        List<HeaderTemplate> headers = headers(fields);
        PayloadTemplate payload = fields.optional("payload", this::payload, new PayloadTemplate.Empty());
        return new MessageTemplate(values, headers, payload);
    }

    private List<Value> values(Fields fields) {
        var values = new ArrayList<Value>();
        Optional<Fields> written = fields.take("values").flatMap(Spot::fields);
        for (Map.Entry<String, Spot> entry :
                written.map(Fields::all).orElse(Map.of()).entrySet()) {
            String name = entry.getKey();
            if (!Templates.canBeName(name)) {
                written.get().wrongName(name, "value-name", name);
            } else if (scope.knows(name)) {
                written.get().wrongName(name, "value-taken", name);
            }
            json.read(entry.getValue()).ifPresent(template -> values.add(new Value(name, template)));
            scope.define(name);
        }
        return values;
    }

    private List<HeaderTemplate> headers(Fields fields) {
        var headers = new ArrayList<HeaderTemplate>();
        Optional<Fields> written = fields.take("headers").flatMap(Spot::fields);
        for (Map.Entry<String, Spot> entry :
                written.map(Fields::all).orElse(Map.of()).entrySet()) {
            if (!HEADER_NAME.matcher(entry.getKey()).matches()) {
                written.get().wrongName(entry.getKey(), "header-name", entry.getKey());
            }
            Spot value = entry.getValue();
            List<Template> templates = value.node() instanceof Sequence
                    ? value.items(this::headerText)
                    : headerText(value).stream().toList();
            templates.forEach(template -> headers.add(new HeaderTemplate(entry.getKey(), template)));
        }
        return headers;
    }

    private Optional<Template> text(Spot spot) {
        Optional<Template> template = Templates.read(spot);
        template.ifPresent(read -> scope.check(spot, read));
        return template;
    }

    private Optional<Template> headerText(Spot spot) {
        return text(spot).filter(template -> {
            boolean line = template.text().chars().noneMatch(Character::isISOControl);
            if (!line) {
                spot.wrong("header-value");
            }
            return line;
        });
    }

    private Optional<PayloadTemplate> payload(Spot spot) {
        return spot.fields().flatMap(fields -> {
            Optional<PayloadTemplate> asJson =
                    fields.optional("json", json::read).map(PayloadTemplate.Json::new);
            Optional<PayloadTemplate> asText =
                    fields.optional("text", this::text).map(PayloadTemplate.Text::new);
            Optional<PayloadTemplate> asBytes =
                    fields.take("bytes").map(bytes -> new PayloadTemplate.Binary(bytes.items(this::binaryField)));
            long written = List.of("json", "text", "bytes").stream()
                    .filter(fields::has)
                    .count();
            if (written != 1) {
                spot.wrong("payload-form");
            }
            fields.end();
            return asJson.or(() -> asText).or(() -> asBytes);
        });
    }

    private Optional<BinaryField> binaryField(Spot spot) {
        return spot.fields().flatMap(fields -> {
            var found = new ArrayList<BinaryField>();
            int written = 0;
            for (Width width : Width.values()) {
                String name = width.name().toLowerCase(java.util.Locale.ROOT);
                written += fields.has(name) ? 1 : 0;
                fields.optional(name, json::read)
                        .map(value -> numeric(width, value))
                        .ifPresent(found::add);
            }
            fields.optional("hex", MessageReader::hex).ifPresent(found::add);
            fields.optional("text", this::text).map(PayloadTemplate.Chars::new).ifPresent(found::add);
            fields.optional("random", Scalars.span(Scalars.size(MOST_RANDOM)))
                    .map(span -> new PayloadTemplate.Random(
                            span.least().intValue(), span.most().intValue()))
                    .ifPresent(found::add);
            for (String name : List.of("hex", "text", "random")) {
                written += fields.has(name) ? 1 : 0;
            }
            if (written > 1) {
                spot.wrong("bytes-one");
            }
            fields.end();
            return found.stream().findFirst();
        });
    }

    private static BinaryField numeric(Width width, JsonTemplate value) {
        return new PayloadTemplate.Numeric(width, value);
    }

    private static Optional<BinaryField> hex(Spot spot) {
        return spot.text().flatMap(text -> {
            try {
                return Optional.of(new PayloadTemplate.Bytes(HexFormat.of().parseHex(text.replace(" ", ""))));
            } catch (IllegalArgumentException e) {
                spot.wrong("hex", text);
                return Optional.empty();
            }
        });
    }
}
