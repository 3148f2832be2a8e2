package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.Secrets;
import app.edgeglass.core.connection.secret.SecretReferences;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a context holds or refers to, read when it is first asked for: a program behind it may ask the person. */
final class ContextSecrets implements Secrets {

    private final Map<Secret, String> texts;
    private final SecretReferences references;
    private final Map<Secret, SecretValue> read = new ConcurrentHashMap<>();

    private ContextSecrets(Map<Secret, String> texts, SecretReferences references) {
        this.texts = Map.copyOf(texts);
        this.references = references;
    }

    static ContextSecrets of(ContextFile file, List<Field> fields, SecretReferences references) {
        var texts = new EnumMap<Secret, String>(Secret.class);
        for (Field field : fields) {
            texts.put(secret(field), text(file, field, references));
        }
        return new ContextSecrets(texts, references);
    }

    static Secret secret(Field field) {
        return field == Field.NSC ? Secret.CREDENTIALS : field.secret().orElseThrow();
    }

    /** The field's text with what is filled in by the CLI, so that it can be read. */
    static String text(ContextFile file, Field field, SecretReferences references) {
        return switch (field) {
            case NSC -> "nsc://" + file.text(Field.NSC);
            case CREDS, NKEY -> references.expansion().expand(file.text(field)).text();
            default -> file.text(field);
        };
    }

    @Override
    public Optional<SecretValue> find(Secret which) {
        String text = texts.get(which);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(read.computeIfAbsent(
                which, ignored -> SecretReferences.isKnown(text) ? references.read(text) : SecretValue.of(text)));
    }
}
